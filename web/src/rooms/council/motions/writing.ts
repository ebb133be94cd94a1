import type { Motion, MotionDraft } from '@ronghe/contract/council/motions.ts'

/** A motion as it is being written on this device; the id is made here, so that keeping it twice keeps one. */
export interface Writing extends Omit<MotionDraft, 'lines' | 'costCents' | 'byDay'> {
  readonly id: string | null
  /** As typed: one point on each line. */
  readonly text: string
  readonly yuan: string
  readonly byDay: string
  readonly ground: 'from' | 'exempt' | 'none' | null
}

export const nothingWritten: Writing = {
  id: null,
  kind: 'ordinary',
  title: '',
  text: '',
  reasons: '',
  doer: '',
  byDay: '',
  yuan: '',
  roles: {},
  aboutOrganId: null,
  excludedTermId: null,
  laneId: null,
  ground: null,
  conversationId: null,
  statementIds: [],
  mergedConcernId: null,
  exemptAs: null,
  charterVersionId: null,
}

export const steps = ['title', 'lines', 'reasons', 'doer', 'cost', 'kind', 'ground', 'parties', 'check'] as const
export type Step = (typeof steps)[number]

export const writingDraft = (councilId: string, personId: string): string => `motion:${councilId}:${personId}`

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Cents of what was typed as yuan; null where there is no number. */
export function centsOf(yuan: string): number | null {
  const tidy = yuan.replaceAll(/[,，\s]/g, '')
  if (!/^\d+(\.\d{1,2})?$/.test(tidy)) return null
  return Math.round(Number(tidy) * 100)
}

export const toDraft = ({ text, yuan, byDay, ground, ...rest }: Writing): MotionDraft => ({
  kind: rest.kind,
  title: rest.title.trim(),
  reasons: rest.reasons.trim(),
  doer: rest.doer.trim(),
  roles: rest.roles,
  aboutOrganId: rest.aboutOrganId,
  excludedTermId: rest.kind === 'exclusion' ? (rest.excludedTermId ?? null) : null,
  laneId: rest.laneId,
  mergedConcernId: rest.mergedConcernId,
  lines: linesOf(text),
  byDay: byDay === '' ? null : byDay,
  costCents: centsOf(yuan),
  conversationId: ground === 'from' ? rest.conversationId : null,
  statementIds: ground === 'from' ? rest.statementIds : [],
  exemptAs: ground === 'exempt' ? rest.exemptAs : null,
  charterVersionId: rest.kind === 'charter' ? rest.charterVersionId : null,
})

/** A draft kept on the server, to be written on here. */
export const toWriting = (motion: Motion): Writing => ({
  id: motion.id,
  kind: motion.kind,
  title: motion.title['zh-CN'],
  text: motion.lines.join('\n'),
  reasons: motion.reasons['zh-CN'],
  doer: motion.doer['zh-CN'],
  byDay: motion.byDay ?? '',
  yuan: motion.costCents === null ? '' : String(motion.costCents / 100),
  roles: motion.roles,
  aboutOrganId: motion.about?.id ?? null,
  excludedTermId: motion.excluded?.termId ?? null,
  laneId: motion.laneId,
  ground: motion.conversationId ? 'from' : motion.exemptAs ? 'exempt' : null,
  conversationId: motion.conversationId,
  statementIds: [...motion.statementIds],
  mergedConcernId: motion.mergedConcernId,
  exemptAs: motion.exemptAs,
  charterVersionId: motion.charterVersionId,
})
