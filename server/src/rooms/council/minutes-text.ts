import { benches as benchesInOrder, type Bench } from '@ronghe/contract/council/charter.ts'
import type { ParagraphKind } from '@ronghe/contract/council/minutes.ts'
import { Language, type Text } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { Question } from '@ronghe/floor'
import type { z } from 'zod/mini'
import { speakingTime, type Attending, type ItemRecord, type MeetingRecord, type PointRecord, type VoteRecord } from './meeting-record.ts'

/** A paragraph as it is stored: persons as `@{id}`, so that a name can go when an account does. */
export interface WrittenParagraph {
  readonly key: string
  readonly kind: z.infer<typeof ParagraphKind>
  readonly text: Text
  readonly rows: readonly (readonly Text[])[]
}

export type BenchNames = Readonly<Record<Bench, Text>>
type Clock = (at: Date | null) => string

/**
 * The minutes, from what happened and nothing else: the same record gives the same words. Keys name what a paragraph is about and stay the
 * same however many paragraphs there are, since changes refer to them.
 */
export function minutesText(meeting: MeetingRecord, names: BenchNames): readonly WrittenParagraph[] {
  const time = clockOf(meeting.zone)
  return [
    heading('title', both(`minutes-title-${meeting.kind}`, { council: meeting.council, number: String(meeting.number ?? '') })),
    text(
      'when',
      both('minutes-when', {
        day: dayOf(meeting.zone, meeting.openedAt),
        from: time(meeting.openedAt),
        to: time(meeting.closedAt),
        place: meeting.place,
      }),
    ),
    ...attendance(meeting, names, time),
    ...meeting.items.flatMap((item, index) => itemParagraphs(item, index + 1, meeting, names, time)),
    ...speaking(meeting, names),
    text('close', both('minutes-close', { at: time(meeting.closedAt) })),
  ]
}

function attendance(meeting: MeetingRecord, names: BenchNames, time: Clock): WrittenParagraph[] {
  const { delegates, quorum, presiding, pauses } = meeting
  const named = (state: Attending['state']): Text =>
    list(delegates.filter((one) => one.state === state).map(({ personId }) => person(personId)))
  const missed = quorum.some(({ met }) => !met)
  return [
    heading('attendance', both('minutes-attendance')),
    ...presiding.map(({ personId, from, why }, index) =>
      text(
        index === 0 ? 'presiding' : `presiding-${index + 1}`,
        why === null
          ? both('minutes-presiding', { name: person(personId) })
          : both('minutes-presiding-from', { at: time(from), name: person(personId), why: both(`minutes-passing-${why}`) }),
      ),
    ),
    table('attendance-table', both('minutes-attendance-caption'), [
      columns('bench', 'name', 'state', 'came', 'left'),
      ...delegates.map(({ personId, bench, state, cameAt, leftAt }) => [
        benchName(bench, names),
        same(person(personId)),
        both(`minutes-${state}`),
        same(time(cameAt)),
        same(time(leftAt)),
      ]),
    ]),
    text('excused', both('minutes-excused-list', { names: named('excused') })),
    text('absent', both('minutes-absent-list', { names: named('absent') })),
    text(
      'quorum',
      both(missed ? 'minutes-quorum-missed' : 'minutes-quorum-met', {
        inOffice: String(delegates.length),
        conditions: joined(
          quorum.map(({ bench, has, needs }) =>
            both('minutes-quorum-part', {
              part: bench === null ? both('minutes-all') : benchName(bench, names),
              has: String(has),
              needs: String(needs),
            }),
          ),
          both('minutes-comma'),
        ),
      }),
    ),
    ...pauses.map(({ from, to, because }, index) =>
      text(`pause-${index + 1}`, both(to ? 'minutes-pause' : 'minutes-pause-open', { from: time(from), to: time(to), because })),
    ),
  ]
}

