import * as application from '@ronghe/contract/branch/applications.ts'
import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import * as honours from '@ronghe/contract/branch/honours.ts'
import * as liaison from '@ronghe/contract/branch/liaison.ts'
import { readMyCheckIn, withdrawCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { listBranchMessages } from '@ronghe/contract/branch/messages.ts'
import { answerAsk, askForShift, dropAsk, listMyAsks, openNames, readWindowMonth } from '@ronghe/contract/branch/model-window.ts'
import { addOccasion, readOccasion, sayIWasThere, stepOccasion, writeOccasionMinutes } from '@ronghe/contract/branch/occasions.ts'
import { addModelShift, listModelRoster, listModelShifts, takeModelShift } from '@ronghe/contract/station/counter-plan.ts'
import { raiseAnonymously, readByCode } from '@ronghe/contract/programme/concerns.ts'
import { cast } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { checkedIn, openBranch } from './testing.ts'

let town: Town
let branchId: string
let chen: string
const today = '2026-11-23'
beforeAll(async () => {
  town = await openTown({ at: '2026-11-23T10:00:00+08:00' })
  branchId = await openBranch(town)
  chen = await checkedIn(town, branchId, 'chen')
  await checkedIn(town, branchId, 'xu')
})
afterAll(() => town.close())
const office = () => town.as('xu')
const params = () => ({ branchId })

describe('the model window', () => {
  const shifts: string[] = []
  test('the branch asks for two shifts in three at most; the third is left to neighbours, whoever asks', async () => {
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03'])
      shifts.push((await town.as('luoYan').call(addModelShift, { body: { day, from: 540, to: 660 } })).id)
    const ask = (shiftId: string) => ({ params: params(), body: { shiftId, checkInId: chen } })
    expect(await office().call(readWindowMonth, { params: params(), query: { month: '2026-12' } })).toMatchObject({ most: 2, asked: 0 })
    await office().call(askForShift, ask(shifts[0]!))
    expect(await office().refused(askForShift, ask(shifts[0]!))).toMatchObject({ code: 'branch-shift-asked' })
    expect(await office().call(askForShift, ask(shifts[1]!))).toMatchObject({ asked: 2 })
    expect(await office().refused(askForShift, ask(shifts[2]!))).toMatchObject({ code: 'branch-window-share' })
  })

  test('the station’s roster knows nothing of it until the member takes the shift by the same tap as anybody', async () => {
    const free = async () => (await town.as('luoYan').call(listModelRoster)).items.filter(({ personId }) => personId !== null)
    expect(await free()).toEqual([])
    const [first, second] = (await town.as('chen').call(listMyAsks)).items
    expect([first!.may, second!.may]).toEqual([
      ['agree', 'decline'],
      ['agree', 'decline'],
    ])
    await town.as('chen').call(takeModelShift, { params: { shiftId: first!.shiftId } })
    await town.as('chen').call(answerAsk, { params: { askId: first!.id }, body: { answer: 'agreed' } })
    await town.as('zhou').call(takeModelShift, { params: { shiftId: shifts[2]! } })
    // A member and a neighbour who is none stand on the roster alike: a person and a time.
    const roster = await free()
    expect(roster.map(({ person }) => person).toSorted()).toEqual([cast.chen.name, cast.zhou.name].toSorted())
    expect(Object.keys(roster[0]!).toSorted()).toEqual(Object.keys(roster[1]!).toSorted())
  })

  test('whoever declines gives the shift free; somebody else’s ask and a shift that is over are not there', async () => {
    const [, second] = (await town.as('chen').call(listMyAsks)).items
    expect(await town.as('xu').refused(answerAsk, { params: { askId: second!.id }, body: { answer: 'agreed' } })).toMatchObject({
      status: 404,
    })
    await town.as('chen').call(answerAsk, { params: { askId: second!.id }, body: { answer: 'declined' } })
    const month = await office().call(readWindowMonth, { params: params(), query: { month: '2026-12' } })
    expect(month).toMatchObject({ asked: 1 })
    expect(month.shifts.map(({ may }) => may)).toEqual([[], ['ask'], ['ask']])
    const kept = month.shifts[0]!.ask!
    expect(kept.state).toBe('agreed')
    expect(await office().call(dropAsk, { params: { branchId, askId: kept.id } })).toMatchObject({ asked: 0 })
    expect(await office().refused(askForShift, { params: params(), body: { shiftId: branchId, checkInId: chen } })).toMatchObject({
      status: 404,
    })
  })

  test('names are opened for asking, and each member sees that; others are refused', async () => {
    const { items } = await office().call(openNames, { params: params(), body: { purpose: 'window' } })
    expect(items.map(({ name }) => name).toSorted()).toEqual([cast.chen.name, cast.xu.name].toSorted())
    expect((await town.as('chen').call(readMyCheckIn)).looks).toContainEqual({ office: 'secretary', purpose: 'list', on: today })
    for (const who of ['chen', 'zhaoYu', 'officerLin'] as const) {
      expect(await town.as(who).refused(openNames, { params: params(), body: { purpose: 'window' } })).toMatchObject({
        code: 'branch-office-only',
      })
      expect(await town.as(who).refused(readWindowMonth, { params: params() })).toMatchObject({ code: 'branch-office-only' })
    }
    expect((await town.as('zhou').call(listModelShifts)).items.length).toBeGreaterThan(0)
  })
})

describe('the applicant’s own tracker', () => {
  const consent = lifeConsentTexts.application.version
  const mine = () => town.as('liuJianjun').call(application.readMyApplication)
  let id: string
  test('is begun by the applicant with a consent of its own; the branch sees steps and no name until it looks', async () => {
    const body = { branchId, name: '刘建军', handedInOn: '2026-01-10', consent }
    expect(await town.as('liuJianjun').refused(application.startApplication, { body: { ...body, consent: 'old' } })).toMatchObject({
      code: 'branch-consent-old',
    })
    expect(
      await town.as('liuJianjun').refused(application.startApplication, { body: { ...body, handedInOn: '2027-01-10' } }),
    ).toMatchObject({ status: 422 })
    const started = await town.as('liuJianjun').call(application.startApplication, { body })
    expect(started).toMatchObject({ stage: 'applicant', floating: true, handedOver: null })
    expect(started.steps).toHaveLength(25)
    expect(await town.as('liuJianjun').refused(application.startApplication, { body })).toMatchObject({ code: 'branch-application-there' })
    const listed = await office().call(application.listApplications, { params: params() })
    expect(JSON.stringify(listed)).not.toContain('刘建军')
    id = listed.items[0]!.id
    expect(await office().call(application.revealApplicant, { params: { branchId, applicationId: id } })).toEqual({ name: '刘建军' })
    expect((await town.as('liuJianjun').call(readMyCheckIn)).looks).toContainEqual({
      office: 'secretary',
      purpose: 'application',
      on: today,
    })
  })

  test('a floating branch notes its own steps up to the sixth; a step above is the applicant’s alone; each day shows who noted it', async () => {
    const note = (step: number, day: string) => ({ params: { branchId, applicationId: id, step }, body: { day } })
    await office().call(application.noteBranchStep, note(2, '2026-02-01'))
    await office().call(application.noteBranchStep, note(3, '2026-05-01'))
    for (const step of [1, 4, 7, 9, 17])
      expect(await office().refused(application.noteBranchStep, note(step, '2026-06-01'))).toMatchObject({ code: 'branch-step-not-yours' })
    expect(await office().refused(application.noteBranchStep, note(5, '2026-01-20'))).toMatchObject({
      errors: [{ path: 'day', code: 'branch-step-before-earlier' }],
    })
    await town.as('liuJianjun').call(application.noteMyStep, { params: { step: 4 }, body: { day: '2026-06-01' } })
    const { application: seen } = await mine()
    expect(seen!.stage).toBe('activist')
    expect(seen!.steps.filter(({ day }) => day).map(({ step, notedBy }) => [step, notedBy])).toEqual([
      [1, 'applicant'],
      [2, 'branch'],
      [3, 'branch'],
      [4, 'applicant'],
    ])
  })

  test('handed over with a receipt, the branch notes nothing more; the applicant goes on', async () => {
    const at = { branchId, applicationId: id }
    const over = await office().call(application.handOverApplication, { params: at, body: { to: '洪湖市新堤街道第三支部', on: today } })
    expect(over.handedOver).toMatchObject({ to: '洪湖市新堤街道第三支部', on: today })
    expect(over.handedOver!.receipt).toMatch(/\w/)
    expect(await office().refused(application.noteBranchStep, { params: { ...at, step: 5 }, body: { day: today } })).toMatchObject({
      code: 'branch-step-not-yours',
    })
    expect(await office().refused(application.handOverApplication, { params: at, body: { to: '别处', on: today } })).toMatchObject({
      code: 'branch-handed-over',
    })
    await town.as('liuJianjun').call(application.noteMyStep, { params: { step: 7 }, body: { day: today } })
    expect((await mine()).application!.stage).toBe('candidate')
  })

  test('stopping needs no reason and leaves nothing, in the replies kept for a retry either', async () => {
    expect(await office().refused(application.deletePaperApplication, { params: { branchId, applicationId: id } })).toMatchObject({
      code: 'branch-applicant-only',
    })
    await town.as('liuJianjun').call(application.stopApplication)
    expect((await mine()).application).toBeNull()
    expect(await town.rows('select 1 from branch.application')).toEqual([])
    expect(await town.rows('select 1 from branch.application_step')).toEqual([])
    expect((await office().call(application.listApplications, { params: params() })).items).toEqual([])
  })

  test('on paper it is the same tracker, and stopped on paper it is gone as well', async () => {
    const body = { name: '纸上申请人', handedInOn: '2026-03-01', consent, signed: true as const }
    const entered = await office().call(application.enterPaperApplication, { params: params(), body })
    expect(entered).toMatchObject({ channel: 'paper', stage: 'applicant' })
    for (const who of ['zhou', 'chen', 'officerLin'] as const)
      expect(await town.as(who).refused(application.listApplications, { params: params() })).toMatchObject({ code: 'branch-office-only' })
    await office().call(application.deletePaperApplication, { params: { branchId, applicationId: entered.id } })
    expect(await town.rows('select 1 from branch.application')).toEqual([])
  })
})

describe('carried up and down', () => {
  const words = '四号巷下水道堵了三天，夜里更臭。'
  const consent = lifeConsentTexts.concern.version
  test('anybody may give words, with a consent of their own; they go up exactly so, as an anonymous concern of the street', async () => {
    const given = await town.as('zhou').call(liaison.giveConcern, { body: { branchId, topic: 'environment', words, consent } })
    expect(given).toMatchObject({ state: 'given', carryBy: '2026-11-26' })
    const [waiting] = (await office().call(liaison.listCarried, { params: params() })).items
    expect(waiting).toMatchObject({ words, may: ['carry', 'return'] })
    expect(JSON.stringify(waiting)).not.toContain(cast.zhou.name)
    const raised = await town.anonymous.call(raiseAnonymously, {
      body: { words: waiting!.words, topic: waiting!.topic, throughOrganId: branchId },
    })
    const at = { branchId, concernId: waiting!.id }
    expect(await office().refused(liaison.stepCarried, { params: at, body: { act: 'carry', claimCode: '不是码' } })).toMatchObject({
      errors: [{ path: 'claimCode' }],
    })
    await office().call(liaison.stepCarried, { params: at, body: { act: 'carry', claimCode: raised.claimCode } })
    const [mine] = (await town.as('zhou').call(liaison.listMyCarried)).items
    expect(mine).toMatchObject({ state: 'carried', claimCode: raised.claimCode })
    expect(await town.anonymous.call(readByCode, { body: { code: mine!.claimCode! } })).toMatchObject({ words })
    // Out there nothing leads to the branch or to the author: only a total was counted.
    const [row] = await town.rows<Record<string, unknown>>(
      'select person_id, carrier_organ, carrier_post, anonymous from concern where number = $1',
      [raised.number],
    )
    expect(row).toEqual({ person_id: null, carrier_organ: null, carrier_post: null, anonymous: true })
  })

  test('the answer is carried down, and the author has a message; it names no member', async () => {
    const [one] = (await office().call(liaison.listCarried, { params: params() })).items
    const at = { branchId, concernId: one!.id }
    expect(
      await office().refused(liaison.stepCarried, { params: at, body: { act: 'answer', words: `${cast.chen.name}去看了` } }),
    ).toMatchObject({ errors: [{ code: 'branch-names-somebody' }] })
    await office().call(liaison.stepCarried, { params: at, body: { act: 'answer', words: '街道周三派车来通。' } })
    expect((await town.as('zhou').call(liaison.listMyCarried)).items[0]).toMatchObject({ state: 'answered', answer: '街道周三派车来通。' })
    expect((await town.as('zhou').call(listBranchMessages)).items.map(({ text }) => text)).toContain('您托支部带的话有答复了。')
    await town.as('zhou').call(liaison.takeBackCarried, { params: { concernId: one!.id } })
    expect(await town.rows('select 1 from branch.carried_concern')).toEqual([])
  })

  test('words are given back with a reason, from paper as from a phone; others’ are not there', async () => {
    const one = await office().call(liaison.enterPaperConcern, {
      params: params(),
      body: { topic: 'safety', words: '灯不亮', givenOn: today, consent, signed: true },
    })
    expect(await town.as('zhou').refused(liaison.takeBackCarried, { params: { concernId: one.id } })).toMatchObject({ status: 404 })
    expect(
      await office().call(liaison.stepCarried, { params: { branchId, concernId: one.id }, body: { act: 'return', reason: 'solved' } }),
    ).toMatchObject({ state: 'returned', may: ['delete'] })
    await office().call(liaison.deletePaperConcern, { params: { branchId, concernId: one.id } })
    expect(await town.as('chen').refused(liaison.listCarried, { params: params() })).toMatchObject({ code: 'branch-office-only' })
  })

  test('a notice goes to everybody who is checked in, and who read it is kept nowhere', async () => {
    const notice = await office().call(liaison.publishBranchNotice, {
      params: params(),
      body: { title: '周六集合', words: '早上九点在接待办公室门口。', until: '2026-11-28' },
    })
    expect((await town.as('chen').call(liaison.listMyNotices)).items).toMatchObject([{ title: '周六集合', may: [] }])
    expect((await town.as('zhou').call(liaison.listMyNotices)).items).toEqual([])
    await office().call(liaison.takeDownBranchNotice, { params: { branchId, noticeId: notice.id } })
    expect((await town.as('chen').call(liaison.listMyNotices)).items).toEqual([])
  })
})

describe('commendation within the house', () => {
  const consent = lifeConsentTexts.honour.version
  let roundId: string
  test('members name somebody or themselves; the reply is the same whether or not anybody of that name is checked in', async () => {
    const round = await office().call(honours.openHonourRound, {
      params: params(),
      body: {
        year: 2026,
        categories: [{ key: 'member', name: { 'zh-CN': '优秀共产党员' } }],
        criteria: { 'zh-CN': '街坊信得过' },
        nominateUntil: today,
      },
    })
    roundId = round.id
    const name = (nominee: 'myself' | { name: string }) =>
      town.as('chen').call(honours.nominate, { params: { roundId }, body: { category: 'member', nominee, reason: '修了一年的灯' } })
    const [known, unknown] = [await name({ name: cast.xu.name }), await name({ name: '查无此人' })]
    const shape = ({ written }: typeof known) => written.map((one) => Object.keys(one).toSorted())
    expect(new Set(shape(unknown).map((keys) => keys.join())).size).toBe(1)
    await name('myself')
    expect((await name('myself')).written).toHaveLength(3)
    expect(
      await town
        .as('zhou')
        .refused(honours.nominate, { params: { roundId }, body: { category: 'member', nominee: 'myself', reason: '我' } }),
    ).toMatchObject({ code: 'branch-members-only' })
  })

  test('covered until opened; nobody decides about themself; closed after the last day of naming', async () => {
    const [covered] = (await office().call(honours.listHonourRounds, { params: params() })).items
    expect(covered!.nominations.map(({ nominee }) => nominee)).toEqual([null, null, null])
    const open = await office().call(honours.openNominations, { params: { branchId, roundId } })
    const of = (nominee: string) => open.nominations.find((one) => one.nominee === nominee)!
    expect(of('查无此人')).toMatchObject({ checkInId: null, may: ['link'] })
    const decide = (nominationId: string) => ({
      params: { branchId, roundId, nominationId },
      body: { act: 'decide' as const, decision: 'honoured' as const },
    })
    expect(await office().refused(honours.linkNominee, decide(of(cast.xu.name).id))).toMatchObject({ code: 'branch-own-nomination' })
    await office().call(honours.linkNominee, decide(of(cast.chen.name).id))
    expect(await office().refused(honours.closeHonourRound, { params: { branchId, roundId } })).toMatchObject({ code: 'branch-round-open' })
    town.at('2026-11-24T10:00:00+08:00')
    // Xu's own nomination is nobody's to settle while Xu holds the only office: it honours nobody.
    expect(await office().call(honours.closeHonourRound, { params: { branchId, roundId } })).toMatchObject({ decidedOn: '2026-11-24' })
  })

  test('outside nobody reads anything until the honoured agrees, in their own words; taken down it is gone', async () => {
    const shown = () => town.anonymous.call(honours.listShownHonours, { params: params() })
    expect(await shown()).toEqual({ items: [] })
    const at = { roundId, category: 'member' }
    const body = { name: '老陈', words: '灯亮了，路就近了。', consent }
    expect(await town.as('chen').refused(honours.showHonour, { params: at, body: { ...body, consent: 'x' } })).toMatchObject({
      code: 'branch-consent-old',
    })
    expect(await office().refused(honours.showHonour, { params: at, body })).toMatchObject({ status: 404 })
    await town.as('chen').call(honours.showHonour, { params: at, body })
    expect((await shown()).items).toMatchObject([{ year: 2026, name: '老陈', words: '灯亮了，路就近了。' }])
    await town.as('chen').call(honours.hideHonour, { params: at })
    expect(await shown()).toEqual({ items: [] })
    await town.as('chen').call(honours.showHonour, { params: at, body })
  })
})

test('withdrawn, a member leaves no trace in the life of the branch: not in lists, shifts, commendations, nor in what others wrote before', async () => {
  const { id } = await office().call(addOccasion, {
    params: params(),
    body: {
      kind: 'themedDay',
      title: { 'zh-CN': '党日' },
      place: { 'zh-CN': '门口' },
      agenda: [],
      from: 540,
      to: 600,
      openToAll: false,
      day: '2026-11-24',
    },
  })
  await town.as('chen').call(sayIWasThere, { params: { occasionId: id } })
  await office().call(stepOccasion, { params: { branchId, occasionId: id }, body: { act: 'hold', guests: 0 } })
  await office().call(writeOccasionMinutes, { params: { branchId, occasionId: id }, body: { words: '周大伟提了一个主意。' } })
  // Somebody of that name checks in only afterwards.
  await checkedIn(town, branchId, 'zhou', '周大伟')
  await town.as('zhou').call(withdrawCheckIn)
  await town.as('chen').call(withdrawCheckIn)
  for (const table of ['attendance', 'window_ask', 'nomination', 'honour'])
    expect([table, await town.rows(`select 1 from branch.${table} where check_in_id::text = $1`, [chen])]).toEqual([table, []])
  expect((await town.anonymous.call(honours.listShownHonours, { params: params() })).items).toEqual([])

  expect((await office().call(readOccasion, { params: { branchId, occasionId: id } })).minutes).toBe('某同志提了一个主意。')
})
