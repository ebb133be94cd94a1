import { sentences } from '@ronghe/contract/words.ts'
import type { FloorEvent, Happening } from '@ronghe/floor'
import type { Condition } from '@ronghe/tally'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meetingRecord, speakingTime, type MeetingFacts } from './meeting-record.ts'
import { currentParagraphs, type Change } from './minutes-changes.ts'
import { personsIn, withMarks, withNames } from './minutes-names.ts'
import { minutesText } from './minutes-text.ts'

const laws = { seed: 20261123, numRuns: 200 }
const idOf = (index: number): string => `00000000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`
const [chair, zhou, li, huang, zeng] = [0, 1, 2, 3, 4].map(idOf) as [string, string, string, string, string]
const delegates = [
  { id: chair, name: '梁慧', bench: null },
  { id: zhou, name: '周桂兰', bench: 'newcomers' },
  { id: li, name: '李志强', bench: 'newcomers' },
  { id: huang, name: '黄志明', bench: 'locals' },
  { id: zeng, name: '曾波', bench: 'locals' },
]
const facts: MeetingFacts = {
  council: { 'zh-CN': '共治议事会', en: 'Co-governance Council' },
  number: 3,
  kind: 'ordinary',
  place: '榕树路3号二楼',
  zone: 'Asia/Shanghai',
  excused: new Set([zeng]),
}
const benches = { newcomers: { 'zh-CN': '来穗人员', en: 'Newcomers' }, locals: { 'zh-CN': '本地居民', en: 'Locals' } }

/** A list of events a minute apart, beginning at 19:00. */
const happened = (all: readonly Happening[]): FloorEvent[] =>
  all.map((one, index) => ({
    ...one,
    number: index + 1,
    at: new Date(Date.parse('2026-12-04T11:00:00Z') + index * 60_000).toISOString(),
    commandId: `c${index}`,
    by: null,
  }))

const motion = {
  id: idOf(50),
  title: { 'zh-CN': '修三号巷的路灯', en: 'Lamps in Lane Three' },
  number: '2026-3',
  kind: 'ordinary',
  lines: ['修。'],
  version: 1,
  signedBy: [],
}
const item = { id: idOf(51), position: 1, kind: 'motion', title: motion.title, bench: 'newcomers', motion }
const opened = {
  kind: 'meetingOpened',
  practice: false,
  rules: {} as never,
  delegates,
  present: [chair, zhou, huang],
  deputies: {},
  agenda: [item],
  presidingId: chair,
  quorum: [
    { bench: null, what: 'quorum', has: 3, needs: 4, met: false },
    { bench: 'newcomers', what: 'quorum', has: 1, needs: 1, met: true },
  ],
} satisfies Happening
const figures = (yes: number, no: number) => ({ inOffice: 5, present: 4, for: yes, against: no, abstain: 0, silent: 1, interest: 0 })
const meeting: readonly Happening[] = [
  opened,
  { kind: 'delegateCame', delegateId: li, how: 'code' },
  { kind: 'itemOpened', item, earlier: [], because: null },
  { kind: 'interestNoted', delegateId: li, how: 'declared', why: null },
  { kind: 'motionMoved', byId: zhou, how: 'device' },
  { kind: 'motionSeconded', byId: huang, how: 'hand' },
  { kind: 'speechBegan', delegateId: zhou, stance: 'for', turn: 1, budgetMs: 180_000, because: [] },
  { kind: 'interpretingBegan', delegateId: zhou },
  { kind: 'interpretingEnded', delegateId: zhou, ms: 60_000 },
  { kind: 'interruptionNoted', delegateId: huang, speakerId: zhou },
  { kind: 'pointRaised', pointId: 'p1', delegateId: zhou, point: 'interruption', how: 'device' },
  { kind: 'pointRuled', pointId: 'p1', ruling: 'upheld', endsSpeech: false, words: '请让她讲完' },
  { kind: 'speechEnded', delegateId: zhou, ms: 150_000, why: 'finished' },
  { kind: 'chairPassed', toId: huang, why: 'speak' },
  { kind: 'speechBegan', delegateId: huang, stance: 'against', turn: 1, budgetMs: 180_000, because: [] },
  { kind: 'speechEnded', delegateId: huang, ms: 180_000, why: 'time' },
  { kind: 'adjourned', because: '停电' },
  { kind: 'resumed' },
  {
    kind: 'voteClosed',
    question: { kind: 'motion' },
    way: 'rollCall',
    ballotId: null,
    count: { total: figures(1, 1), benches: { newcomers: figures(1, 0), locals: figures(0, 1) } },
    decision: { kind: 'rejected', conditions: [{ bench: 'locals', what: 'majority', has: 0, needs: 1, met: false }], chairVote: 'against' },
    roll: { [zhou]: 'for', [huang]: 'against' },
  },
  { kind: 'itemClosed', itemId: item.id, outcome: 'rejected', why: null },
  { kind: 'delegateLeft', delegateId: li, how: 'self' },
  { kind: 'meetingClosed', carriedOver: [] },
]
const names = new Map(delegates.map(({ id, name }) => [id, name]))
const read = (language: 'zh-CN' | 'en', list: readonly Happening[] = meeting): string =>
  minutesText(meetingRecord(happened(list), facts)!, benches)
    .flatMap(({ text, rows }) => [text, ...rows.flat()])
    .map((text) => withNames(text, (id) => names.get(id), { 'zh-CN': '已注销的代表', en: 'a former delegate' })[language])
    .join('\n')