function itemParagraphs(
  item: ItemRecord,
  number: number,
  { zone, delegates }: MeetingRecord,
  names: BenchNames,
  time: Clock,
): WrittenParagraph[] {
  const key = (part: string): string => `item-${number}-${part}`
  const about = (question: Question): Text => questionText(question, item, names)
  return [
    heading(
      key('title'),
      both(item.number ? 'minutes-item-numbered' : 'minutes-item', { index: String(number), title: item.title, number: item.number ?? '' }),
    ),
    text(key('opened'), both('minutes-item-opened', { at: time(item.openedAt) })),
    ...(item.outOfOrder ? [text(key('moved-up'), both('minutes-item-moved-up', { because: item.outOfOrder }))] : []),
    ...(item.earlier > 0 ? [text(key('earlier'), both('minutes-earlier', { count: String(item.earlier) }))] : []),
    ...(item.movedBy ? [text(key('moved'), both('minutes-moved', { name: person(item.movedBy) }))] : []),
    ...(item.secondedBy.length > 0 ? [text(key('seconded'), both('minutes-seconded', { names: list(item.secondedBy.map(person)) }))] : []),
    ...item.interests.map(({ personId, how }, index) =>
      text(key(`interest-${index + 1}`), both(`minutes-interest-${how}`, { name: person(personId) })),
    ),
    ...speeches(item, key),
    ...item.interruptions.map(({ of, by, at }, index) =>
      text(
        key(`interruption-${index + 1}`),
        both(by ? 'minutes-interrupted-by' : 'minutes-interrupted', { name: person(of), by: by ? person(by) : '', at: time(at) }),
      ),
    ),
    ...item.points.map((point, index) => text(key(`point-${index + 1}`), pointText(point, clockOf(zone)))),
    ...item.amendments.map(({ number: which, by, fromLine, toLine, lines }) =>
      text(
        key(`amendment-${which}`),
        both('minutes-amendment', {
          number: String(which),
          name: person(by),
          from: String(fromLine),
          to: String(toLine),
          lines: lines.join(' / '),
        }),
      ),
    ),
    ...item.votes.flatMap((vote, index) => voteParagraphs(vote, index + 1, key, about, names, delegates)),
    ...(item.outcome ? [text(key('outcome'), both(`minutes-outcome-${item.outcome}`, { why: item.why ?? '' }))] : []),
  ]
}

function speeches({ speeches: all }: ItemRecord, key: (part: string) => string): WrittenParagraph[] {
  if (all.length === 0) return []
  return [
    table(key('speeches'), both('minutes-speeches-caption'), [
      columns('order', 'name', 'stance', 'time', 'end'),
      ...all.map(({ personId, stance, ms, interpreted, end }, index) => [
        same(String(index + 1)),
        same(person(personId)),
        both(`minutes-stance-${stance}`),
        interpreted ? both('minutes-time-interpreted', { time: duration(ms) }) : duration(ms),
        both(`minutes-end-${end}`),
      ]),
    ]),
  ]
}

function pointText({ personId, point, at, ruling, words, appealedBy }: PointRecord, time: Clock): Text {
  const parts = [
    both('minutes-point', { name: person(personId), at: time(at), point: both(`minutes-point-${point}`) }),
    both(ruling ? `minutes-ruling-${ruling}` : 'minutes-ruling-none'),
    ...(words ? [both('minutes-ruling-words', { words })] : []),
    ...(appealedBy ? [both('minutes-appealed', { name: person(appealedBy) })] : []),
  ]
  return joined(parts)
}

/** What was voted on, in words. */
function questionText(question: Question, item: ItemRecord, names: BenchNames): Text {
  switch (question.kind) {
    case 'motion':
      return both('minutes-question-motion')
    case 'amendment':
      return both('minutes-question-amendment', {
        number: String(item.amendments.find(({ id }) => id === question.amendmentId)?.number ?? ''),
      })
    case 'interest':
      return both('minutes-question-interest', { name: person(question.delegateId) })
    case 'appeal':
      return both('minutes-question-appeal')
    case 'postpone':
      return both('minutes-question-postpone', { because: question.because })
    case 'refer':
      return both('minutes-question-refer', { to: benchName(question.to, names) })
  }
}

