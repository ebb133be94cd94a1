import { checked, type Ballot, type Election } from './election.ts'

/** @returns the election as a BLT file; equal preferences are joined by `=`. Parties and benches have no place in it. */
export function writeBlt(election: Election): string {
  return [...headOf(election), ...paperRows(election, (group) => group.join('=')), '0', ...namesOf(election), ''].join('\n')
}

/** @returns the election as Hill's program took it: equal preferences in brackets, names and title on one line. */
export function writeHill(election: Election): string {
  const { tieOrder: _, ...plain } = election
  const rows = paperRows(election, (group) => (group.length > 1 ? `(${group.join(' ')})` : String(group[0])))
  return [...headOf(plain), ...rows, '0', namesOf(election).join(' '), ''].join('\n')
}

/**
 * @returns the election as a Scottish ward's CSV
 * @throws RangeError where the format has no place for what the election holds: equal preferences, withdrawn candidates
 */
export function writeScottishCsv(election: Election): string {
  const { candidates, seats, ballots, title } = checked(election)
  if (candidates.some(({ withdrawn }) => withdrawn)) throw new RangeError('a ward’s CSV has no place for withdrawn candidates')
  if (ballots.some(({ preferences }) => preferences.some((group) => group.length > 1)))
    throw new RangeError('a ward’s CSV has no place for equal preferences')
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  return [
    `${candidates.length},${seats},`,
    ...ballots.map(({ papers, preferences }) => `${[papers, ...preferences.map(([only]) => only! + 1)].join(',')},`),
    ...candidates.map(({ name, party }, index) => `${[`Candidate ${index + 1}`, name, party ?? ''].map(quoted).join(',')},`),
    `${quoted(title)},`,
    '',
  ].join('\n')
}

function headOf(election: Election): readonly string[] {
  const { candidates, seats, tieOrder } = checked(election)
  const withdrawn = candidates.flatMap((candidate, index) => (candidate.withdrawn ? [`-${index + 1}`] : []))
  return [
    `${candidates.length} ${seats}`,
    ...(withdrawn.length > 0 ? [withdrawn.join(' ')] : []),
    ...(tieOrder ? [`[tie ${tieOrder.map((candidate) => candidate + 1).join(' ')}]`] : []),
  ]
}

function paperRows({ ballots }: Election, written: (group: readonly number[]) => string): readonly string[] {
  return ballots.map(({ papers, preferences }: Ballot) =>
    [papers, ...preferences.map((group) => written(group.map((candidate) => candidate + 1))), 0].join(' '),
  )
}

function namesOf({ candidates, title }: Election): readonly string[] {
  // A quote cannot stand inside a quoted name, and no program agrees with another on how to write one.
  return [...candidates.map(({ name }) => name), title].map((text) => `"${text.replaceAll('"', '’').replace(/\s*\n\s*/g, ' ')}"`)
}
