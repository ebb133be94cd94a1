import type { TiesWords } from './zh-CN.ts'

export const en: TiesWords = {
  title: 'Do both groups do things together?',
  lead: (newcomers, locals) =>
    `Whether ${newcomers} and ${locals} find themselves at the same shift, class, meeting or team more or less than chance would have it. Groups only, never a person, and no ranking.`,
  quarter: 'Quarter',
  noneYet: 'No quarter can be shown yet',
  next: (quarter, day) => `The figures of ${quarter} can be seen from ${day}. Paper lists are entered first.`,
  bridgingTitle: 'Pairs that met',
  mixedTitle: 'Mixed gatherings',
  bridgingSays: (newcomers, locals, observed) =>
    `Pairs of one person of the ${newcomers} and one of the ${locals} who did at least one thing together this quarter: ${observed}.`,
  mixedSays: (observed, gatherings, percent) =>
    `Of ${gatherings} gatherings, each group was at least ${percent}% of those there in ${observed}.`,
  chance: (expected, low, high) =>
    `If nothing but chance had decided who went where, it would be about ${expected}; 95 times of 100 between ${low} and ${high}.`,
  more: 'More than chance.',
  fewer: 'Fewer than chance.',
  asChance: 'About what chance gives; neither more nor fewer can be seen.',
  onlyOne: 'With these people and gatherings nothing else was possible, so there is nothing to compare.',
  possible: (pairs) => `If everybody who took part had met everybody of the other group, it would be ${pairs} pairs.`,
  tooLittleTitle: 'Too little data to compare',
  tooLittle: (gatherings, people) =>
    `It takes ${gatherings} gatherings of two or more and ${people} people of each group who took part before this can be compared with chance.`,
  tooLittleNext: 'When people check in at shifts, classes and meetings, by code or on the paper list, the next quarter can count them.',
  picture: (what, observed, low, high, expected) =>
    `${what}: ${observed} in fact; chance gives ${low} to ${high}, ${expected} in the middle.`,
  observedMark: 'in fact',
  chanceBand: 'what chance gives (95 times of 100)',
  measure: 'What',
  observed: 'In fact',
  expected: 'By chance',
  interval: 'Range of chance',
  z: 'Standard deviations apart',
  p: 'How often chance is so far out (p)',
  less: 'below 0.001',
  says: 'It says',
  saysNot: 'It does not say',
  testSays:
    'Every gathering keeps its size and everybody the number of gatherings they went to; only who went where is dealt out anew, 2,000 times, and what happened is put among them.',
  testSaysNot:
    'That anybody avoids anybody. How near people live, when they work and how the seats of the council are shared out matter too; nor does it say what brought it about.',
  trendTitle: 'Over the quarters',
  trendLead: 'Each quarter is compared with its own chance. The line in the middle is as many as chance gives.',
  trendFew: 'too little data to compare',
  times: (ratio) => `${ratio} of chance`,
  kindsTitle: 'By what was done',
  kind: 'What was done',
  kinds: { shift: 'Volunteer shifts', class: 'Classes', meeting: 'Council meetings', team: 'Teams' },
  gatherings: 'How many',
  mixedCount: 'Mixed',
  few: 'too few to show',
  kindsNote:
    'Of a kind with under 10, or with few people of one group, only the number is told; sometimes one more line is hidden so that nothing can be worked out. A team counts with its members who served in the quarter.',
  whoTitle: 'Who came, and who has not yet',
  whoLead: 'Of the people with an account, those who did at least one thing together with others in the quarter.',
  street: 'Whole street',
  byCommunity: 'By community',
  byHomeCounty: 'By home county, where given',
  place: 'Lives in',
  county: 'Home county',
  notSaid: 'did not say',
  countyOthers: 'did not say, or few come from there',
  everybody: 'everybody',
  ofPeople: (took, all) => `${took} of ${all}`,
  whoSaysNot:
    'Below each percentage is its 95% interval: with other people it would mostly lie in it. Not having come is not the same as not wanting to. Whether people are busy, have not heard of it or cannot come is not seen here.',
  unknown:
    'Trade, age and lane are not here because the platform does not keep them: what no service needs is not asked, and not asked for the sake of a figure either.',
  howTitle: 'How it is counted',
  how: [
    'Shifts, classes and council meetings are counted from registers of presence; whoever only signed up is not in them. A paper list counts like a code.',
    'People who would rather not say what they are count as present and as neither group.',
    'Somebody who was alone somewhere met nobody and is left out.',
    'Mentoring and study groups keep no register; of care visits only the volunteers count.',
    'What stays are totals. A list of who was with whom is never stored, at no moment.',
  ],
  toFlows: 'See through which doors people go',
}
