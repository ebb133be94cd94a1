import { answerPair, offerMentoring, readMyMentoring } from '@ronghe/contract/school/mentoring.ts'
import { addMaterial } from '@ronghe/contract/school/class.ts'
import { offerAwards } from '@ronghe/contract/school/awards.ts'
import { stepCourse } from '@ronghe/contract/school/course-desk.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { openClass } from '@ronghe/server/rooms/school/class.testing.ts'
import { readClassWord } from '@ronghe/contract/school/ability.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow()
})
afterAll(() => flow?.close())

const inDays = (days: number): Date => new Date(flow.town.now().getTime() + days * 86_400_000)
const dayOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at)

/** Turns the clock and lets the session of this person live through it. */
async function letPass(days: number, ...who: ('zhou' | 'dengKai' | 'suMin')[]): Promise<void> {
  flow.town.at(inDays(days))
  for (const one of who) await flow.town.as(one).call(readMyMentoring)
}

test('a mentoring pair: wished for, proposed with its reasons, agreed by both, met and closed', async () => {
  const { town } = flow
  const zhou = await flow.phone({ as: 'zhou' })
  await zhou.goto('/school/mentoring')
  await title(zhou, '传帮带').waitFor()
  await isFit(zhou, 'mentoring')
  await zhou.getByRole('link', { name: '我想学' }).click()
  await title(zhou, '您想学什么？').waitFor()
  await zhou.getByRole('button', { name: '下一题' }).click()
  await zhou.getByRole('link', { name: '至少选一样。' }).waitFor()
  await zhou.getByLabel('印刷手艺').check()
  await isFit(zhou, 'mentoring-skills')
  await zhou.getByRole('button', { name: '下一题' }).click()
  await zhou.getByLabel('普通话').check()
  await zhou.getByRole('button', { name: '下一题' }).click()
  await zhou.getByLabel('平日晚上').check()
  await zhou.reload() // nothing typed is lost
  await title(zhou, '哪些时候有空？').waitFor()
  expect(await zhou.getByLabel('平日晚上').isChecked()).toBe(true)
  await zhou.getByRole('button', { name: '下一题' }).click()
  const agree = zhou.getByLabel('我同意')
  expect(await agree.isChecked()).toBe(false)
  await zhou.getByRole('button', { name: '登记我想学的' }).click()
  await zhou.getByRole('alert').first().waitFor()
  await agree.check()
  await isFit(zhou, 'mentoring-consent')
  await zhou.getByRole('button', { name: '登记我想学的' }).click()
  await zhou.getByText('在等配对').waitFor()

  await town.as('dengKai').call(offerMentoring, {
    body: {
      side: 'mentor',
      skills: ['printing'],
      languages: ['mandarin', 'honghu'],
      times: ['weekdayEvening'],
      places: 2,
      organId: null,
      consentVersion: consentTexts.mentoring.version,
    },
  })
  const desk = await flow.desk({ as: 'suMin' })
  await desk.goto('/desk/school/mentoring')
  await desk.getByText('能配 1 对').waitFor()
  expect(await desk.getByText('邓凯').count()).toBe(0)
  await isFit(desk, 'mentoring-desk')
  await desk.getByRole('button', { name: '问问双方' }).click()
  await desk.getByText('眼下没有配得上的。').waitFor()

  await zhou.reload()
  await zhou.getByRole('link', { name: /传帮带：印刷手艺/ }).click()
  await zhou.getByText('两边都愿意以后才看得到名字').waitFor()
  await isFit(zhou, 'mentoring-proposed')
  await zhou.getByRole('button', { name: '愿意' }).click()
  await zhou.getByText('您已经说了愿意').waitFor()
  const [pair] = (await town.as('dengKai').call(readMyMentoring)).pairs
  await town.as('dengKai').call(answerPair, { params: { pairId: pair!.id }, body: { yes: true } })
  await zhou.reload()
  await zhou.getByText('邓凯').waitFor()
  await zhou.getByLabel('想做到什么？').fill('自己换一次版')
  await zhou.getByRole('button', { name: '写下目标' }).click()
  await zhou.getByText('还没做到').first().waitFor()
  await zhou.getByRole('button', { name: '约见面' }).click()
  await zhou.getByLabel('哪一天？').fill(dayOf(inDays(2)))
  await zhou.getByLabel('在哪里？').fill('榕树路5号门口')
  await isFit(zhou, 'mentoring-plan')
  await zhou.getByRole('button', { name: '约见面' }).last().click()
  await zhou.getByText('约好了').waitFor()
  await isFit(zhou, 'mentoring-agreed')
  await letPass(3, 'zhou', 'suMin')
  await zhou.reload()
  await zhou.getByRole('button', { name: '见过了' }).click()
  await zhou.getByText('见过了').first().waitFor()
  await zhou.getByRole('button', { name: '做到了' }).click()
  await zhou.getByRole('button', { name: '结束这一对' }).click()
  await zhou.getByRole('dialog').getByLabel('学到了').check()
  await isFit(zhou, 'mentoring-close')
  await zhou.getByRole('button', { name: '确定结束' }).click()
  await zhou.getByText('结束了', { exact: true }).waitFor()
  await isFit(zhou, 'mentoring-closed')
  await Promise.all([zhou.context().close(), desk.context().close()])
})

