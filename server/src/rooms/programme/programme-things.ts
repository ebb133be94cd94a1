import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { threatOpen } from './concern-author.ts'
import { isOpen } from './concern-lifecycle.ts'
import { setting } from '../../platform/settings/settings.ts'
import { today } from './posts.ts'

/** A line of "my things" on the resident's home: what it is, what happens next and by when. */
export interface Thing {
  readonly kind: string
  readonly id: string
  readonly title: Text
  readonly line: Text
  readonly tag: Text
  readonly tone: 'plain' | 'good' | 'waiting' | 'attention'
  readonly to: string
}

const dayText = (day: string): Text => {
  const [, month, date] = day.split('-').map(Number) as [number, number, number]
  const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]!
  return { 'zh-CN': `${month}月${date}日`, en: `${date} ${name}` }
}

/** The person's open concerns and answers that wait for a word from them, the newest first. */
export async function programmeThings(deed: Deed, personId: string): Promise<readonly Thing[]> {
  const rows = await deed.tx
    .selectFrom('concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  const topics = await setting(deed, 'concernTopics')
  return rows
    .filter((row) => isOpen(row.state) || row.state === 'answered')
    .map((row) => {
      const topic = topics.find(({ key }) => key === row.topic)?.name
      const due = row.state === 'raised' ? row.screen_by : row.answer_by
      const late = due !== null && due < today(deed)
      const by = due ? dayText(due) : undefined
      return {
        kind: 'concern',
        id: row.id,
        title: {
          'zh-CN': `我提的意见${topic ? `：${topic['zh-CN']}` : ''}`,
          en: `My concern${topic ? `: ${topic.en ?? topic['zh-CN']}` : ''}`,
        },
        line: lineOf(row.state, by, late),
        ...tagOf(row.state, late || threatOpen(row)),
        to: `/concerns/${row.id}`,
      }
    })
}

function lineOf(state: string, by: Text | undefined, late: boolean): Text {
  if (state === 'answered')
    return { 'zh-CN': '有答复了，看看是不是解决了。', en: 'There is an answer. Please see whether it settles the matter.' }
  if (!by) return { 'zh-CN': '正在办。', en: 'It is being handled.' }
  const screening = state === 'raised'
  if (late)
    return {
      'zh-CN': `原定${by['zh-CN']}前${screening ? '分派' : '答复'}，已经超期，上级也知道了。`,
      en: `It was due by ${by.en} and is late; the superior has been told.`,
    }
  return screening
    ? { 'zh-CN': `${by['zh-CN']}前会定下由谁来办。`, en: `By ${by.en} it will have an owner.` }
    : { 'zh-CN': `${by['zh-CN']}前答复。`, en: `It will be answered by ${by.en}.` }
}

function tagOf(state: string, attention: boolean): Pick<Thing, 'tag' | 'tone'> {
  if (state === 'answered') return { tag: { 'zh-CN': '请您看', en: 'For you' }, tone: 'good' }
  if (attention) return { tag: { 'zh-CN': '超期', en: 'Late' }, tone: 'attention' }
  return state === 'raised'
    ? { tag: { 'zh-CN': '已收到', en: 'Received' }, tone: 'plain' }
    : { tag: { 'zh-CN': '在办', en: 'In hand' }, tone: 'waiting' }
}
