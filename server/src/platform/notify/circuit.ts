/**
 * Stops knocking on a door that does not open: after so many failures in a row nothing is tried for a while, then a single try
 * decides. Without it a dead gateway would hold every job for its whole time limit.
 */
export interface Circuit {
  /** Whether a try is allowed now. */
  mayTry(now: Date): boolean
  succeeded(): void
  failed(now: Date): void
}

export function newCircuit({ failures = 5, seconds = 60 }: { readonly failures?: number; readonly seconds?: number } = {}): Circuit {
  let inARow = 0
  let closedUntil = 0
  return {
    mayTry(now) {
      if (now.getTime() < closedUntil) return false
      // One try at a time once the door was shut: the next one waits for its outcome, or for the time to pass again.
      if (inARow >= failures) closedUntil = now.getTime() + seconds * 1000
      return true
    },
    succeeded() {
      inARow = 0
      closedUntil = 0
    },
    failed(now) {
      inARow += 1
      if (inARow >= failures) closedUntil = now.getTime() + seconds * 1000
    },
  }
}
