import type { MeetingKind } from '@ronghe/contract/council/meetings.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { FloorEvent, ItemOutcome, Mark, OpenWay, PointKind, Question, SpeechEnd, Stance } from '@ronghe/floor'
import type { Condition, Decision, RollCount } from '@ronghe/tally'

/** What happened in a meeting, gathered from its events, in the order in which it happened. Persons by id: names are put in when somebody reads. */
export interface MeetingRecord extends MeetingFacts {
  readonly openedAt: Date
  readonly closedAt: Date | null
  /** Everybody in office, in seat order. */
  readonly delegates: readonly Attending[]
  readonly quorum: readonly Condition[]
  /** Who presided, from when; the first is the chair or the deputy who opened. */
  readonly presiding: readonly { readonly personId: string; readonly from: Date; readonly why: Passing | null }[]
  readonly pauses: readonly { readonly from: Date; readonly to: Date | null; readonly because: string }[]
  readonly items: readonly ItemRecord[]
}

/** What the events do not say. */
export interface MeetingFacts {
  readonly council: Text
  readonly number: number | null
  readonly kind: MeetingKind
  readonly place: string
  readonly zone: string
  /** Whoever sent an apology before the meeting. */
  readonly excused: ReadonlySet<string>
}

export interface Attending {
  readonly personId: string
  readonly bench: string | null
  readonly state: 'present' | 'excused' | 'absent'
  readonly cameAt: Date | null
  readonly leftAt: Date | null
}

type Passing = Extract<FloorEvent, { kind: 'chairPassed' }>['why']

export interface ItemRecord {
  /** As the agenda calls it: a motion, a report, the minutes of the last meeting. */
  readonly kind: string
  readonly title: Text
  readonly number: string | null
  readonly openedAt: Date
  /** Speeches of an earlier meeting on the same motion: they stand. */
  readonly earlier: number
  readonly outOfOrder: string | null
  movedBy: string | null
  readonly secondedBy: string[]
  readonly interests: { readonly personId: string; readonly how: 'register' | 'declared' | 'decided' }[]
  readonly speeches: Speech[]
  readonly interruptions: { readonly of: string; readonly by: string | null; readonly at: Date }[]
  readonly points: PointRecord[]
  readonly amendments: {
    readonly id: string
    readonly number: number
    readonly by: string
    readonly fromLine: number
    readonly toLine: number
    readonly lines: readonly string[]
  }[]
  readonly votes: VoteRecord[]
  outcome: ItemOutcome | null
  why: string | null
}

export interface Speech {
  readonly personId: string
  readonly stance: Stance
  readonly ms: number
  /** An interpreter stood by; that time costs the speaker nothing. */
  readonly interpreted: boolean
  readonly end: SpeechEnd
}

export interface PointRecord {
  readonly id: string
  readonly personId: string
  readonly point: PointKind
  readonly at: Date
  ruling: 'upheld' | 'dismissed' | null
  words: string | null
  appealedBy: string | null
}

export interface VoteRecord {
  readonly question: Question
  readonly way: OpenWay | 'secret'
  readonly count: RollCount
  readonly decision: Decision
  /** Of a roll-call. */
  readonly roll: Readonly<Record<string, Mark>>
}

type Changing<T> = { -readonly [Key in keyof T]: T[Key] }

