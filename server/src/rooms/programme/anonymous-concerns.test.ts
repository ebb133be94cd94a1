import * as concerns from '@ronghe/contract/programme/concerns.ts'
import { castId, postId } from '@ronghe/demo/load-cast.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cookieName } from '../../platform/auth/session.ts'
import { openTown, type Town } from '../../platform/database/testing.ts'

let town: Town
/** A minute that comes up in no other date of the tests, so that it can be looked for. */
const moment = '2026-11-23T14:37:41.519+08:00'
beforeAll(async () => void (town = await openTown({ at: moment })))
beforeEach(() => town.at(moment))
afterAll(() => town.close())

const said = { words: '房东克扣押金，我怕他知道是我说的。', topic: 'housing' }
const rowOf = async (number: string) =>
  (await town.rows<{ id: string; [column: string]: unknown }>('select * from concern where number = $1', [number]))[0]!

/** Every row of every table as text, as whoever holds the whole database would see it. */
async function everything(): Promise<string> {
  const tables = await town.rows<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')",
  )
  const texts: string[] = []
  for (const { name } of tables) {
    for (const { row } of await town.rows<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`))
      texts.push(`${name} ${row}`)
  }
  return texts.join('\n')
}

describe('raised without a name', () => {
  test('leaves no address, no browser, no time and no session behind, anywhere in the database or the log', async () => {
    const before = new Set((await everything()).split('\n'))
    const address = '203.0.113.77'
    const { body, status } = await town.anonymous.raw(concerns.raiseAnonymously, {
      body: said,
      headers: {
        'user-agent': 'CANARY-BROWSER',
        'x-forwarded-for': address,
        'accept-language': 'x-canary',
        referer: 'https://canary.test/',
      },
    })
    expect(status).toBe(201)
    const left = (await everything()).split('\n').filter((line) => !before.has(line))
    expect(left.length).toBeGreaterThan(3)
    const text = left.join('\n')
    expect(text).not.toContain('CANARY')
    expect(text).not.toContain(address)
    expect(text).not.toContain('127.0.0.1')
    // The hour in no zone, and no id that was made from the minute.
    expect(text).not.toMatch(/14:37|06:37|37:41/)
    expect(text).not.toContain(new Date(moment).getTime().toString(16).padStart(12, '0').slice(0, 8))
    expect(text).not.toContain(said.words)
    expect(town.logged.join('\n')).not.toMatch(/CANARY|203\.0\.113|anonymous-concerns/)
    const { claimCode } = JSON.parse(body) as { claimCode: string }
    expect(text).not.toContain(claimCode)
    expect(text).not.toContain(claimCode.replaceAll('-', ''))
  })

  test('takes no notice of who is signed in in the same browser', async () => {
    const cookie = `${cookieName}=anything`
    const { body } = await town.as('chen').raw(concerns.raiseAnonymously, { body: said, headers: { cookie } })
    const row = await rowOf((JSON.parse(body) as { number: string }).number)
    expect(row).toMatchObject({ person_id: null, anonymous: true })
    expect(JSON.stringify(row)).not.toContain(town.idOf('chen'))
    expect((await town.as('chen').call(concerns.listMyConcerns)).items).toEqual([])
    const leaf = await town.rows(
      "select e.* from journal_entry e join journal_leaf l on l.street_id = e.street_id and l.id = e.leaf_id where l.commitments::text like '%' || $1 || '%'",
      [row.id],
    )
    expect(leaf).toEqual([])
  })

  test('has a number drawn by chance, so that its place among the others tells no hour', async () => {
    const [one, other] = [
      await town.anonymous.call(concerns.raiseAnonymously, { body: said }),
      await town.anonymous.call(concerns.raiseAnonymously, { body: said }),
    ]
    expect(one.number).toMatch(/^YM-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(one.number).not.toBe(other.number)
  })

  test('is found with the code, however it is typed, and with nothing else', async () => {
    const { claimCode, number } = await town.anonymous.call(concerns.raiseAnonymously, { body: said })
    const typed = ` ${claimCode.toLowerCase().replaceAll('-', ' ')} `
    expect(await town.anonymous.call(concerns.readByCode, { body: { code: typed } })).toMatchObject({
      number,
      words: said.words,
      state: 'raised',
    })
    expect((await town.anonymous.refused(concerns.readByCode, { body: { code: number } })).code).toBe('no-concern')
    expect((await town.anonymous.refused(concerns.readByCode, { body: { code: 'AAAA-AAAA-AAAA-AAAA' } })).code).toBe('no-concern')
    expect(
      (await town.anonymous.refused(concerns.actByCode, { body: { code: 'AAAA-AAAA-AAAA-AAAA', what: { act: 'accept' } } })).status,
    ).toBe(404)
  })

  test('is answered, reopened and accepted by code, and none of it gets a time', async () => {
    const { claimCode, number } = await town.anonymous.call(concerns.raiseAnonymously, { body: said })
    const { id } = await rowOf(number)
    const owner = postId(town.street.id, 'housingOfficer')
    await town
      .as('officerLin')
      .call(concerns.workOnConcern, { params: { concernId: id }, body: { what: { act: 'screen', ownerPostId: owner } } })
    const answer = (words: string) =>
      town.as('fangWei').call(concerns.workOnConcern, { params: { concernId: id }, body: { what: { act: 'answer', words } } })
    await answer('已经约谈房东。')
    const before = new Set((await everything()).split('\n'))
    await town.anonymous.call(concerns.actByCode, { body: { code: claimCode, what: { act: 'reopen', words: '还没退。' } } })
    const left = (await everything()).split('\n').filter((line) => !before.has(line))
    expect(left.join('\n')).not.toMatch(/14:37|06:37/)
    await answer('押金退了。')
    expect(await town.anonymous.call(concerns.actByCode, { body: { code: claimCode, what: { act: 'accept' } } })).toMatchObject({
      state: 'accepted',
      answer: '押金退了。',
    })
    expect(await town.as('fangWei').call(concerns.readConcern, { params: { concernId: id } })).toMatchObject({ author: 'code' })
    expect((await town.as('fangWei').refused(concerns.revealAuthor, { params: { concernId: id }, body: { why: '' } })).code).toBe(
      'no-author',
    )
  })

  test('from one network at most twenty a day', async () => {
    town.at('2026-11-27T10:00:00+08:00')
    for (let turn = 0; turn < 20; turn++) await town.anonymous.call(concerns.raiseAnonymously, { body: said })
    expect(await town.anonymous.refused(concerns.raiseAnonymously, { body: said })).toMatchObject({ status: 429, code: 'enough-for-today' })
    town.at('2026-11-28T10:00:00+08:00')
    await town.anonymous.call(concerns.raiseAnonymously, { body: said })
  })
})

describe('about somebody who works here', () => {
  const about = (post: 'windowTwo' | 'stationLead' | 'streetLead' | 'integrityOfficer' | 'streetOfficer') => ({
    words: '窗口的人骂我，CANARY-PROTECTED。',
    topic: 'other',
    aboutStaff: { postId: postId(town.street.id, post) },
  })

  test('the form says who will read it before anything is written, to whoever asks', async () => {
    const reply = await town.anonymous.call(concerns.readReader, { query: { postId: postId(town.street.id, 'windowTwo') } })
    expect(reply.reader).toMatchObject({ post: { 'zh-CN': '监督岗' }, holders: ['冯洁'] })
    expect(reply.could.flatMap(({ posts }) => posts.map(({ postId: post }) => post))).toContain(postId(town.street.id, 'windowTwo'))
  })

  test('it goes to the named post and is in no other list, page or search, for anybody', async () => {
    const mine = await town.as('chen').call(concerns.raiseConcern, { body: about('windowTwo') })
    const { number } = await town.anonymous.call(concerns.raiseAnonymously, { body: about('windowTwo') })
    const carried = await town.as('wuXia').call(concerns.carryConcern, { body: { ...about('windowTwo'), authorAgreed: true } })
    const ids = [mine.id, (await rowOf(number)).id, (await rowOf(carried.number)).id]

    for (const who of [
      'heMin',
      'luoYan',
      'officerLin',
      'directorHe',
      'wangJun',
      'fangWei',
      'zhaoYu',
      'qianXi',
      'sunYi',
      'zhengRu',
      'wuXia',
      'liang',
      'zhou',
      'liuFang',
      'liuJianjun',
    ] as const) {
      for (const concernId of ids) {
        expect((await town.as(who).refused(concerns.readConcern, { params: { concernId } })).code, who).toBe('no-concern')
        expect(
          (await town.as(who).refused(concerns.workOnConcern, { params: { concernId }, body: { what: { act: 'begin' } } })).code,
          who,
        ).toBe('no-concern')
        expect((await town.as(who).refused(concerns.revealAuthor, { params: { concernId }, body: { why: '' } })).code, who).toBe(
          'no-concern',
        )
      }
      for (const view of ['new', 'open', 'overdue', 'answered'] as const) {
        const { body } = await town.as(who).raw(concerns.listToScreen, { query: { view, limit: 100 } })
        for (const id of ids) expect(body, who).not.toContain(id)
      }
      for (const list of [concerns.listToAnswer, concerns.listProtected, concerns.listCarried, concerns.listAnswered]) {
        const { body } = await town.as(who).raw(list)
        for (const id of ids) expect(body, `${who} ${list.id}`).not.toContain(id)
      }
    }
    // Not as a suggestion for a merge either, and not as the place to merge into.
    const plain = await town.as('liuFang').call(concerns.raiseConcern, { body: { words: '别的事', topic: 'other' } })
    expect(JSON.stringify(await town.as('officerLin').call(concerns.listAlike, { params: { concernId: plain.id } }))).not.toContain(mine.id)
    expect(
      (
        await town
          .as('officerLin')
          .refused(concerns.workOnConcern, { params: { concernId: plain.id }, body: { what: { act: 'merge', intoId: mine.id } } })
      ).code,
    ).toBe('cannot-merge-into')

    const listed = await town.as('fengJie').call(concerns.listProtected, { query: { limit: 100 } })
    expect(listed.items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    const page = await town.as('fengJie').call(concerns.readConcern, { params: { concernId: mine.id } })
    expect(page).toMatchObject({ protected: true, may: ['begin', 'answer', 'decline', 'revealAuthor'] })
    await town
      .as('fengJie')
      .call(concerns.workOnConcern, { params: { concernId: mine.id }, body: { what: { act: 'answer', words: '已经核实并道歉。' } } })
    expect(await town.as('chen').call(concerns.readMyConcern, { params: { concernId: mine.id } })).toMatchObject({
      state: 'answered',
      answer: '已经核实并道歉。',
      owner: { post: { 'zh-CN': '监督岗' } },
    })
    expect(
      (
        await town
          .as('fengJie')
          .refused(concerns.workOnConcern, { params: { concernId: mine.id }, body: { what: { act: 'publish', asked: '一', done: '二' } } })
      ).code,
    ).toBe('not-permitted')
  })

  test('overdue, it still goes to nobody but the named readers', async () => {
    town.at('2026-10-12T14:37:41+08:00')
    const { id } = await town.as('smith').call(concerns.raiseConcern, { body: about('stationLead') })
    const before = await town.rows('select id from message')
    town.at('2026-11-20T06:10:00+08:00')
    await town.drain(['programme.concerns.escalate'])
    expect((await town.as('smith').call(concerns.readMyConcern, { params: { concernId: id } })).clock.escalated).toBe('streetLead')
    const told = await town.rows<{ person_id: string; link: string }>('select person_id, link from message where not id = any($1)', [
      before.map(({ id: message }) => message),
    ])
    const about_ = told.filter(({ link }) => link.includes(id))
    expect(about_.length).toBeGreaterThan(0)
    expect(new Set(about_.map(({ person_id }) => person_id))).toEqual(new Set([town.idOf('fengJie')]))
  })

  test('a concern about the only reader is not taken in; the author is led outside the street', async () => {
    const problem = await town.anonymous.refused(concerns.raiseAnonymously, { body: about('integrityOfficer') })
    expect(problem).toMatchObject({ status: 409, code: 'nobody-may-read' })
    expect(problem.instead).toContain('12345')
    expect(
      (await town.anonymous.call(concerns.readReader, { query: { postId: postId(town.street.id, 'integrityOfficer') } })).reader,
    ).toBeNull()
  })

  test('the only reader being of the same organ, it is not taken in either', async () => {
    const problem = await town.anonymous.refused(concerns.raiseAnonymously, { body: about('streetLead') })
    expect(problem.code).toBe('nobody-may-read')
    expect(problem.instead).toContain('12345')
  })

  test('whoever stands in for the superior of the person complained of is not given it', async () => {
    const before = await town.anonymous.call(concerns.readReader, { query: { postId: postId(town.street.id, 'stationLead') } })
    expect(before.reader).not.toBeNull()
    const [leave] = await town.rows<{ id: string }>(
      `insert into leave (street_id, id, appointment_id, from_day, to_day, stand_in)
       select street_id, gen_random_uuid(), id, '2026-10-01', '2026-12-31', $2 from appointment where post_id = $1 returning id`,
      [postId(town.street.id, 'streetLead'), postId(town.street.id, 'integrityOfficer')],
    )
    expect((await town.anonymous.call(concerns.readReader, { query: { postId: postId(town.street.id, 'stationLead') } })).reader).toBeNull()
    expect((await town.as('chen').refused(concerns.raiseConcern, { body: about('stationLead') })).code).toBe('nobody-may-read')
    await town.rows('delete from leave where id = $1', [leave!.id])
  })

  test('the reader who also holds the post complained of neither gets nor sees it', async () => {
    await town.deed(({ tx, street, id, now }) =>
      tx
        .insertInto('appointment')
        .values({
          street_id: street.id,
          id: id(),
          post_id: postId(street.id, 'windowThree'),
          person_id: castId(street.id, 'fengJie'),
          starts_on: '2026-11-23',
          created_at: now,
        })
        .execute(),
    )
    const problem = await town.as('chen').refused(concerns.raiseConcern, {
      body: { words: '三号窗口态度差', topic: 'other', aboutStaff: { postId: postId(town.street.id, 'windowThree') } },
    })
    expect(problem.code).toBe('nobody-may-read')
    const { id } = await town.as('chen').call(concerns.raiseConcern, { body: about('windowTwo') })
    expect((await town.as('fengJie').call(concerns.readConcern, { params: { concernId: id } })).protected).toBe(true)
    await town.deed(({ tx, street, id: fresh, now }) =>
      tx
        .insertInto('appointment')
        .values({
          street_id: street.id,
          id: fresh(),
          post_id: postId(street.id, 'windowTwo'),
          person_id: castId(street.id, 'fengJie'),
          starts_on: '2026-11-23',
          created_at: now,
        })
        .execute(),
    )
    expect((await town.as('fengJie').refused(concerns.readConcern, { params: { concernId: id } })).code).toBe('no-concern')
    expect((await town.as('fengJie').call(concerns.listProtected, { query: { limit: 100 } })).items.map((item) => item.id)).not.toContain(
      id,
    )
  })
})

describe('a threat against the author', () => {
  test('reported on the code, it reaches the named reader within a day and nobody who handles the concern', async () => {
    const { claimCode, number } = await town.anonymous.call(concerns.raiseAnonymously, { body: said })
    const { id } = await rowOf(number)
    await town.as('officerLin').call(concerns.workOnConcern, {
      params: { concernId: id },
      body: { what: { act: 'screen', ownerPostId: postId(town.street.id, 'housingOfficer') } },
    })
    const messages = async () =>
      (await town.rows<{ person_id: string }>("select person_id from message where template = 'concern-threat'")).map(
        ({ person_id }) => person_id,
      )
    const reported = await town.anonymous.call(concerns.actByCode, {
      body: { code: claimCode, what: { act: 'reportThreat', words: '有人在楼下等我。' } },
    })
    expect(reported.may).not.toContain('reportThreat')
    expect(
      (await town.anonymous.refused(concerns.actByCode, { body: { code: claimCode, what: { act: 'reportThreat', words: '又来了' } } }))
        .code,
    ).toBe('threat-already-reported')
    // No message at the moment it was reported: its minute would be kept with it.
    expect(await messages()).toEqual([])
    town.at('2026-11-24T08:00:00+08:00')
    await town.drain(['programme.concerns.tell-readers'])
    expect(await messages()).toEqual([town.idOf('fengJie')])
    expect((await town.anonymous.call(concerns.readByCode, { body: { code: claimCode } })).events.at(-1)).toMatchObject({
      kind: 'escalated',
    })

    for (const who of ['officerLin', 'fangWei'] as const)
      expect(JSON.stringify(await town.as(who).call(concerns.readConcern, { params: { concernId: id } }))).not.toMatch(
        /楼下|threatReported/,
      )
    const page = await town.as('fengJie').call(concerns.readConcern, { params: { concernId: id } })
    expect(page).toMatchObject({ threatened: true, may: ['answerThreat'] })
    expect(JSON.stringify(page)).toContain('有人在楼下等我。')
    await town.as('fengJie').call(concerns.workOnConcern, {
      params: { concernId: id },
      body: { what: { act: 'answerThreat', words: '派出所已经知道，请保持联系。' } },
    })
    expect((await town.anonymous.call(concerns.readByCode, { body: { code: claimCode } })).events.at(-1)).toMatchObject({
      kind: 'threatAnswered',
      words: '派出所已经知道，请保持联系。',
    })
    expect((await town.as('fengJie').refused(concerns.readConcern, { params: { concernId: id } })).code).toBe('no-concern')
  })

  test('with an account, the named reader is told at once and even at night', async () => {
    const { id } = await town.as('chen').call(concerns.raiseConcern, { body: said })
    await town
      .as('chen')
      .call(concerns.actOnMyConcern, { params: { concernId: id }, body: { what: { act: 'reportThreat', words: '收到恐吓短信' } } })
    expect(await town.rows('select person_id, urgent from message where link = $1', [`/desk/concerns/${id}`])).toContainEqual({
      person_id: town.idOf('fengJie'),
      urgent: true,
    })
  })
})
