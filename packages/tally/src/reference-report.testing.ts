/** One printed step of a reference report: what was done, and every figure under it. */
export interface ReferenceStep {
  readonly round: number
  readonly action: string
  /** By name; a defeated candidate who is named with others has the others' figure, which is 0. */
  readonly votes: ReadonlyMap<string, string>
  /** `Quota`, `Votes`, `Residual`, `Total`, `Surplus`, `Nontransferable votes`, …, as printed. */
  readonly totals: ReadonlyMap<string, string>
}

/** Reads the text reports of the droop program, in which the reference results are published. */
export function readReference(text: string): { readonly names: readonly string[]; readonly steps: readonly ReferenceStep[] } {
  const names = [...text.matchAll(/^\tAdd eligible: (.*)$/gm)].map(([, name]) => name!)
  const steps: { round: number; action: string; votes: Map<string, string>; totals: Map<string, string> }[] = []
  let round = 0
  for (const line of text.split('\n')) {
    const opening = /^Round (\d+):/.exec(line)
    if (opening) round = Number(opening[1])
    const action = /^Action: (.*)$/.exec(line)
    if (action) steps.push({ round, action: action[1]!, votes: new Map(), totals: new Map() })
    const step = steps.at(-1)
    if (!step) continue
    const state = /^\t(?:Elected|Pending|Hopeful|Defeated): +(.*) \(([\d.]+)\)$/.exec(line)
    if (state) for (const name of namesIn(state[1]!, names)) step.votes.set(name, state[2]!)
    const total = /^\t([A-Z][a-z ]*): (-?[\d.]+)$/.exec(line)
    if (total) step.totals.set(total[1]!, total[2]!)
  }
  return { names, steps }
}

const namesIn = (list: string, names: readonly string[]): readonly string[] => (names.includes(list) ? [list] : list.split(', '))