/** Goes through the list once. A practice meeting has a record too, for its own page, and no minutes. */
export function meetingRecord(events: readonly FloorEvent[], facts: MeetingFacts): MeetingRecord | undefined {
  const opened = events.find((event) => event.kind === 'meetingOpened')
  if (!opened) return undefined
  const openedAt = new Date(opened.at)
  const came = new Map(opened.present.map((id) => [id, openedAt]))
  const left = new Map<string, Date>()
  const presiding: Changing<MeetingRecord['presiding'][number]>[] = [{ personId: opened.presidingId, from: openedAt, why: null }]
  const pauses: Changing<MeetingRecord['pauses'][number]>[] = []
  // Points of order may come between two items; they stand with the item before them, or with the opening.
  const items: ItemRecord[] = []
  const beforeItems = newItem({}, openedAt)
  let stance: Stance = 'question'
  let interpreted = false
  let closedAt: Date | null = null
  for (const event of events) {
    const at = new Date(event.at)
    const item = items.at(-1) ?? beforeItems
    switch (event.kind) {
      case 'delegateCame':
        if (!came.has(event.delegateId)) came.set(event.delegateId, at)
        left.delete(event.delegateId)
        break
      case 'delegateLeft':
        left.set(event.delegateId, at)
        break
      case 'chairPassed':
        if (event.toId) presiding.push({ personId: event.toId, from: at, why: event.why })
        break
      case 'itemOpened':
        items.push({
          ...newItem(event.item.title, at),
          kind: event.item.kind,
          number: event.item.motion?.number ?? null,
          earlier: event.earlier.length,
          outOfOrder: event.because,
        })
        break
      case 'interestNoted':
        item.interests.push({ personId: event.delegateId, how: event.how })
        break
      case 'motionMoved':
        item.movedBy = event.byId
        break
      case 'motionSeconded':
        item.secondedBy.push(event.byId)
        break
      case 'speechBegan':
        stance = event.stance
        interpreted = false
        break
      case 'interpretingBegan':
        interpreted = true
        break
      case 'speechEnded':
        item.speeches.push({ personId: event.delegateId, stance, ms: event.ms, interpreted, end: event.why })
        break
      case 'interruptionNoted':
        item.interruptions.push({ of: event.speakerId, by: event.delegateId, at })
        break
      case 'pointRaised':
        item.points.push({
          id: event.pointId,
          personId: event.delegateId,
          point: event.point,
          at,
          ruling: null,
          words: null,
          appealedBy: null,
        })
        break
      case 'pointRuled':
        changePoint([beforeItems, ...items], event.pointId, { ruling: event.ruling, words: event.words })
        break
      case 'rulingAppealed':
        changePoint([beforeItems, ...items], event.pointId, { appealedBy: event.byId })
        break
      case 'amendmentMoved': {
        const { id, number, moverId, fromLine, toLine, lines } = event.amendment
        item.amendments.push({ id, number, by: moverId, fromLine, toLine, lines })
        break
      }
      case 'voteClosed':
        item.votes.push(event)
        break
      case 'itemClosed':
        item.outcome = event.outcome
        item.why = event.why
        break
      case 'adjourned':
        pauses.push({ from: at, to: null, because: event.because })
        break
      case 'resumed': {
        const pause = pauses.at(-1)
        if (pause) pause.to = at
        break
      }
      case 'meetingClosed':
        closedAt = at
        break
    }
  }
  return {
    ...facts,
    openedAt,
    closedAt,
    delegates: opened.delegates.map(({ id, bench }) => ({
      personId: id,
      bench,
      state: came.has(id) ? 'present' : facts.excused.has(id) ? 'excused' : 'absent',
      cameAt: came.get(id) ?? null,
      leftAt: left.get(id) ?? null,
    })),
    quorum: opened.quorum,
    presiding,
    pauses,
    items: beforeItems.points.length > 0 ? [{ ...beforeItems, title: betweenItems }, ...items] : items,
  }
}

const betweenItems: Text = { 'zh-CN': '进入议题之前', en: 'Before the first item' }

function newItem(title: Readonly<Record<string, string>>, openedAt: Date): ItemRecord {
  return {
    title: { 'zh-CN': title['zh-CN'] ?? Object.values(title)[0] ?? '', ...(title['en'] ? { en: title['en'] } : {}) },
    kind: 'report',
    number: null,
    openedAt,
    earlier: 0,
    outOfOrder: null,
    movedBy: null,
    secondedBy: [],
    interests: [],
    speeches: [],
    interruptions: [],
    points: [],
    amendments: [],
    votes: [],
    outcome: null,
    why: null,
  }
}

function changePoint(items: readonly ItemRecord[], id: string, change: Partial<PointRecord>): void {
  for (const item of items) for (const point of item.points) if (point.id === id) Object.assign(point, change)
}

/** Time and turns of everybody who sits, and of each bench: also of those who said nothing. */
export function speakingTime({ items, delegates }: Pick<MeetingRecord, 'items' | 'delegates'>) {
  const speeches = items.flatMap((item) => item.speeches)
  const of = (belongs: (personId: string) => boolean) => {
    const own = speeches.filter(({ personId }) => belongs(personId))
    return { turns: own.length, ms: own.reduce((sum, { ms }) => sum + ms, 0) }
  }
  const benchOf = new Map(delegates.map(({ personId, bench }) => [personId, bench]))
  return {
    byPerson: delegates.map(({ personId, bench }) => ({ personId, bench, ...of((id) => id === personId) })),
    byBench: (bench: string) => of((id) => benchOf.get(id) === bench),
  }
}
