import { recall } from '../memory.ts'

/** The id of whoever used this device last, from the session kept for offline use; works outside React and without a line. */
export function whoIsHere(): string | undefined {
  const kept = recall('session')
  return kept === undefined ? undefined : (JSON.parse(kept) as { person: { id: string } | null }).person?.id
}