test('a class: self-rating before and after under one code, talk that is moderated and appealed, a certificate that is shown and verified', async () => {
  const { town } = flow
  const { courseId } = await openClass(town, { first: dayOf(inDays(1)), weeks: 2, people: ['chen', 'zhou', 'wuXia'] })
  await town.as('dengKai').call(addMaterial, {
    params: { courseId },
    body: { sessionId: null, title: { 'zh-CN': '调墨要点' }, body: { 'zh-CN': '先少后多，边加边看。' }, public: false },
  })
  const { word } = await town.as('zhou').call(readClassWord, { params: { courseId } })

  // Nobody is signed in where one rates oneself.
  const somebody = await flow.phone()
  await somebody.goto(`/school/courses/${courseId}/ability`)
  await somebody.getByRole('button', { name: '开始：学之前' }).click()
  await title(somebody, '您的码和班级口令').waitFor()
  await somebody.getByRole('textbox', { name: '班级口令' }).fill(word.toLowerCase())
  await isFit(somebody, 'ability-code')
  const code = await somebody.locator('p', { hasText: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/ }).innerText()
  await rate(somebody, '不太行')
  await title(somebody, /收到了/).waitFor()
  expect(await somebody.getByText(code).count()).toBe(1)
  await isFit(somebody, 'ability-kept')

  const zhou = await flow.phone({ as: 'zhou' })
  await zhou.goto(`/school/courses/${courseId}`)
  await zhou.getByRole('link', { name: '课程资料' }).click()
  await zhou.getByText('先少后多').waitFor()
  await isFit(zhou, 'materials')
  await zhou.getByRole('link', { name: '打印全部文字' }).click()
  await zhou.locator('[data-print-sheet]').waitFor()
  await isFit(zhou, 'materials-sheet')
  await zhou.goto(`/school/courses/${courseId}/talk`)
  await zhou.getByRole('button', { name: '开一个话题' }).click()
  await zhou.getByLabel('想聊什么？').fill('二手机器')
  await zhou.getByLabel('说说看').fill('有人要二手机器吗，不收钱。')
  await zhou.getByLabel('班里怎么叫您？').fill('小周')
  await isFit(zhou, 'talk-open')
  await zhou.getByRole('button', { name: '发给班里' }).click()
  await title(zhou, '二手机器').waitFor()
  await isFit(zhou, 'talk')

  const teacher = await flow.phone({ as: 'dengKai', language: 'en' })
  await teacher.goto(new URL(zhou.url()).pathname)
  await teacher.getByRole('button', { name: 'Hide' }).click()
  await teacher.getByRole('dialog').getByRole('textbox').fill('买卖请去别处。')
  await teacher.getByRole('button', { name: 'Hide them' }).click()
  await teacher.getByText('These words were hidden').waitFor()
  await isFit(teacher, 'talk-hidden-en')
  await zhou.reload()
  await zhou.getByRole('button', { name: '我不同意' }).click()
  await zhou.getByRole('dialog').getByRole('textbox').fill('是送人的。')
  await zhou.getByRole('button', { name: '提出申诉' }).click()
  await zhou.getByText('等学堂负责人答复').first().waitFor()
  const desk = await flow.desk({ as: 'suMin' })
  await desk.goto('/desk/school/moderation')
  await desk.getByText('是送人的。').waitFor()
  await desk.getByLabel('理由，写的人会看到').fill('不收钱，可以留。')
  await isFit(desk, 'moderation')
  await desk.getByRole('button', { name: '恢复显示' }).click()
  await desk.getByText('没有要处理的。').waitFor()
  await zhou.reload()
  await zhou.getByText('恢复显示：不收钱，可以留。').waitFor()

  await town.as('suMin').call(stepCourse, { params: { courseId }, body: { step: 'start' } })
  await letPass(9, 'zhou', 'dengKai', 'suMin')
  await somebody.goto(`/school/courses/${courseId}/ability`)
  await somebody.getByRole('button', { name: '开始：学完了' }).click()
  expect(await somebody.getByText(code).count()).toBe(1) // the same code, still on this phone
  await rate(somebody, '可以')
  await title(somebody, /收到了/).waitFor()
  expect(await town.rows('select 1 from ability_answer where course_id = $1', [courseId])).toHaveLength(2)
  await somebody.goto(`/school/courses/${courseId}/ability/results`)
  await somebody
    .getByText(/起看得到/)
    .first()
    .waitFor()
  await isFit(somebody, 'ability-results')

  await town.rows(
    `insert into class_attendance (street_id, session_id, person_id, present, way, at)
     select s.street_id, s.id, $2, true, 'paper', s.starts_at from course_session s where s.course_id = $1`,
    [courseId, town.idOf('zhou')],
  )
  await town.as('suMin').call(stepCourse, { params: { courseId }, body: { step: 'close' } })
  await teacher.goto(`/school/courses/${courseId}/awards`)
  await teacher.getByRole('button', { name: 'Confirm' }).waitFor()
  await isFit(teacher, 'awards-confirm-en')
  await town.as('dengKai').call(offerAwards, { params: { courseId }, body: { personIds: [town.idOf('zhou')] } })
  await zhou.goto('/school/awards')
  await isFit(zhou, 'awards')
  await zhou.getByRole('button', { name: '领证书' }).click()
  await zhou.getByRole('link', { name: '看证书' }).click()
  await title(zhou, /胶印入门/).waitFor()
  await isFit(zhou, 'certificate')
  const [certificate] = await town.rows<{ id: string }>(`select id from certificate where kind = 'course'`)
  const stranger = await flow.phone({ appearance: 'large' })
  await stranger.goto(`/verify/${certificate!.id}`)
  await stranger.getByText('胶印入门').first().waitFor()
  expect(await stranger.getByText('周桂兰').count()).toBe(0)
  await isFit(stranger, 'verify-large')
  await Promise.all([somebody, zhou, teacher, desk, stranger].map((page) => page.context().close()))
})

/** From the code through all questions, with one answer. */
async function rate(page: Page, answer: string): Promise<void> {
  await page.getByRole('button', { name: '下一题' }).click()
  for (let last = false; !last;) {
    await page.getByLabel(answer, { exact: true }).check()
    last = (await page.getByRole('button', { name: '交上去' }).count()) > 0
    const before = await page.getByRole('heading', { level: 1 }).innerText()
    await page.getByRole('button', { name: last ? '交上去' : '下一题' }).click()
    await page.waitForFunction((words) => document.querySelector('h1')?.textContent !== words, before)
  }
}
