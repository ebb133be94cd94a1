/** Votes of a conversation that came within one minute, more than usual. */
export interface Burst {
  readonly beganAt: Date
  readonly votes: number
}

const minuteMs = 60_000
const remembered = 30
/** A hall full of people who take out their phones at once is no attack. */
const usualMost = 60
const timesUsual = 6

/**
 * Counts votes by the minute, in this process: how many, never whose. Above six times what is usual for the conversation (and above sixty) it
 * is a burst: the work gets dearer at once, and the moderators are told the number.
 */
export class VoteRate {
  #minute = 0
  #votes = 0
  readonly #before: number[] = []

  /** Takes one vote in. @returns the burst that has just ended, if the minute before was one. */
  note(now: Date): Burst | undefined {
    const ended = this.#turn(now)
    this.#votes++
    return ended
  }

  /** How often the work has to be doubled now: once at the bound, once more each time the votes have doubled. */
  stepsUp(now: Date): number {
    const bound = this.#bound()
    const votes = Math.floor(now.getTime() / minuteMs) === this.#minute ? this.#votes : 0
    return votes <= bound ? 0 : 1 + Math.floor(Math.log2(votes / bound))
  }

  /** The same as the next vote would, when none comes. */
  settle(now: Date): Burst | undefined {
    return this.#turn(now)
  }

  #bound(): number {
    const usual = this.#before.length === 0 ? 0 : this.#before.reduce((sum, votes) => sum + votes, 0) / this.#before.length
    return Math.max(usualMost, timesUsual * usual)
  }

  #turn(now: Date): Burst | undefined {
    const minute = Math.floor(now.getTime() / minuteMs)
    if (minute === this.#minute) return undefined
    const ended = this.#votes > this.#bound() ? { beganAt: new Date(this.#minute * minuteMs), votes: this.#votes } : undefined
    // A burst does not become what is usual.
    if (this.#minute > 0 && !ended) this.#before.push(this.#votes)
    if (this.#before.length > remembered) this.#before.shift()
    this.#minute = minute
    this.#votes = 0
    return ended
  }
}