function voteParagraphs(
  vote: VoteRecord,
  number: number,
  key: (part: string) => string,
  about: (question: Question) => Text,
  names: BenchNames,
  delegates: readonly Attending[],
): WrittenParagraph[] {
  const { count, decision } = vote
  const counts = (figures: VoteRecord['count']['total']): Text =>
    both('minutes-counts', { for: String(figures.for), against: String(figures.against), abstained: String(figures.abstain) })
  // A secret ballot in one box has no figures by bench: only one that had to win in each bench was held in a box for each.
  const byBench = vote.way !== 'secret' || decision.conditions.some(({ bench, what }) => bench !== null && what === 'majority')
  const perBench = benchesInOrder.flatMap((bench) => {
    const figures = byBench ? count.benches[bench] : undefined
    return figures ? [both('minutes-counts-bench', { bench: names[bench], counts: counts(figures) })] : []
  })
  const needed = decision.conditions.map(({ bench, what, has, needs, met }) =>
    both(met ? `minutes-condition-${what}-met` : `minutes-condition-${what}-missed`, {
      part: bench === null ? both('minutes-all') : benchName(bench, names),
      has: String(has),
      needs: String(needs),
    }),
  )
  // In seat order, like every list of names.
  const roll = delegates.flatMap(({ personId, bench }) => (vote.roll[personId] ? [{ personId, bench, mark: vote.roll[personId] }] : []))
  return [
    text(
      key(`vote-${number}`),
      both('minutes-vote', {
        question: about(vote.question),
        way: both(`minutes-way-${vote.way}`),
        counts: counts(count.total),
        benches: joined(perBench),
      }),
    ),
    ...(needed.length > 0
      ? [text(key(`needed-${number}`), both('minutes-needed', { conditions: joined(needed, both('minutes-comma')) }))]
      : []),
    ...(decision.chairVote ? [text(key(`tie-${number}`), both(`minutes-tie-${decision.chairVote}`))] : []),
    text(key(`decision-${number}`), both(`minutes-decision-${decision.kind}`)),
    ...(roll.length > 0
      ? [
          table(key(`roll-${number}`), both('minutes-roll-caption'), [
            columns('bench', 'name', 'vote'),
            ...roll.map(({ personId, bench, mark }) => [benchName(bench, names), same(person(personId)), both(`minutes-voted-${mark}`)]),
          ]),
        ]
      : []),
  ]
}

/** In seat order, never sorted: it shows that no voice was the only one. */
function speaking(meeting: MeetingRecord, names: BenchNames): WrittenParagraph[] {
  const { byPerson, byBench } = speakingTime(meeting)
  if (byPerson.every(({ turns }) => turns === 0)) return []
  const parts = benchesInOrder.map((bench) => {
    const { turns, ms } = byBench(bench)
    return both('minutes-speaking-bench', { bench: names[bench], turns: String(turns), time: duration(ms) })
  })
  return [
    heading('speaking', both('minutes-speaking')),
    text('speaking-benches', both('minutes-speaking-benches', { parts: joined(parts, both('minutes-comma')) })),
    table('speaking-table', both('minutes-speaking-caption'), [
      columns('bench', 'name', 'turns', 'time'),
      ...byPerson.map(({ personId, bench, turns, ms }) => [
        benchName(bench, names),
        same(person(personId)),
        same(String(turns)),
        duration(ms),
      ]),
    ]),
  ]
}

const heading = (key: string, words: Text): WrittenParagraph => ({ key, kind: 'heading', text: words, rows: [] })
const text = (key: string, words: Text): WrittenParagraph => ({ key, kind: 'text', text: words, rows: [] })
const table = (key: string, words: Text, rows: readonly (readonly Text[])[]): WrittenParagraph => ({
  key,
  kind: 'table',
  text: words,
  rows,
})
const columns = (...names: readonly string[]): readonly Text[] => names.map((name) => both(`minutes-column-${name}`))

const inEach = (word: (language: Language) => string): Text => ({ 'zh-CN': word('zh-CN'), en: word('en') })
const same = (word: string): Text => ({ 'zh-CN': word, en: word })
const partOf = (part: Text | string, language: Language): string => (typeof part === 'string' ? part : part[language] || part['zh-CN'])

/** A sentence of the room's words in every language; what is put in may itself differ by language. */
const both = (code: string, params: Readonly<Record<string, Text | string>> = {}): Text =>
  inEach((language) =>
    say(language, code, Object.fromEntries(Object.entries(params).map(([name, part]) => [name, partOf(part, language)]))),
  )

const person = (id: string): string => `@{${id}}`
const list = (marks: readonly string[]): Text =>
  marks.length === 0 ? both('minutes-nobody') : inEach((language) => marks.join(language === 'en' ? ', ' : '、'))
const joined = (parts: readonly Text[], between: Text = same('')): Text =>
  inEach((language) => parts.map((part) => partOf(part, language)).join(partOf(between, language)))
const benchName = (bench: string | null, names: BenchNames): Text =>
  bench === null ? both('minutes-chair') : (names[bench as Bench] ?? same(bench))

const duration = (ms: number): Text => {
  const all = Math.round(ms / 1000)
  return both(all % 60 === 0 ? 'minutes-minutes' : 'minutes-minutes-seconds', {
    minutes: String(Math.floor(all / 60)),
    seconds: String(all % 60),
  })
}

const clockOf = (timeZone: string): Clock => {
  const format = new Intl.DateTimeFormat('zh-CN', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (at) => (at ? format.format(at) : '—')
}
const dayOf = (timeZone: string, at: Date): Text =>
  inEach((language) => new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' }).format(at))
