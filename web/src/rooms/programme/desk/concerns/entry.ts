/** A concern as it is being taken down for somebody. */
export interface Entry {
  readonly channel: 'desk' | 'paper' | 'homeVisit'
  readonly raisedOn: string
  readonly topic: string
  readonly communityId: string
  readonly laneId: string
  readonly words: string
  readonly staff: 'no' | 'yes'
  readonly organId: string
  readonly postId: string
  readonly hasAccount: 'no' | 'yes'
  readonly personId: string
  /** Covered, as the search showed it. */
  readonly personName: string
  readonly agreed: boolean
}

export const newEntry = (today: string): Entry => ({
  channel: 'desk',
  raisedOn: today,
  topic: '',
  communityId: '',
  laneId: '',
  words: '',
  staff: 'no',
  organId: '',
  postId: '',
  hasAccount: 'no',
  personId: '',
  personName: '',
  agreed: false,
})

/** What both ways of taking down have in common. */
export const saidIn = (entry: Entry) => ({
  words: entry.words.trim(),
  topic: entry.topic,
  ...(entry.communityId !== '' && { communityId: entry.communityId }),
  ...(entry.laneId !== '' && { laneId: entry.laneId }),
  ...(entry.staff === 'yes' && {
    aboutStaff: { ...(entry.organId !== '' && { organId: entry.organId }), ...(entry.postId !== '' && { postId: entry.postId }) },
  }),
})

export type EntryFault = 'topic' | 'words' | 'person' | 'agreed'

/** What is missing, in the order of the form. */
export const faultsIn = (entry: Entry, way: 'enter' | 'carry'): readonly EntryFault[] => [
  ...(entry.topic === '' ? (['topic'] as const) : []),
  ...(entry.words.trim() === '' ? (['words'] as const) : []),
  ...(way === 'enter' && entry.hasAccount === 'yes' && entry.personId === '' ? (['person'] as const) : []),
  ...(way === 'carry' && !entry.agreed ? (['agreed'] as const) : []),
]
