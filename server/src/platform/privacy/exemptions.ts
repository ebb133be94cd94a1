/**
 * Figures that are not statistics about residents and so are shown however small (D7, 08 "What D7 covers"). A figure that is not
 * here goes through suppression.ts; one that is on neither side fails a test of the room that shows it.
 */
export interface Exemption {
  /** `room.figure`, as the operation or indicator that shows it calls it. */
  readonly figure: string
  readonly reason: ExemptionReason
  readonly why: string
}

export type ExemptionReason =
  /** What somebody does in a public office. */
  | 'office'
  /** What there is room for. */
  | 'capacity'
  | 'money'
  /** A person's own data, shown to that person. */
  | 'own'
  /** Work of the house, counted without anybody in it. */
  | 'work'

export const exemptions: readonly Exemption[] = [
  { figure: 'council.attendance', reason: 'office', why: 'Delegates sit in public; who was there is in the minutes.' },
  {
    figure: 'council.rollCall',
    reason: 'office',
    why: 'A roll-call is public by its nature; secret ballots have their own rule (08, Council).',
  },
  {
    figure: 'council.speakingTime',
    reason: 'office',
    why: 'Shown in seat order, never sorted: it lets everybody see that no voice is the only one.',
  },
  {
    figure: 'council.seatsByBench',
    reason: 'office',
    why: 'Parity of seats is the programme itself; benches of delegates are public by consent.',
  },
  {
    figure: 'council.ballots',
    reason: 'office',
    why: 'A published result and the number of ballots in a public box; below five of one way or one bench nothing is opened at all (08, Council).',
  },
  { figure: 'council.followUp', reason: 'office', why: 'Tasks of resolutions and how late a post is with them are public acts of office.' },
  {
    figure: 'council.visits',
    reason: 'office',
    why: 'Which lanes delegates have been to is what they do in their seat; no door is known.',
  },
  { figure: 'council.motions', reason: 'office', why: 'Motions and what became of them are acts of the council.' },
  { figure: 'council.supportCount', reason: 'office', why: 'Whoever supports a motion signs in public, and the threshold has to be seen.' },
  { figure: 'programme.support', reason: 'money', why: 'What the street gives each organ and what came of it is public.' },
  { figure: 'programme.contracts', reason: 'money', why: 'Budgets, offers and payments of contracted projects are public.' },
  { figure: 'council.allocation', reason: 'money', why: 'Costs and winners of an allocation are what was voted about.' },
  {
    figure: 'council.allocationVotes',
    reason: 'money',
    why: 'How many ballots paid for a project is how the money was shared out; all ballots are published without names, so that anybody counts them again.',
  },
  {
    figure: 'programme.posts',
    reason: 'office',
    why: 'Seats of a post, how many are filled and by whom, is the public register of posts.',
  },
  { figure: 'programme.openWork', reason: 'work', why: 'What waits on a post, counted as papers, for whoever hands it over.' },
  {
    figure: 'programme.commendReviews',
    reason: 'work',
    why: 'How many reviews a nomination has and how many are left to others, counted as papers, for whoever runs a round.',
  },
  { figure: 'programme.notices', reason: 'work', why: 'Notices published, counted as papers, not as people.' },
  { figure: 'station.placesLeft', reason: 'capacity', why: 'Places left for an appointment say what is free, not who comes.' },
  { figure: 'station.peopleAhead', reason: 'capacity', why: 'Whoever waits must know how long; tickets carry no name.' },
  {
    figure: 'school.placesLeft',
    reason: 'capacity',
    why: 'Places left in a course, for learners and for children, and how many its minimum lacks.',
  },
  {
    figure: 'school.mixedClasses',
    reason: 'work',
    why: 'How many classes began in finished quarters, five or more in all, and how many of them were mixed: classes, not people.',
  },
  {
    figure: 'school.waiting',
    reason: 'capacity',
    why: 'How many wait for a place in a course, so that one knows whether to join the line.',
  },
  { figure: 'volunteers.placesLeft', reason: 'capacity', why: 'Places left in a shift, and whether its minimum is reached.' },
  {
    figure: 'volunteers.peopleWaiting',
    reason: 'capacity',
    why: 'How long the line for a shift is; whoever thinks of waiting has to know.',
  },
  { figure: 'station.servicesOpen', reason: 'work', why: 'How many services are open to whom is a list of services.' },
  {
    figure: 'station.hazards',
    reason: 'work',
    why: 'Hazards are things; each stands on a public list with its lane, its state and its days.',
  },
  {
    figure: 'programme.agreements',
    reason: 'office',
    why: 'Agreements with home places and what is still open in them are public acts; uses are suppressed.',
  },
  { figure: 'school.sessionsHeld', reason: 'work', why: 'Sessions that took place, by module: classes, not people.' },
  {
    figure: 'insight.nextSteps',
    reason: 'work',
    why: 'Lanes not visited, tasks late, seats and posts vacant, agreements ending, hazards overdue: acts of office and work of the house, with nobody in them.',
  },
  {
    figure: 'insight.exports',
    reason: 'work',
    why: 'How often sheets of data left the house is told however small: being open about it is the point, and nobody is in the number.',
  },
  { figure: 'people.ownData', reason: 'own', why: 'One’s own cases, hours, courses and readers, shown to oneself.' },
  { figure: 'people.ownPlaceInLine', reason: 'own', why: 'One’s own place on a waiting list.' },
  {
    figure: 'volunteers.hoursAudit',
    reason: 'work',
    why: 'How many entries a month’s check drew and what came of them: entries of a book, with nobody in them; the list has to be whole so that anybody can draw again.',
  },
  { figure: 'volunteers.patrolFindings', reason: 'work', why: 'Hazards a patrol found and what became of them: things, not persons.' },
  { figure: 'volunteers.patrolPlaces', reason: 'work', why: 'Places of a route that were looked at, for the team and without a person.' },
  { figure: 'volunteers.adultsOnShift', reason: 'capacity', why: 'Whether two adults are there to go as a pair.' },
  { figure: 'volunteers.shiftsHeld', reason: 'work', why: 'Shifts that took place, by kind of activity.' },
  { figure: 'volunteers.thanksShown', reason: 'work', why: 'Notes that everybody can read and count on the page itself.' },
  { figure: 'volunteers.ownHours', reason: 'own', why: 'A volunteer’s own hours, shown to that volunteer.' },
  {
    figure: 'insight.together',
    reason: 'work',
    why: 'What organs did together, counted as things: organs stand behind them, and nobody who came is in it.',
  },
  {
    figure: 'insight.crossPostings',
    reason: 'office',
    why: 'How many hold posts in two organs and whether the pages say so: public offices of the register, counted without a name.',
  },
  {
    figure: 'insight.gatherings',
    reason: 'work',
    why: 'How many shifts, classes, meetings and teams there were: things, not people; how mixed they were is told only of many people.',
  },
  {
    figure: 'branch.heldAndDue',
    reason: 'work',
    why: 'What the branch planned and held is its own work, seen by its office-holders; who came is suppressed.',
  },
  {
    figure: 'branch.windowShare',
    reason: 'capacity',
    why: 'How many shifts of a month branches may ask for, so that one in three is left to everybody else.',
  },
  {
    figure: 'insight.pathUnits',
    reason: 'work',
    why: 'What organs did together in a place, counted as activities and never shown by itself; and how many communities of how many waves a path model has: places, not people.',
  },
  {
    figure: 'insight.pathModel',
    reason: 'work',
    why: 'How communities and waves vary together, over forty of them and more, to two decimals; no value of any of them can be worked out, and those with few people are not in it.',
  },
  {
    figure: 'insight.surveyDoors',
    reason: 'work',
    why: 'How many doors a survey draws of how many dwellings is how it is done; who answered is told in tens while it runs, and suppressed afterwards.',
  },
]

const listed = new Map(exemptions.map((exemption) => [exemption.figure, exemption]))

export const exemptionOf = (figure: string): Exemption | undefined => listed.get(figure)
