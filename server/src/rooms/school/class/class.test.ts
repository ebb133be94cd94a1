import {
  addMaterial,
  addMaterialFile,
  changeMaterial,
  listMaterials,
  listSessionMinutes,
  readMaterialFile,
  readMaterialPack,
  removeMaterial,
  saveSessionMinutes,
} from '@ronghe/contract/school/class.ts'
import {
  answerAppeal,
  answerReport,
  closeTalk,
  listModeration,
  listTalks,
  openTalk,
  readTalk,
  sayInTalk,
  stepTalkPost,
} from '@ronghe/contract/school/talk.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../platform/database/testing.ts'
import { forgetOld } from '../../../platform/privacy/forget-old.ts'
import { openClass } from '../class.testing.ts'
import { classKeeper } from './class.keeper.ts'

let town: Town
let courseId: string
let sessions: readonly string[]
beforeAll(async () => {
  town = await openTown()
  ;({ courseId, sessions } = await openClass(town, { people: ['chen', 'zhou', 'wuXia'] }))
})
afterAll(() => town.close())

const text = (words: string, isPublic = false) => ({
  sessionId: null,
  title: { 'zh-CN': words },
  body: { 'zh-CN': `${words}的内容`, en: 'The text' },
  public: isPublic,
})
const talk = (who: CastKey, words: string) =>
  town.as(who).call(openTalk, { params: { courseId }, body: { title: '墨色不匀', words, called: '小周' } })

test('what is public is for everybody, the rest for the class; the pack holds exactly what the reader may see', async () => {
  const teacher = town.as('dengKai')
  const open = await teacher.call(addMaterial, { params: { courseId }, body: text('课程安排', true) })
  await teacher.call(addMaterial, { params: { courseId }, body: { ...text('调墨要点'), sessionId: sessions[0]! } })
  const seenBy = async (who?: CastKey) => (who ? town.as(who) : town.anonymous).call(listMaterials, { params: { courseId } })
  expect((await seenBy('zhou')).items.map(({ title }) => title['zh-CN'])).toEqual(['课程安排', '调墨要点'])
  for (const outside of [await seenBy(), await seenBy('heMin')])
    expect(outside).toMatchObject({ items: [{ id: open.id }], more: true, may: [] })
  const packOf = async (who?: CastKey) => {
    const { bytes, status } = await (who ? town.as(who) : town.anonymous).raw(readMaterialPack, { params: { courseId } })
    expect(status).toBe(200)
    return unzipSync(bytes)
  }
  expect(Object.keys(await packOf())).toEqual(['01 课程安排.txt'])
  const whole = await packOf('zhou')
  expect(Object.keys(whole)).toEqual(['01 课程安排.txt', '02 调墨要点.txt'])
  expect(strFromU8(whole['02 调墨要点.txt']!)).toBe('调墨要点的内容')
  await teacher.call(changeMaterial, { params: { courseId, materialId: open.id }, body: text('课程安排') })
  expect((await seenBy()).items).toEqual([])
  for (const who of ['zhou', 'yeLan'] as const) {
    const refused = await town.as(who).refused(addMaterial, { params: { courseId }, body: text('别人的') })
    expect(refused.code).toBe(who === 'zhou' ? 'not-permitted' : 'class-not-taught')
  }
})

