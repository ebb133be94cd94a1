import type { Box } from '@ronghe/contract/insight/indicators.ts'
import type { Permission } from '@ronghe/contract/posts.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Measure, Words } from '../indicators/definition.ts'
import { certain, type Change, type Standing } from './standing.ts'

/** What could be done next, and behind which door; null where that door has no place for it. */
export interface StepDraft {
  readonly rule: string
  readonly box: Box
  readonly sentence: Words
  readonly resident: Way | null
  readonly desk: Way | null
}

export interface Way {
  readonly act: Words
  readonly to: string
  /** Of the desk: whoever has none of these permissions is shown the residents' page instead, so that no link ends at a closed door. */
  readonly needs?: readonly Permission[]
}

/** What the registers say today. Lanes, tasks, seats, posts, agreements and hazards: acts of office and work of the house, nobody in them. */
export interface StepFacts {
  readonly councils: readonly {
    readonly id: string
    readonly name: Text
    /** Lanes that no delegate has been to for so many days. */
    readonly lanes: readonly Text[]
    readonly lanesInAll: number
    readonly tasksLate: number
    readonly longestLate: number
    readonly vacant: { readonly newcomers: number; readonly locals: number }
  }[]
  readonly gaps: readonly Text[]
  readonly agreements: readonly { readonly id: string; readonly title: Text; readonly days: number }[]
  readonly hazardsLate: number
  readonly postsVacant: readonly { readonly organ: string; readonly name: Text; readonly posts: number }[]
  readonly alone: readonly Text[]
}

export const daysWithoutVisit = 90
/** Names told in one sentence; how many more there are is said. */
const named = 3

/** "Lane One, Lane Two and 4 more". */
export function listed(names: readonly Text[]): Words {
  const some = names.slice(0, named)
  const rest = names.length - some.length
  return {
    'zh-CN': some.map((name) => name['zh-CN']).join('、') + (rest > 0 ? `等 ${names.length} 处` : ''),
    en: some.map((name) => name.en ?? name['zh-CN']).join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
  }
}

const s = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** Lanes nobody has visited. */
export const unvisited = ({ councils }: Pick<StepFacts, 'councils'>): StepDraft[] =>
  councils.flatMap(({ id, name, lanes, lanesInAll }) => {
    if (lanes.length === 0) return []
    const names = listed(lanes)
    return [
      {
        rule: 'lanesNotVisited',
        box: 'management',
        sentence: {
          'zh-CN': `${name['zh-CN']}：${lanesInAll} 条巷里有 ${lanes.length} 条 ${daysWithoutVisit} 天没有代表去过（${names['zh-CN']}）。`,
          en: `${name.en ?? name['zh-CN']}: of ${s(lanesInAll, 'lane', 'lanes')}, delegates have not been to ${lanes.length} for ${daysWithoutVisit} days (${names.en}).`,
        },
        resident: { act: { 'zh-CN': '看走访计划', en: 'See the plan of visits' }, to: `/council/${id}/visits/plan` },
        desk: { act: { 'zh-CN': '安排走访', en: 'Plan visits' }, to: '/council/visits', needs: ['council.moderate'] },
      },
    ]
  })

/** Tasks of resolutions past their day. */
export const lateTasks = ({ councils }: Pick<StepFacts, 'councils'>): StepDraft[] =>
  councils.flatMap(({ id, name, tasksLate, longestLate }) =>
    tasksLate === 0
      ? []
      : [
          {
            rule: 'tasksLate',
            box: 'management',
            sentence: {
              'zh-CN': `${name['zh-CN']}：决议里有 ${tasksLate} 件事过了期，最久的过了 ${longestLate} 天。`,
              en: `${name.en ?? name['zh-CN']}: ${s(tasksLate, 'task of a resolution is', 'tasks of resolutions are')} past the date, the longest by ${s(longestLate, 'day', 'days')}.`,
            },
            resident: { act: { 'zh-CN': '看哪些过了期', en: 'See what is late' }, to: `/council/${id}/overdue` },
            desk: { act: { 'zh-CN': '督办', en: 'Follow up' }, to: '/council/follow-up', needs: ['council.clerk', 'council.answer'] },
          },
        ],
  )

