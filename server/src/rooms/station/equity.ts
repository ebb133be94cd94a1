import type { readEquity, ServiceEquity } from '@ronghe/contract/station/equity.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { setting } from '../../platform/settings/settings.ts'
import { frozenQuarters, linesOf } from './equity-figures.ts'
import {
  benefitOf,
  benefitTable,
  choiceOf,
  groups,
  opportunityRatio,
  ratioOfBenefits,
  reasonsTable,
  type Benefit,
  type FigureLine,
} from './equity-formulas.ts'
import { meaningsFor } from './equity-meanings.ts'
import { listServiceOpenings, publishedServices, textOf } from './services.ts'

type Page = ReplyOf<typeof readEquity>
type Openings = Awaited<ReturnType<typeof listServiceOpenings>>

/** Equal service (M22): what is open, what was granted, by which ways, in how many days, for both groups and those who do not say. */
export async function describeEquity(deed: Deed, { quarter: wanted }: QueryOf<typeof readEquity>): Promise<Page> {
  const quarters = [...(await frozenQuarters(deed))]
  if (wanted && !quarters.includes(wanted)) throw notFound('quarter')
  const quarter = wanted ?? quarters[0] ?? null
  const lines = quarter ? await linesOf(deed, quarter) : []
  const openings = await listServiceOpenings(deed)
  const reasons = await reasonTexts(deed)
  const keys = openings.services.map(({ key }) => key).filter((key) => lines.some(({ service }) => service === key))
  const table = keys.length > 0 ? benefitTable(lines, keys) : undefined
  const benefits = (cells: readonly Shown[] | undefined, own: readonly FigureLine[]): Benefit[] =>
    groups.map((group, index) => benefitOf(group, cells?.[index * 2] ?? few, cells?.[index * 2 + 1] ?? few, own))
  const overall = benefits(
    table?.columnTotals,
    lines.filter(({ service }) => keys.includes(service)),
  )
  const services = openings.services.map(({ key, name, newcomer, local }): ServiceEquity => {
    const own = lines.filter(({ service }) => service === key)
    const place = keys.indexOf(key)
    const byGroup = benefits(place >= 0 ? table?.cells[place] : undefined, own)
    return {
      key,
      name,
      openness: { newcomer: newcomer.state, local: local.state },
      groups: byGroup.map((benefit) => ({ ...benefit })),
      ratio: ratioOfBenefits(byGroup),
      reasons: reasonsTable(lines, key, byGroup).map(({ reason, counts }) => ({
        reason: reasons.get(`${key} ${reason}`) ?? { 'zh-CN': '其他' },
        counts,
      })),
      choice: { newcomer: choiceOf(lines, key, byGroup[0]!) ?? null, local: choiceOf(lines, key, byGroup[1]!) ?? null },
    }
  })
  return {
    quarter,
    quarters,
    opportunity: opportunityOf(openings),
    overall: { groups: overall.map((benefit) => ({ ...benefit })), ratio: ratioOfBenefits(overall) },
    services,
    choice: {
      told: {
        newcomer: services.filter(({ choice }) => choice.newcomer !== null).length,
        local: services.filter(({ choice }) => choice.local !== null).length,
      },
      withChoice: {
        newcomer: services.filter(({ choice }) => choice.newcomer).length,
        local: services.filter(({ choice }) => choice.local).length,
      },
    },
    meanings: meaningsFor(await setting(deed, 'groupNames')),
  }
}

const few = { kind: 'few' } as const

function opportunityOf({ services, changes }: Openings): Page['opportunity'] {
  const oneGroup = services.filter(({ newcomer, local }) => (newcomer.state === 'closed') !== (local.state === 'closed'))
  const both = services.filter(({ newcomer, local }) => newcomer.state !== 'closed' && local.state !== 'closed')
  const counted = (state: string) => ({
    newcomer: both.filter(({ newcomer }) => newcomer.state === state).length,
    local: both.filter(({ local }) => local.state === state).length,
  })
  const open = counted('open')
  const since = (kind: 'opened' | 'narrowed') =>
    changes
      .filter((change) => change.kind === kind)
      .map(({ key, name, group, since: day, from, to }) => ({ key, name, group, since: day, from, to }))
  return {
    open,
    withOtherPapers: counted('openOtherPapers'),
    ratio: opportunityRatio(open.newcomer, open.local) ?? null,
    oneGroup: oneGroup.map(({ key, name, newcomer, local }) => {
      const group = newcomer.state === 'closed' ? ('local' as const) : ('newcomer' as const)
      return { key, name, group, law: group === 'local' ? newcomer.note : local.note }
    }),
    openedSince: since('opened'),
    narrowedSince: since('narrowed'),
  }
}

async function reasonTexts(deed: Deed): Promise<ReadonlyMap<string, Text>> {
  const texts = new Map<string, Text>()
  for (const { definition } of await publishedServices(deed))
    if (definition.mode === 'case')
      for (const reason of definition.decisionReasons) texts.set(`${definition.key} ${reason.id}`, textOf(reason.text))
  return texts
}
