import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { raiseConcern } from '@ronghe/contract/programme/concerns.ts'

/** What has been answered so far; kept on the device under no name, because it may be meant to have none. */
export interface Speaking {
  readonly way?: 'signed' | 'anonymous'
  readonly staff?: 'yes' | 'no'
  readonly organId: string
  readonly postId: string
  readonly topic: string
  readonly communityId: string
  readonly laneId: string
  readonly words: string
  readonly throughOrganId: string
  /** Made before it is first sent: a phone that is switched off in the middle sends the same one again, not a second. */
  readonly id?: string | undefined
  /** For this wording of it; a changed one is sent under another. */
  readonly key?: string | undefined
}

export const nothingSaid: Speaking = { organId: '', postId: '', topic: '', communityId: '', laneId: '', words: '', throughOrganId: '' }
export const speakingDraft = 'concern:new'

export const steps = ['staff', 'topic', 'place', 'words', 'check'] as const
export type Step = (typeof steps)[number]

/** The first question without an answer: nobody lands on a page whose question comes later. */
export function firstOpenStep(said: Speaking): Step | 'start' {
  if (said.way === undefined) return 'start'
  if (said.staff === undefined) return 'staff'
  if (said.topic === '') return 'topic'
  if (said.words.trim() === '') return 'words' // the place may stay unsaid
  return 'check'
}

export const mayShow = (step: Step, said: Speaking): boolean => {
  const open = firstOpenStep(said)
  return open !== 'start' && steps.indexOf(step) <= steps.indexOf(open)
}

/** Back from the outbox, to be changed. */
export const fromBody = (body: BodyOf<typeof raiseConcern>): Speaking => ({
  ...nothingSaid,
  way: 'signed',
  staff: body.aboutStaff ? 'yes' : 'no',
  organId: body.aboutStaff?.organId ?? '',
  postId: body.aboutStaff?.postId ?? '',
  topic: body.topic,
  communityId: body.communityId ?? '',
  laneId: body.laneId ?? '',
  words: body.words,
  throughOrganId: body.throughOrganId ?? '',
  id: body.id,
})

export const toBody = (said: Speaking): BodyOf<typeof raiseConcern> => ({
  words: said.words,
  topic: said.topic,
  ...(said.communityId !== '' && { communityId: said.communityId }),
  ...(said.laneId !== '' && { laneId: said.laneId }),
  ...(said.staff === 'yes' && { aboutStaff: { organId: said.organId || null, postId: said.postId || null } }),
  ...(said.throughOrganId !== '' && said.staff !== 'yes' && { throughOrganId: said.throughOrganId }),
})
