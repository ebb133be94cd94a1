import type { listSteps, readOffice, Step } from '@ronghe/contract/insight/framework.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../../platform/deed.ts'
import { may } from '../../programme/acting-post.ts'
import { speaker } from '../indicators/indicators.ts'
import { boxesThere, figuresInWords, isThin, tellFigures, type Told } from './framework.ts'
import { stepFacts } from './step-facts.ts'
import { nextSteps, type FigureFact } from './step-rules.ts'

/** For anybody: from public acts and published figures, with links that anybody can follow. */
export async function publicSteps(deed: Deed): Promise<ReplyOf<typeof listSteps>> {
  const { told } = await tellFigures(deed)
  return { steps: await stepsBehind(deed, told, 'resident') }
}

/** For the office: every figure in words, and the steps with their places at the desk. */
export async function officeVersion(deed: Deed): Promise<ReplyOf<typeof readOffice>> {
  const { told } = await tellFigures(deed)
  return { steps: await stepsBehind(deed, told, 'desk'), figures: await figuresInWords(deed, told) }
}

async function stepsBehind(deed: Deed, told: readonly Told[], door: 'resident' | 'desk'): Promise<Step[]> {
  const spoken = await speaker(deed)
  const order = (await boxesThere(deed)).map(({ box }) => box)
  return nextSteps(await stepFacts(deed), told.map(toFact), order).flatMap(({ rule, box, sentence, resident, desk }) => {
    const opens = door === 'desk' && desk !== null && (desk.needs?.some((permission) => may(deed, permission)) ?? true)
    const way = opens ? desk : resident
    return way ? [{ rule, box, sentence: spoken(sentence), act: spoken(way.act), to: way.to, door: opens ? 'desk' : 'resident' }] : []
  })
}

const toFact = (told: Told): FigureFact => ({
  box: told.indicator.box,
  indicator: told.indicator.key,
  key: told.measure.key,
  kind: told.measure.kind,
  title: told.measure.title,
  byGroup: told.measure.byGroup,
  thin: isThin(told),
  standing: told.standing,
  change: told.change,
})
