import type { Box, Estimate } from '@ronghe/contract/insight/indicators.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { Settings } from '@ronghe/contract/programme/settings.ts'
import type { Deed } from '../../../platform/deed.ts'
import { firstCounted, readTally, type TallyLine } from '../counters/tally.ts'

/** Words in both languages; `{newcomers}` and `{locals}` become the street's own names of the groups. */
export interface Words {
  readonly 'zh-CN': string
  readonly en: string
}

export const said = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

/** So many of one part, of one group, at one place, in one month. */
export interface Line {
  readonly community: string | null
  readonly organ: string | null
  readonly group: 'newcomer' | 'local' | 'unstated' | 'all'
  /** Of a share `yes` or `no`; of a count one of `parts`; of a spread the value itself, such as a number of days. */
  readonly part: string
  readonly n: number
  readonly amount: number
}

/** The shown counts of a place or the street in a period, before figures are made of them. */
export interface ShownCells {
  readonly group: Line['group']
  readonly parts: readonly { readonly part: string; readonly count: Shown; readonly value?: Estimate }[]
  /** All parts together, where that may be told although a part may not. */
  readonly total?: Shown
  /** The lines behind, of the months in which they were shown: for medians and sums. */
  readonly lines: readonly Line[]
  /** Of a mean that a room worked out itself, with its interval: in place of the lines. */
  readonly mean?: Estimate
}

/** A finished period as a room shows it. */
export interface RoomPeriod {
  /** 2026-Q3 or 2026; 2026-11 where the room counts by month. */
  readonly period: string
  readonly cells: readonly ShownCells[]
  /** Of means: the first group's less the second's, as the room works it out. */
  readonly gap?: Estimate
}

export interface Days {
  readonly first: string
  readonly last: string
}

/** One figure of an indicator, and everything that has to be said with it. */
export interface Measure {
  readonly key: string
  /**
   * `share`: of those counted, how many are so (parts yes and no). `count`: how many, by part. `spread`: median and ninth decile of a
   * number (part is the number). `sum` and `mean`: of `amount`, over `n`.
   */
  readonly kind: 'share' | 'count' | 'spread' | 'sum' | 'mean'
  /** Told only where the street runs this organ: an organ that is off is not mentioned (D10). */
  readonly about?: keyof Settings['modules']
  /** Told apart by what people said they are; otherwise every line has the group `all`. */
  readonly byGroup: boolean
  /** The groups are the benches of public seats: nobody on them is not stated, and the chair, who is on neither, is left out. */
  readonly benches?: true
  /** How long the periods are that it is counted over; a month unless said. A room that counts a figure itself has its own periods. */
  readonly every?: 'month' | 'quarter' | 'year'
  /** How things stand, or how many different people: periods of it are not added up, and no year is told. */
  readonly stock?: true
  /** Of a share by group: below so many in either group nothing is compared, and the ratio of the shares is told beside the gap (08, M22). */
  readonly leastToCompare?: number
  /** Also shown by community or organ. */
  readonly places: readonly ('community' | 'organ')[]
  /** What the parts of a count are called, in the order they are shown; a count without parts has none. */
  readonly parts?: Readonly<Record<string, Words>>
  /** The same where the parts are things of the street, such as its services. */
  readonly partsOf?: (deed: Deed) => Promise<Readonly<Record<string, Words>>>
  /** The name in exemptions.ts of a figure that is no statistic about residents (D7). Without it everything small is hidden. */
  readonly exempt?: string
  /** Percent for a share; else what is counted: cases, days, hours. */
  readonly unit: Words
  readonly title: Words
  /** What it means, in one sentence; and what it does not. */
  readonly says: Words
  readonly saysNot: Words
  readonly numerator: Words
  readonly denominator: Words | null
  readonly source: Words
  readonly bias: Words
  readonly counts: Source
}

/** Where the lines of a month come from: counters that changed with the deeds, or a small register as it stands when the month is counted. */
export interface Source {
  since(deed: Deed): Promise<string | undefined>
  lines(deed: Deed, days: Days): Promise<readonly Line[]>
  /** In place of the two above: what a room of the house counted once and shows already. */
  /** With `from`, a month, older periods may be left out: the front page asks for no more than it draws. */
  shown?(deed: Deed, from?: string): Promise<readonly RoomPeriod[]>
}

/** One of the nineteen groups (02 §7, 08 Figures). */
export interface Indicator {
  readonly key: string
  readonly number: number
  /** Where it stands in the study's figure; `house` for what concerns the house itself. */
  readonly box: Box
  readonly title: Words
  /** Days after a month that are waited for, where a week is not enough. */
  readonly waits?: number
  readonly measures: readonly Measure[]
}

/** Lines of counters; `part` says which part a line is of, or that it is none of this figure. */
export const fromCounters = (counters: readonly string[], part: (line: TallyLine) => string | undefined): Source => ({
  since: (deed) => firstCounted(deed, counters),
  async lines(deed, days) {
    return (await readTally(deed, counters, days)).flatMap((line) => {
      const here = part(line)
      const { community, organ, group, n, amount } = line
      return here === undefined ? [] : [{ community, organ, group, part: here, n, amount }]
    })
  },
})

/**
 * Lines of a register, counted on the day the month is frozen. `since` is the first day the register knows; a register that only tells how
 * things stand now must say so in `bias`.
 */
export const fromRegister = (
  since: (deed: Deed) => Promise<string | undefined>,
  lines: (deed: Deed, days: Days) => Promise<readonly Line[]>,
): Source => ({ since, lines })

/**
 * What a room freezes and shows itself is read here and never counted again, so that the same number cannot be shown two ways: two counts of
 * the same people a day apart, or hidden by two tables, would tell by their difference what neither shows (D7).
 */
export const fromRoom = (shown: (deed: Deed, from?: string) => Promise<readonly RoomPeriod[]>): Source => ({
  since: async () => undefined,
  lines: async () => [],
  shown,
})

/** A line without place and group. */
export const line = (part: string, n: number, more: Partial<Line> = {}): Line => ({
  community: null,
  organ: null,
  group: 'all',
  amount: 0,
  ...more,
  part,
  n,
})