/** Seats of a bench on which nobody sits. */
export const vacantSeats = ({ councils }: Pick<StepFacts, 'councils'>): StepDraft[] =>
  councils.flatMap(({ id, name, vacant: { newcomers, locals } }) =>
    newcomers + locals === 0
      ? []
      : [
          {
            rule: 'seatsVacant',
            box: 'management',
            sentence: {
              'zh-CN': `${name['zh-CN']}有空席：{newcomers}席 ${newcomers} 个，{locals}席 ${locals} 个。`,
              en: `${name.en ?? name['zh-CN']} has vacant seats: ${newcomers} of {newcomers}, ${locals} of {locals}.`,
            },
            resident: { act: { 'zh-CN': '看怎么参加', en: 'See how to take part' }, to: `/council/${id}/calls` },
            desk: { act: { 'zh-CN': '补上席位', en: 'Fill the seats' }, to: '/council/seats', needs: ['council.clerk', 'council.found'] },
          },
        ],
  )

/** Services in which newcomers are granted less often than locals, with an interval wholly below 1. */
export const serviceGaps = ({ gaps }: Pick<StepFacts, 'gaps'>): StepDraft[] => {
  if (gaps.length === 0) return []
  const names = listed(gaps)
  return [
    {
      rule: 'serviceGap',
      box: 'service',
      sentence: {
        'zh-CN': `上一季度，这些事项里{newcomers}办成的比{locals}少：${names['zh-CN']}。先看退回的理由。`,
        en: `Last quarter {newcomers} were granted less often than {locals} in ${names.en}. Look at the reasons of refusal first.`,
      },
      resident: null,
      desk: { act: { 'zh-CN': '看均等化', en: 'See equal service' }, to: '/equity', needs: ['station.equity.read'] },
    },
  ]
}

export const endingAgreements = ({ agreements }: Pick<StepFacts, 'agreements'>): StepDraft[] =>
  agreements.map(({ id, title, days }) => ({
    rule: 'agreementEnds',
    box: 'service',
    sentence: {
      'zh-CN': `“${title['zh-CN']}”还有 ${days} 天到期。`,
      en: `“${title.en ?? title['zh-CN']}” ends in ${s(days, 'day', 'days')}.`,
    },
    resident: { act: { 'zh-CN': '看协议', en: 'See the agreement' }, to: `/agreements/${id}` },
    desk: { act: { 'zh-CN': '办续签', en: 'Renew it' }, to: '/agreements', needs: ['programme.agreements.edit'] },
  }))

export const lateHazards = ({ hazardsLate }: Pick<StepFacts, 'hazardsLate'>): StepDraft[] =>
  hazardsLate === 0
    ? []
    : [
        {
          rule: 'hazardsLate',
          box: 'values',
          sentence: {
            'zh-CN': `有 ${hazardsLate} 处隐患过了答应的日子还没修。`,
            en: `${s(hazardsLate, 'hazard is', 'hazards are')} not fixed by the date that was promised.`,
          },
          resident: { act: { 'zh-CN': '看隐患', en: 'See the hazards' }, to: '/hazards' },
          desk: {
            act: { 'zh-CN': '处理隐患', en: 'Deal with the hazards' },
            to: '/hazards',
            needs: ['station.hazards.work', 'station.cases.department'],
          },
        },
      ]

export const vacantPosts = ({ postsVacant }: Pick<StepFacts, 'postsVacant'>): StepDraft[] => {
  if (postsVacant.length === 0) return []
  const names = listed(postsVacant.map(({ name }) => name))
  return [
    {
      rule: 'postsVacant',
      box: 'organisationEmbedding',
      sentence: {
        'zh-CN': `还有岗位空着：${names['zh-CN']}，一共 ${postsVacant.reduce((sum, { posts }) => sum + posts, 0)} 个。`,
        en: `Posts are vacant at ${names.en}: ${postsVacant.reduce((sum, { posts }) => sum + posts, 0)} in all.`,
      },
      resident: { act: { 'zh-CN': '看各个组织', en: 'See the organs' }, to: '/organs' },
      desk: { act: { 'zh-CN': '任命岗位', en: 'Appoint somebody' }, to: '/organs', needs: ['programme.appoint'] },
    },
  ]
}

