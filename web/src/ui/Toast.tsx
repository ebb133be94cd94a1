import { useState, useSyncExternalStore } from 'react'
import { useWords } from '../platform/language/language.tsx'
import styles from './overlay.module.css'
import { uiWords } from './words/words.ts'

interface Said {
  readonly id: number
  readonly text: string
  readonly undo: (() => void) | undefined
}

let said: readonly Said[] = []
let last = 0
const listeners = new Set<() => void>()

function change(next: readonly Said[]): void {
  said = next
  for (const listener of listeners) listener()
}

/** Says that something is done, with a way back for a slip. Stays long enough to be read, longer with an undo. */
export function toast(text: string, undo?: () => void): void {
  const one: Said = { id: ++last, text, undo }
  change([...said.slice(-2), one])
  setTimeout(() => leave(one.id), undo ? 10_000 : 5_000)
}

/** Whoever is about to press Undo must not lose it under the finger. */
const held = new Set<number>()
function leave(id: number): void {
  if (held.has(id)) setTimeout(() => leave(id), 1_000)
  else change(said.filter((one) => one.id !== id))
}

/** In each shell, once. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => said,
    () => said,
  )
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {shown.map((one) => (
        <Shown key={one.id} one={one} />
      ))}
    </div>
  )
}

function Shown({ one }: { readonly one: Said }) {
  const w = useWords(uiWords)
  const [undone, setUndone] = useState(false)
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => held.add(one.id)}
      onPointerLeave={() => held.delete(one.id)}
      onFocus={() => held.add(one.id)}
      onBlur={() => held.delete(one.id)}
    >
      {one.text}
      {one.undo && !undone && (
        <button
          type="button"
          onClick={() => {
            setUndone(true)
            held.delete(one.id)
            one.undo?.()
            leave(one.id)
          }}
        >
          {w.undo}
        </button>
      )}
    </div>
  )
}
