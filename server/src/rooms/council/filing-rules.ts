import type { ArticleKey, CharterParameters } from '@ronghe/contract/council/charter.ts'
import type { MotionGround } from '@ronghe/contract/council/motion-states.ts'
import { roundedUp } from '@ronghe/tally'

/** Everything the charter looks at when a motion is filed. */
export interface Filing {
  readonly origin: 'delegate' | 'residents'
  /** Attested residents who support it. */
  readonly residents: number
  /** Delegates behind it, the mover of a delegate's motion included. */
  readonly delegates: { readonly newcomers: number; readonly locals: number; readonly chair: number }
  readonly inOffice: { readonly newcomers: number; readonly locals: number }
  /** A topic that needs no common ground, as its author says. */
  readonly exemptAs: string | null
  /** Both groups agree on every statement of the motion. */
  readonly groundMet: boolean
  /** Days since the conversation opened; null where there is none. */
  readonly conversationDays: number | null
  readonly withoutCommonGround: boolean
}

export type Filed =
  | { readonly kind: 'filed'; readonly ground: MotionGround }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly article: ArticleKey
      readonly params?: Readonly<Record<string, number>>
      readonly instead?: string
    }

/**
 * Support first, common ground next. Common ground is a duty to try and not a veto: some days after the conversation opened, half of either
 * bench or a multiple of the residents may file without it, and the motion is marked (08, Common ground).
 */
export function decideFiling(filing: Filing, { filing: rule, commonGround }: CharterParameters): Filed {
  const { newcomers, locals, chair } = filing.delegates
  const supported = filing.residents >= rule.residents || newcomers + locals + chair >= rule.delegates
  if (filing.origin === 'residents' && !supported)
    return {
      kind: 'refused',
      code: 'motion-support-missing',
      article: 'filing',
      params: { residents: rule.residents, delegates: rule.delegates, have: filing.residents, haveDelegates: newcomers + locals + chair },
      instead: 'motion-support-instead',
    }
  if (!commonGround.required) return { kind: 'filed', ground: 'notRequired' }
  if (commonGround.exempt.some((topic) => topic === filing.exemptAs)) return { kind: 'filed', ground: 'exempt' }
  if (filing.groundMet) return { kind: 'filed', ground: 'met' }

  const refuse = (code: string, params: Readonly<Record<string, number>>, instead: string): Filed => ({
    kind: 'refused',
    code,
    article: 'commonGround',
    params,
    instead,
  })
  const days = { days: commonGround.afterDays }
  if (filing.conversationDays === null) return refuse('motion-ground-no-conversation', days, 'motion-ground-begin')
  const left = commonGround.afterDays - filing.conversationDays
  if (left > 0) return refuse('motion-ground-missing', { ...days, left }, 'motion-ground-wait')
  const many = commonGround.residentsTimes * rule.residents
  const half = {
    newcomers: roundedUp(commonGround.benchShare, filing.inOffice.newcomers),
    locals: roundedUp(commonGround.benchShare, filing.inOffice.locals),
  }
  const enough =
    (half.newcomers > 0 && newcomers >= half.newcomers) || (half.locals > 0 && locals >= half.locals) || filing.residents >= many
  if (!enough)
    return refuse(
      'motion-ground-too-few',
      { ...days, newcomers: half.newcomers, locals: half.locals, residents: many },
      'motion-ground-gather',
    )
  if (!filing.withoutCommonGround) return refuse('motion-ground-say-so', days, 'motion-ground-mark')
  return { kind: 'filed', ground: 'notYet' }
}

/** The bench of most supporters; nobody's where the groups are level, or where so few stand behind it that the bench would tell on them. */
export function benchOfSupporters(
  supporters: { readonly newcomers: number; readonly locals: number },
  cosigners: { readonly newcomers: number; readonly locals: number },
  fewest: number,
): 'newcomers' | 'locals' | null {
  // Cosigning delegates are public; of residents the greater group is told only where it is not few.
  const shown = Math.max(supporters.newcomers, supporters.locals) >= fewest
  const newcomers = cosigners.newcomers + (shown ? supporters.newcomers : 0)
  const locals = cosigners.locals + (shown ? supporters.locals : 0)
  return newcomers === locals ? null : newcomers > locals ? 'newcomers' : 'locals'
}
