import { useState } from 'react'
import { dayOf } from '../../../platform/language/format.ts'
import { useDraft } from '../../../platform/offline/draft.ts'

interface Missed {
  readonly id: string
  readonly label: string
}

/** Who was called and did not come today, kept on this device: whoever comes later is put back in line. Numbers only. */
export function useMissed() {
  const [today] = useState(() => dayOf(new Date()))
  const kept = useDraft<readonly Missed[]>(`missed:${today}`, [])
  return {
    items: kept.value,
    add: (one: Missed) => kept.change((items) => [...items.filter(({ id }) => id !== one.id), one]),
    drop: (id: string) => kept.change((items) => items.filter((one) => one.id !== id)),
  }
}

export type MissedToday = ReturnType<typeof useMissed>
