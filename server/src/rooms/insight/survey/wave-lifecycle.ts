import type { DeskWave } from '@ronghe/contract/insight/survey-desk.ts'
import type { WaveState } from '@ronghe/contract/insight/survey.ts'

export type Step = DeskWave['may'][number]

/** planned > fixed > drawn > open > closed; given up from anywhere before the end. */
const steps: Readonly<Record<WaveState, readonly Step[]>> = {
  planned: ['frame', 'fix', 'cancel'],
  fixed: ['draw', 'cancel'],
  drawn: ['print', 'open', 'cancel'],
  open: ['print', 'remind', 'enter', 'close', 'cancel'],
  closed: [],
  cancelled: [],
}
export const mostReminders = 2

interface At {
  readonly state: WaveState
  readonly reminded: number
  /** First and last day of asking. */
  readonly opensOn: string
  readonly closesOn: string
}

/** What may be done with a wave today. */
export const stepsOf = (wave: At, today: string): readonly Step[] =>
  steps[wave.state].filter((step) => {
    if (step === 'remind') return wave.reminded < mostReminders
    if (step === 'open') return today >= wave.opensOn && today <= wave.closesOn
    return true
  })

/** What a wave does by itself when the day comes; nothing while its doors are not drawn. */
export function dueStep(wave: At, today: string): 'open' | 'close' | undefined {
  if (wave.state === 'open' && today > wave.closesOn) return 'close'
  if (wave.state === 'drawn' && today >= wave.opensOn && today <= wave.closesOn) return 'open'
  return undefined
}
