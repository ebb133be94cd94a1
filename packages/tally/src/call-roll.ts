/** One delegate in office at the vote. */
export interface RollEntry {
  readonly name: string
  /** The delegate's half of the council; `null` for the chair, who belongs to none. */
  readonly bench: string | null
  /** `present`: in the room and silent. The chair is `present` or `absent`: a tie vote is no entry of the roll. */
  readonly vote: 'for' | 'against' | 'abstain' | 'present' | 'absent'
  /** Has declared an interest in this item: counts neither for the quorum nor for the majority. */
  readonly interest?: boolean
}

/** What a part of the council did: the total, or one bench. */
export interface RollFigures {
  /** Delegates in office without those who declared an interest: what quorum and absolute majorities are taken of. */
  readonly inOffice: number
  /** Of these, in the room. */
  readonly present: number
  readonly for: number
  readonly against: number
  /** Recorded, not counted. */
  readonly abstain: number
  /** Present without a vote, the chair among them. */
  readonly silent: number
  readonly interest: number
}

export interface RollCount {
  /** All delegates, the chair included. */
  readonly total: RollFigures
  /** Every bench, without the chair. */
  readonly benches: Readonly<Record<string, RollFigures>>
}

/**
 * Counts an open roll-call. The order of the roll does not matter.
 * @throws RangeError where a name is called twice or the chair is entered with a vote
 */
export function callRoll(delegates: readonly RollEntry[]): RollCount {
  const seen = new Set<string>()
  for (const { name, bench, vote } of delegates) {
    if (seen.has(name)) throw new RangeError(`${name} is called twice`)
    seen.add(name)
    if (bench === null && vote !== 'present' && vote !== 'absent')
      throw new RangeError(`${name} is the chair, who has a vote in a tie only: enter present or absent`)
  }
  const names = [...new Set(delegates.flatMap(({ bench }) => (bench === null ? [] : [bench])))].toSorted()
  return {
    total: figuresOf(delegates),
    benches: Object.fromEntries(names.map((name) => [name, figuresOf(delegates.filter(({ bench }) => bench === name))])),
  }
}

function figuresOf(delegates: readonly RollEntry[]): RollFigures {
  const counted = delegates.filter(({ interest }) => !interest)
  const many = (wanted: RollEntry['vote']): number => counted.filter(({ vote }) => vote === wanted).length
  return {
    inOffice: counted.length,
    present: counted.length - many('absent'),
    for: many('for'),
    against: many('against'),
    abstain: many('abstain'),
    silent: many('present'),
    interest: delegates.length - counted.length,
  }
}