describe('minutes from the list of events', () => {
  test('say who was there, who spoke for how long, what was voted by name and bench, in both languages', () => {
    const zh = read('zh-CN')
    for (const said of [
      '共治议事会第3次会议记录',
      '2026年12月4日，19:00开会，19:21散会。地点：榕树路3号二楼。',
      '请假：曾波。',
      '无故缺席：无。',
      '在任代表5人，全体到会3人（须4人），来穗人员到会1人（须1人），未达到法定人数。',
      '议题1：修三号巷的路灯（议案2026-3）',
      '周桂兰动议。',
      '附议：黄志明。',
      '李志强声明与本议题有利害关系',
      '2分30秒（有口译，口译不计时）',
      '时间到',
      '周桂兰发言时被黄志明打断，主持人制止。',
      '周桂兰提出程序问题：打断发言。主持人裁定成立。裁定说明：请让她讲完',
      '19:13起由黄志明主持（原主持人要发言）。',
      '19:16至19:17休会：停电。',
      '表决本议案，方式：点名。赞成1，反对1，弃权0。其中来穗人员：赞成1，反对0，弃权0。其中本地居民：赞成0，反对1，弃权0。',
      '按章程：本地居民须赞成1票，得0票，不够。',
      '票数相等，主席投反对票。',
      '结论：未通过。',
      '来穗人员发言1次共2分30秒，本地居民发言1次共3分。',
    ])
      expect(zh).toContain(said)
    const en = read('en')
    for (const said of [
      'minutes of meeting 3',
      'Moved by 周桂兰.',
      '2 min 30 s (interpreted; interpreting costs no time)',
      'Locals: 3 min, turns: 1',
    ])
      expect(en).toContain(said)
    expect(en).not.toMatch(/[{}]/)
    expect(zh).not.toMatch(/[{}]/)
  })

  test('a secret ballot in one box has a total and no figures by bench; one that each bench had to carry has both', () => {
    const secret = (conditions: readonly Condition[]): readonly Happening[] =>
      meeting.map((one) =>
        one.kind === 'voteClosed'
          ? {
              ...one,
              way: 'secret' as const,
              roll: {},
              decision: { kind: 'carried' as const, conditions: [...conditions], chairVote: null },
            }
          : one,
      )
    const quorum: Condition = { bench: 'locals', what: 'quorum', has: 1, needs: 1, met: true }
    expect(read('zh-CN', secret([quorum]))).toContain('赞成1，反对1，弃权0')
    expect(read('zh-CN', secret([quorum]))).not.toContain('其中')
    expect(read('zh-CN', secret([{ ...quorum, what: 'majority' }]))).toContain('其中本地居民：赞成0，反对1')
  })

  test('list the roll-call in seat order, whatever order the votes came in', () => {
    const roll = minutesText(meetingRecord(happened(meeting), facts)!, benches).find(({ key }) => key === 'item-1-roll-1')!
    expect(roll.rows.slice(1).map((row) => row[1]!['zh-CN'])).toEqual([zhou, huang].map((id) => `@{${id}}`))
  })

  test('hold no name themselves: a delegate whose account is closed is not named any more', () => {
    const paragraphs = minutesText(meetingRecord(happened(meeting), facts)!, benches)
    const stored = JSON.stringify(paragraphs)
    for (const { name } of delegates) expect(stored).not.toContain(name)
    expect(
      withNames(paragraphs.find(({ key }) => key === 'item-1-moved')!.text, () => undefined, { 'zh-CN': '已注销的代表' })['zh-CN'],
    ).toBe('已注销的代表动议。')
  })

  test('are the same words for the same events, and no two paragraphs share a key', () => {
    const write = () => minutesText(meetingRecord(happened(meeting), facts)!, benches)
    expect(write()).toEqual(write())
    const keys = write().map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('whoever leaves and comes back was there the whole time in between, and a meeting that never opened has no minutes', () => {
    const { delegates: all } = meetingRecord(
      happened([opened, { kind: 'delegateLeft', delegateId: zhou, how: 'list' }, { kind: 'delegateCame', delegateId: zhou, how: 'list' }]),
      facts,
    )!
    expect(all.find(({ personId }) => personId === zhou)).toMatchObject({
      state: 'present',
      leftAt: null,
      cameAt: new Date('2026-12-04T11:00:00Z'),
    })
    expect(meetingRecord([], facts)).toBeUndefined()
  })

  test('speaking time adds up to the speeches, whoever gave them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(zhou, li, huang, zeng), fc.integer({ min: 0, max: 180_000 })), { maxLength: 30 }),
        (speeches) => {
          const list: Happening[] = speeches.flatMap(([delegateId, ms]) => [
            { kind: 'speechBegan', delegateId, stance: 'for', turn: 1, budgetMs: 180_000, because: [] },
            { kind: 'speechEnded', delegateId, ms, why: 'finished' },
          ])
          const { byPerson, byBench } = speakingTime(
            meetingRecord(happened([opened, { kind: 'itemOpened', item, earlier: [], because: null }, ...list]), facts)!,
          )
          const total = speeches.reduce((sum, [, ms]) => sum + ms, 0)
          expect(byPerson.reduce((sum, { ms }) => sum + ms, 0)).toBe(total)
          expect(byBench('newcomers').ms + byBench('locals').ms).toBe(total)
          expect(byPerson.map(({ personId }) => personId)).toEqual(delegates.map(({ id }) => id))
        },
      ),
      laws,
    )
  })

  test('every word the minutes may need is there in both languages', () => {
    const kinds = {
      passing: ['speak', 'interest', 'left', 'turn', 'back'],
      stance: ['for', 'against', 'question', 'answer'],
      end: ['finished', 'time', 'ruling', 'left', 'interest'],
      point: ['hearing', 'quorum', 'rules', 'attack', 'interruption', 'offTopic', 'procedure'],
      way: ['rollCall', 'hands', 'paper', 'secret'],
      outcome: ['carried', 'rejected', 'postponed', 'referred', 'withdrawn', 'dropped', 'heard'],
      decision: ['carried', 'rejected', 'no-quorum', 'tied'],
      interest: ['register', 'declared', 'decided'],
      ruling: ['upheld', 'dismissed', 'none'],
      question: ['motion', 'amendment', 'interest', 'appeal', 'postpone', 'refer'],
    }
    const codes = Object.entries(kinds).flatMap(([kind, values]) => values.map((value) => `minutes-${kind}-${value}`))
    for (const words of Object.values(sentences)) expect(codes.filter((code) => !(code in words))).toEqual([])
  })
})