/** Organs that did nothing together with another for a year. */
export const aloneOrgans = ({ alone }: Pick<StepFacts, 'alone'>): StepDraft[] => {
  if (alone.length === 0) return []
  const names = listed(alone)
  return [
    {
      rule: 'organsAlone',
      box: 'organisationEmbedding',
      sentence: {
        'zh-CN': `一年来没有和别的组织一起做过事：${names['zh-CN']}。`,
        en: `For a year these did nothing together with another organ: ${names.en}.`,
      },
      resident: { act: { 'zh-CN': '看一起做的事', en: 'See what is done together' }, to: '/embedding' },
      desk: { act: { 'zh-CN': '办一次联合活动', en: 'Plan a joint activity' }, to: '/together/new', needs: ['programme.joint.edit'] },
    },
  ]
}

/** What a rule of figures looks at. */
export interface FigureFact {
  readonly box: Box
  readonly indicator: string
  /** The measure's. */
  readonly key: string
  readonly kind: Measure['kind']
  readonly title: Words
  readonly byGroup: boolean
  readonly thin: boolean
  readonly standing: Standing
  readonly change: Change
}

/** Where one acts on a box. */
const places: Partial<Record<Box, Way>> = {
  organisationEmbedding: {
    act: { 'zh-CN': '办一次联合活动', en: 'Plan a joint activity' },
    to: '/together/new',
    needs: ['programme.joint.edit'],
  },
  management: { act: { 'zh-CN': '看下一次会议', en: 'See the next meeting' }, to: '/council/meetings', needs: ['council.clerk'] },
  service: { act: { 'zh-CN': '看均等化', en: 'See equal service' }, to: '/equity', needs: ['station.equity.read'] },
  resources: { act: { 'zh-CN': '看课程安排', en: 'See the courses' }, to: '/school/courses', needs: ['school.manage'] },
  values: { act: { 'zh-CN': '看服务队', en: 'See the teams' }, to: '/volunteers/teams', needs: ['volunteers.coordinate'] },
}

const figurePage = (indicator: string): Way => ({
  act: { 'zh-CN': '看这项数字', en: 'See the figure' },
  to: `/insight/indicators/${indicator}`,
})

/** Gaps that are certain: the interval leaves zero out. Which side is lower is said, because either way somebody is left out. */
export const certainGaps = (figures: readonly FigureFact[]): StepDraft[] =>
  figures.flatMap(({ box, indicator, kind, title, standing: { recent } }) => {
    const gap = certain(recent?.gap)
    if (kind !== 'share' || !gap || (gap.low <= 0 && gap.high >= 0)) return []
    const points = Math.abs(Math.round(100 * gap.value))
    const [lower, higher] = gap.value < 0 ? ['{newcomers}', '{locals}'] : ['{locals}', '{newcomers}']
    return [
      {
        rule: 'gap',
        box,
        sentence: {
          'zh-CN': `“${title['zh-CN']}”，${lower}比${higher}低 ${points} 个百分点。先问一问为什么。`,
          en: `“${title.en}”: ${lower} are ${points} points below ${higher}. Ask why first.`,
        },
        resident: figurePage(indicator),
        desk: places[box] ?? figurePage(indicator),
      },
    ]
  })

/** Below a quarter of the time of both benches a bench is as good as silent. */
const silentBelow = 0.25

