import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Shortcut {
  /** As in `KeyboardEvent.key`, with `Ctrl+` in front where needed (⌘ on a Mac counts as Ctrl). */
  readonly key: string
  readonly label: string
}

type Registered = Shortcut & { readonly run: () => void }
let registered: readonly Registered[] = []
const listeners = new Set<() => void>()

function change(next: readonly Registered[]): void {
  registered = next
  for (const listener of listeners) listener()
}

/** While the component is shown, the key does this, and the keyboard help (?) lists it. `label` undefined switches it off. */
export function useShortcut(key: string, label: string | undefined, run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (label === undefined) return
    const mine: Registered = { key, label, run: () => latest.current() }
    change([...registered, mine])
    return () => change(registered.filter((one) => one !== mine))
  }, [key, label])
}

export const useShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => registered,
    () => registered,
  )

/** Plain letters are left alone while someone types. The newest registration wins, so a dialog may take over a key. */
export function listenForShortcuts(target: Pick<Document, 'addEventListener' | 'removeEventListener'>): () => void {
  const onKey = (event: Event): void => {
    const pressed = event as KeyboardEvent
    if (pressed.defaultPrevented || pressed.isComposing || pressed.altKey) return
    const withControl = pressed.ctrlKey || pressed.metaKey
    if (!withControl && isTyping(pressed.target)) return
    const name = `${withControl ? 'Ctrl+' : ''}${pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key}`
    const shortcut = registered.findLast((one) => one.key.toLowerCase() === name.toLowerCase())
    if (!shortcut) return
    pressed.preventDefault()
    shortcut.run()
  }
  target.addEventListener('keydown', onKey)
  return () => target.removeEventListener('keydown', onKey)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
