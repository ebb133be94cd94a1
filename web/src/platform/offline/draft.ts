import { useCallback, useEffect, useRef, useState } from 'react'
import { shelves } from './store.ts'

/** Drafts nobody came back to are thrown away after a month. */
const longest = 30 * 86_400_000

export interface DraftOf<T> {
  readonly value: T
  readonly change: (next: T | ((value: T) => T)) => void
  /** As it is this moment, for what outlives a rendering. */
  readonly latest: () => T
  /** `reading` until the saved draft has been looked up: show the form only then, so that nothing typed is overwritten. */
  readonly state: 'reading' | 'fresh' | 'saved'
  /** After it was sent. */
  readonly discard: () => Promise<void>
}

/**
 * What is typed into a form is kept on the device with every keystroke, and is there again after a call, a reload or a flat battery.
 * `form` names the form and the person, for instance `file:residence-permit:<person id>`.
 */
export function useDraft<T>(form: string, initial: T): DraftOf<T> {
  const [value, setValue] = useState(initial)
  const [state, setState] = useState<DraftOf<T>['state']>('reading')
  const latest = useRef(initial)

  useEffect(() => {
    let current = true
    latest.current = initial
    void readDraft<T>(form, Date.now()).then((draft) => {
      if (!current) return
      if (draft !== undefined) {
        latest.current = draft
        setValue(draft)
      }
      setState(draft === undefined ? 'fresh' : 'saved')
    })
    return () => {
      current = false
    }
    // The initial value is read once for each form; a parent that builds it anew on every render must not reset the draft.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [form])

  const change = useCallback(
    (next: T | ((value: T) => T)) => {
      latest.current = typeof next === 'function' ? (next as (value: T) => T)(latest.current) : next
      setValue(latest.current)
      void saveDraft(form, latest.current, Date.now()).then(() => setState('saved'))
    },
    [form],
  )
  const discard = useCallback(() => discardDraft(form), [form])
  const now = useCallback(() => latest.current, [])
  return { value, change, latest: now, state, discard }
}

export async function readDraft<T>(form: string, now: number): Promise<T | undefined> {
  const database = await shelves()
  const draft = await database?.get('drafts', form)
  if (!draft) return undefined
  if (now - draft.savedAt <= longest) return draft.value as T // written by saveDraft under the same name
  await database?.delete('drafts', form)
  return undefined
}

/** The names of the drafts on this device that begin like this. */
export async function draftsNamed(prefix: string): Promise<readonly string[]> {
  const all = (await (await shelves())?.getAllKeys('drafts')) ?? []
  return all.filter((form) => form.startsWith(prefix))
}

export async function saveDraft(form: string, value: unknown, now: number): Promise<void> {
  await (await shelves())?.put('drafts', { form, value, savedAt: now })
}

export async function discardDraft(form: string): Promise<void> {
  await (await shelves())?.delete('drafts', form)
}
