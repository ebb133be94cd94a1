import type { ProjectOutcome } from '@ronghe/contract/council/allocation-results.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useLanguage, useWords } from '../../../platform/language/language.tsx'
import { allocationWords } from './words/words.ts'

/** The reason as a sentence of this language, made of the figures of the count. */
export function useWhy(): (outcome: ProjectOutcome, titles: ReadonlyMap<number, string>) => string {
  const w = useWords(allocationWords)
  const format = useFormat()
  const { language } = useLanguage()
  const yuan = (amount: number): string => format.count(Math.round(amount * 100) / 100)
  return ({ why, votes }, titles) => {
    const named = (number: number): string => w.numbered(format.count(number), titles.get(number) ?? '')
    switch (why.kind) {
      case 'bought': {
        const rest = why.withRest + why.broke
        return rest === 0
          ? w.why.boughtAll(yuan(why.payment))
          : w.why.bought(format.count(votes - rest), yuan(why.payment), format.count(rest))
      }
      case 'short': {
        const spent = why.spentOn.slice(0, 2).map(({ number }) => named(number))
        return [
          w.why.short(yuan(why.moneyLeft), yuan(why.missing)),
          spent.length > 0 && w.why.shortSpent(format.list(spent)),
          why.budget !== null && w.why.shortBudget(format.count(Math.ceil(why.budget))),
        ]
          .filter(Boolean)
          .join(language === 'zh-CN' ? '' : ' ')
      }
      case 'fitted':
        return w.why.fitted(yuan(why.left))
      case 'did-not-fit':
        return w.why.didNotFit(yuan(why.left))
      case 'paid-at':
        return w.why.paidAt(yuan(why.load))
      case 'not-in-time':
        return w.why.notInTime
      case 'unsupported':
        return w.why.unsupported
      case 'dearer-than-budget':
        return w.why.dearer
      case 'after-the-end':
        return w.why.afterEnd
      case 'below-threshold':
        return w.why.belowThreshold
      case 'comparison':
        return w.why.comparison
    }
  }
}
