import type { Explanation } from './explain.ts'

/** An explanation as an English sentence, for a notice board. Words in other languages are made from the fields. */
export function sayWhy({ project, name, cost, votes, why }: Explanation): string {
  return `${name ?? `Project ${project}`} (${money(cost)}, ${counted(votes, 'vote')}): ${because(why, votes)}.`
}

function because(why: Explanation['why'], votes: number): string {
  switch (why.kind) {
    case 'bought': {
      const rest = [
        ...(why.withRest > 0 ? [`${why.withRest} paid all they had left`] : []),
        ...(why.broke > 0 ? [`${why.broke} had nothing left`] : []),
      ]
      const payers = rest.length === 0 ? `each of its supporters paid ${money(why.payment)}` : `${why.inFull} paid ${money(why.payment)}`
      return `funded in round ${why.round}; ${[payers, ...rest].join(', ')}; worth ${figure(why.effectiveVotes)} full votes`
    }
    case 'short': {
      const [most] = why.spentOn
      const spent = most ? `; most of their money went to ${most.project} (${money(most.amount)})` : ''
      const at = why.boughtAt ? `; with a budget of ${money(why.boughtAt.budget)} it would have been funded` : ''
      return `not funded; its ${counted(votes, 'supporter')} had ${money(why.moneyLeft)} left together, ${money(why.missing)} too little${spent}${at}`
    }
    case 'fitted':
      return `funded as number ${why.turn} in order, ${money(why.left)} were left`
    case 'did-not-fit':
      return `not funded; at its turn (number ${why.turn}) only ${money(why.left)} were left`
    case 'after-the-end':
      return 'not funded; an earlier project no longer fitted, and that ended it'
    case 'below-threshold':
      return 'not funded; it has fewer votes than the rules ask for'
    case 'paid-at':
      return `funded when every voter had received ${money(why.load)}`
    case 'not-in-time':
      return `not funded; when its supporters could have paid, it no longer fitted or the rule had ended (${money(why.left)} unspent)`
    case 'unsupported':
      return 'not funded; nobody voted for it'
    case 'dearer-than-budget':
      return 'not funded; it costs more than the whole budget'
    case 'comparison':
      return 'decided by the comparison: more voters prefer the outcome by most votes'
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
const figure = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 })
const money = (value: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: Number.isInteger(value) ? 0 : 2, maximumFractionDigits: 2 })