describe('changes to the minutes', () => {
  const written = minutesText(meetingRecord(happened(meeting), facts)!, benches)
  const change = (number: number, more: Partial<Change>): Change => ({
    number,
    paragraph: 'when',
    behind: null,
    before: null,
    after: { 'zh-CN': `改${number}` },
    because: '更正',
    changedAt: new Date(0),
    byPost: idOf(90),
    ...more,
  })

  test('whatever is done to them, the system’s text and every change can still be read, in order', () => {
    const one = fc.oneof(
      fc.record({ paragraph: fc.constantFrom('when', 'excused', 'close') }),
      fc.record({ paragraph: fc.constantFrom('when', 'excused'), after: fc.constant(null) }),
      fc.record({ behind: fc.constantFrom('when', 'close', 'attendance') }),
    )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (list) => {
        const changes = list.map((more, index) =>
          change(index + 1, 'behind' in more ? { ...more, paragraph: `added-${index + 1}` } : (more as Partial<Change>)),
        )
        const current = currentParagraphs(written, changes)
        expect(current.filter((paragraph) => paragraph.written !== null).map((paragraph) => paragraph.written)).toEqual(
          written.map(({ text }) => text),
        )
        expect(current.flatMap((paragraph) => paragraph.changes).toSorted((a, b) => a.number - b.number)).toEqual(changes)
        for (const paragraph of current) {
          const last = paragraph.changes.at(-1)
          expect(paragraph.struck).toBe(last !== undefined && last.after === null)
          if (last?.after) expect(paragraph.text).toEqual(last.after)
          if (!last) expect(paragraph.text).toEqual(paragraph.written)
        }
      }),
      laws,
    )
  })

  test('names the clerk types are kept as persons, the longer name first', () => {
    const people = [
      { id: zhou, name: '周桂' },
      { id: li, name: '周桂兰' },
    ]
    const marked = withMarks({ 'zh-CN': '周桂兰和周桂发言。', en: '周桂兰 spoke.' }, people)
    expect(marked['zh-CN']).toBe(`@{${li}}和@{${zhou}}发言。`)
    expect(personsIn(marked)).toEqual([li, zhou])
    expect(withNames(marked, (id) => people.find((one) => one.id === id)?.name, { 'zh-CN': '' })['zh-CN']).toBe('周桂兰和周桂发言。')
  })
})