test('a file is re-read for what it is, given to the class only, and deleted with its line', async () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n')
  const boundary = 'x-course-x'
  const part = (name: string, value: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const form = (bytes: Buffer) =>
    Buffer.concat([
      Buffer.from(
        `${part('title', '讲义')}${part('public', 'false')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
  const send = (bytes: Buffer) =>
    town.as('dengKai').raw(addMaterialFile, {
      params: { courseId },
      payload: form(bytes),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
  expect((await send(Buffer.from('<html>not a file</html>'))).status).toBe(422)
  const added = await send(pdf)
  expect(added.status).toBe(201)
  const { id: materialId } = JSON.parse(added.body) as { id: string }
  const params = { courseId, materialId }
  expect((await town.as('zhou').raw(readMaterialFile, { params })).bytes.equals(pdf)).toBe(true)
  expect(await town.anonymous.refused(readMaterialFile, { params })).toMatchObject({ code: 'no-file' })
  await town.as('dengKai').call(removeMaterial, { params })
  expect(await town.rows(`select 1 from stored_file where purpose = 'course'`)).toEqual([])
  expect(await town.as('zhou').refused(readMaterialFile, { params })).toMatchObject({ code: 'no-file' })
})

test('minutes say who taught and what was asked; a learner’s name is refused where it stands', async () => {
  const params = { sessionId: sessions[0]! }
  const body = { taught: '认了三种机器。', questions: '有人问双色机怎么对版。' }
  expect(await town.as('dengKai').refused(saveSessionMinutes, { params, body })).toMatchObject({ code: 'class-to-come' })
  town.at('2026-11-25T09:00:00+08:00')
  expect(
    await town.as('dengKai').refused(saveSessionMinutes, { params, body: { ...body, questions: `${cast.zhou.name}问双色机。` } }),
  ).toMatchObject({ code: 'fields', errors: [{ path: 'questions', code: 'minutes-name-somebody' }] })
  await town.as('dengKai').call(saveSessionMinutes, { params, body })
  const { items } = await town.as('zhou').call(listSessionMinutes, { params: { courseId } })
  expect(items).toMatchObject([{ number: 1, lecturer: '邓凯', ...body, savedOn: '2026-11-25' }])
  expect(await town.as('heMin').refused(listSessionMinutes, { params: { courseId } })).toMatchObject({ code: 'class-not-yours' })
  expect(await town.as('yeLan').refused(saveSessionMinutes, { params, body })).toMatchObject({ code: 'class-not-taught' })
})

test('a class talks under the names it wants, and nobody outside reads it', async () => {
  const opened = await talk('zhou', '水墨平衡怎么看？')
  expect(opened).toMatchObject({ posts: [{ called: '小周', mine: true, words: '水墨平衡怎么看？' }], may: ['say'] })
  const params = { threadId: opened.id }
  town.at('2026-11-25T09:05:00+08:00')
  await town.as('chen').call(sayInTalk, { params, body: { words: '看版面反光。', called: '阿陈' } })
  expect((await town.as('wuXia').call(readTalk, { params })).posts.map(({ called }) => called)).toEqual(['小周', '阿陈'])
  expect((await town.as('chen').call(listTalks, { params: { courseId } })).called).toBe('阿陈')
  for (const who of ['heMin', 'yeLan', 'officerLin', 'luMeng'] as const) {
    expect(await town.as(who).refused(readTalk, { params })).toMatchObject({ code: 'class-not-yours' })
    expect(await town.as(who).refused(listTalks, { params: { courseId } })).toMatchObject({ code: 'class-not-yours' })
  }
  const [row] = await town.rows<{ words_sealed: Buffer; called_sealed: Buffer }>('select * from class_post limit 1')
  expect(`${row!.words_sealed.toString('utf8')}${row!.called_sealed.toString('utf8')}`).not.toMatch(/水墨|小周/)
  expect(await town.as('zhou').refused(closeTalk, { params })).toMatchObject({ code: 'not-permitted' })
  await town.as('dengKai').call(closeTalk, { params })
  expect(await town.as('chen').refused(sayInTalk, { params, body: { words: '再说一句', called: '阿陈' } })).toMatchObject({
    code: 'class-talk-closed',
  })
})

test('words are hidden with a reason, their author appeals, and the head of the school decides', async () => {
  const { id: threadId } = await talk('chen', '有人转让二手机器，加我。')
  town.at('2026-11-25T09:10:00+08:00')
  const said = (await town.as('zhou').call(sayInTalk, { params: { threadId }, body: { words: '这里不是卖东西的地方。', called: '小周' } }))
    .posts
  const advert = said[0]!.id
  const step = (who: CastKey, postId: string, body: object) => town.as(who).call(stepTalkPost, { params: { postId }, body: body as never })
  await step('zhou', advert, { step: 'report', because: 'advert' })
  expect(
    await town.as('zhou').refused(stepTalkPost, { params: { postId: advert }, body: { step: 'hide', because: '广告' } }),
  ).toMatchObject({
    code: 'class-words-not-now',
  })
  const waiting = await town.as('suMin').call(listModeration)
  expect(waiting.items).toMatchObject([{ postId: advert, reports: ['advert'], words: '有人转让二手机器，加我。', hiddenBecause: null }])
  expect(JSON.stringify(waiting)).not.toContain(town.idOf('chen'))
  await step('dengKai', advert, { step: 'hide', because: '买卖请去别处。' })
  const inClass = await town.as('zhou').call(readTalk, { params: { threadId } })
  expect(inClass.posts[0]).toMatchObject({ state: 'hidden', words: null, because: '买卖请去别处。', may: [] })
  expect((await town.as('chen').call(readTalk, { params: { threadId } })).posts[0]).toMatchObject({
    words: '有人转让二手机器，加我。',
    may: ['takeBack', 'appeal'],
  })
  await step('chen', advert, { step: 'appeal', words: '是送给同学的，不收钱。' })
  expect((await town.as('suMin').call(listModeration)).items[0]).toMatchObject({ appeal: '是送给同学的，不收钱。' })
  const params = { postId: advert }
  for (const who of ['chen', 'dengKai', 'heMin'] as const)
    expect(await town.as(who).refused(answerAppeal, { params, body: { uphold: true, because: '不行' } })).toMatchObject({
      code: 'not-permitted',
    })
  await town.as('suMin').call(answerAppeal, { params, body: { uphold: false, because: '确实不收钱，可以留。' } })
  const again = (await town.as('chen').call(readTalk, { params: { threadId } })).posts[0]
  expect(again).toMatchObject({ state: 'shown', appeal: { answer: 'shownAgain', because: '确实不收钱，可以留。' } })
  expect((await town.as('suMin').call(listModeration)).items).toEqual([])
  expect(await town.as('suMin').refused(answerAppeal, { params, body: { uphold: true, because: '再来' } })).toMatchObject({
    code: 'class-appeal-settled',
  })
  // Reported words that are left stand as they were.
  await step('chen', said[1]!.id, { step: 'report', because: 'rude' })
  expect(await town.as('suMin').refused(answerReport, { params: { postId: said[1]!.id }, body: { hide: true } })).toMatchObject({
    code: 'fields',
  })
  expect(await town.as('suMin').call(answerReport, { params: { postId: said[1]!.id }, body: { hide: false } })).toEqual({ state: 'shown' })
  expect((await town.as('suMin').call(listModeration)).items).toEqual([])
})

test('erasing somebody takes their words and names out of every talk; talks go half a year after the last word', async () => {
  const { id: threadId } = await talk('wuXia', '我有个问题')
  town.at('2026-11-25T09:20:00+08:00')
  await town.as('zhou').call(sayInTalk, { params: { threadId }, body: { words: '请讲。', called: '小周' } })
  const alone = await talk('wuXia', '没有人回答的话')
  await town.deed(async (deed) => {
    expect(await classKeeper.export(deed, town.idOf('wuXia'))).toMatchObject({
      classTalk: [{ words: '我有个问题' }, { words: '没有人回答的话' }],
    })
    await classKeeper.forget(deed, town.idOf('wuXia'))
    expect(await classKeeper.export(deed, town.idOf('wuXia'))).toEqual({})
  })
  expect((await town.as('zhou').call(readTalk, { params: { threadId } })).posts).toMatchObject([
    { called: null, words: null, state: 'taken' },
    { called: '小周', words: '请讲。' },
  ])
  expect(await town.as('zhou').refused(readTalk, { params: { threadId: alone.id } })).toMatchObject({ code: 'no-class-talk' })
  town.at('2027-06-01T09:00:00+08:00')
  await town.deed(forgetOld)
  expect(await town.rows('select 1 from class_post')).toEqual([])
})