/** A bench that hardly spoke: acts of office, told by bench and never by delegate. */
export const silentBench = (figures: readonly FigureFact[]): StepDraft[] =>
  figures.flatMap(({ box, indicator, key, standing: { recent } }) => {
    if (indicator !== 'speaking' || key !== 'benchTime') return []
    const minutes = (part: string): number => shownCount(recent, part)
    const both = minutes('newcomers') + minutes('locals')
    const silent = (['newcomers', 'locals'] as const).find((bench) => both > 0 && minutes(bench) / both < silentBelow)
    if (!silent) return []
    const percent = Math.round((100 * minutes(silent)) / both)
    return [
      {
        rule: 'silentBench',
        box,
        sentence: {
          'zh-CN': `最近三个月会上，{${silent}}席只说了两边时间的 ${percent}%。下次会先请没说过的人。`,
          en: `In the meetings of the last three months the bench of {${silent}} spoke ${percent}% of the time of both. Next time, first ask those who have not spoken.`,
        },
        resident: figurePage(indicator),
        desk: places[box]!,
      },
    ]
  })

/** Classes in which one group had less than a fifth: classes, not people. */
export const unmixedClasses = (figures: readonly FigureFact[]): StepDraft[] =>
  figures.flatMap(({ box, indicator, key, standing: { recent } }) => {
    if (indicator !== 'school' || key !== 'mixedClasses') return []
    const [mixed, unmixed] = [shownCount(recent, 'yes'), shownCount(recent, 'no')]
    if (unmixed === 0) return []
    return [
      {
        rule: 'unmixedClasses',
        box,
        sentence: {
          'zh-CN': `上一季度开的 ${mixed + unmixed} 个班里，有 ${unmixed} 个班有一边的人不到两成。`,
          en: `Of the ${s(mixed + unmixed, 'class', 'classes')} that began last quarter, in ${unmixed} one group was less than a fifth.`,
        },
        resident: { act: { 'zh-CN': '看课程', en: 'See the courses' }, to: '/school' },
        desk: { act: { 'zh-CN': '安排课程', en: 'Plan courses' }, to: '/school/plan', needs: ['school.manage'] },
      },
    ]
  })

const shownCount = (figure: Standing['recent'], part: string): number => {
  const count = figure?.groups.find(({ group }) => group === 'all')?.parts.find((one) => one.part === part)?.count
  return count?.kind === 'shown' ? count.count : 0
}

/** Shares of the house itself that have gone down for certain; whether that is bad the figure's own words say. */
export const falling = (figures: readonly FigureFact[]): StepDraft[] =>
  figures
    .filter(({ change }) => change === 'falling')
    .map(({ box, indicator, title }) => ({
      rule: 'falling',
      box,
      sentence: {
        'zh-CN': `“${title['zh-CN']}”比前三个月低了。`,
        en: `“${title.en}” is lower than in the three months before.`,
      },
      resident: figurePage(indicator),
      desk: figurePage(indicator),
    }))

/** Figures of both groups of which nothing can be shown: one step for each indicator. */
export const thinIndicators = (figures: readonly FigureFact[]): StepDraft[] =>
  [...Map.groupBy(figures, ({ indicator }) => indicator)].flatMap(([indicator, own]) => {
    const thin = own.filter((figure) => figure.thin && figure.byGroup)
    if (thin.length === 0) return []
    return [
      {
        rule: 'thin',
        box: own[0]!.box,
        sentence: {
          'zh-CN': `“${thin[0]!.title['zh-CN']}”${thin.length > 1 ? `等 ${thin.length} 项` : ''}最近三个月太少，看不出来。纸上记的录进来了吗？`,
          en: `“${thin[0]!.title.en}”${thin.length > 1 ? ` and ${thin.length - 1} more` : ''}: too little in the last three months to see anything. Has what is on paper been entered?`,
        },
        resident: null,
        desk: figurePage(indicator),
      },
    ]
  })

/** All rules, in the order of the figure. */
export function nextSteps(facts: StepFacts, figures: readonly FigureFact[], order: readonly Box[]): readonly StepDraft[] {
  const steps = [
    ...vacantPosts(facts),
    ...aloneOrgans(facts),
    ...serviceGaps(facts),
    ...endingAgreements(facts),
    ...unvisited(facts),
    ...lateTasks(facts),
    ...vacantSeats(facts),
    ...lateHazards(facts),
    ...silentBench(figures),
    ...unmixedClasses(figures),
    ...certainGaps(figures),
    ...falling(figures),
    ...thinIndicators(figures),
  ]
  return order.flatMap((box) => steps.filter((step) => step.box === box))
}
