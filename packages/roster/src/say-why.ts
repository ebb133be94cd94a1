import type { Proposal } from './assign-shifts.ts'
import type { Gap, Reason } from './explain.ts'

const hindrances: Readonly<Record<Gap['because'][number]['kind'], string>> = {
  already: 'already there',
  away: 'not free then',
  busy: 'busy with something else',
  skill: 'without the skill it needs',
  minor: 'under eighteen',
  noNights: 'not at night',
  nightTooLong: 'the night part is too long for anybody',
  rest: 'would rest too little',
  nights: 'enough nights that week',
  hours: 'enough hours that week',
  notWith: 'not with somebody who is there',
  elsewhere: 'needed on another shift',
  together: 'alone, and it takes two adults',
}

function reason(because: Reason): string {
  if (because.kind === 'has') return `has ${because.skills.join(', ')}`
  if (because.kind === 'near') return because.distance === 0 ? 'their own lane' : 'a lane nearby'
  return { free: 'free then', restedMost: 'served less than others of late', onlyOne: 'nobody else could' }[because.kind]
}

/** The proposal in English sentences, a line each. */
export function sayWhy({ assigned, unfilled, proven }: Proposal): string[] {
  return [
    ...assigned.map(({ shift, volunteer, because }) => `${shift}: ${volunteer} (${because.map(reason).join('; ')})`),
    ...unfilled.map(
      ({ shift, missing, because }) =>
        `${shift}: ${missing} missing (${because.map(({ kind, people }) => `${people} ${hindrances[kind]}`).join('; ') || 'nobody is there to ask'})`,
    ),
    ...(proven ? [] : ['the time was over: every rule is kept, but there may be a fairer proposal']),
  ]
}
