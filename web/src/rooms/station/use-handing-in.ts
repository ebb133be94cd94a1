import { supplementCase } from '@ronghe/contract/station/cases.ts'
import { uploadDocument } from '@ronghe/contract/station/documents.ts'
import { useEffect, useMemo, useState } from 'react'
import { newId } from '../../platform/ids.ts'
import { useDraft } from '../../platform/offline/draft.ts'
import { file, findWaitingOn, useOutbox, withdraw } from '../../platform/offline/outbox.ts'
import type { Filing as Waiting } from '../../platform/offline/store.ts'
import type { MyCase } from './CaseTimeline.tsx'
import type { KeptFiles } from './kept-files.ts'

/** What is going to be handed in for a case, as this device keeps it until it has arrived. */
export interface Handed {
  readonly words: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly documents: readonly { readonly need: string; readonly mark: string }[]
  readonly files: Readonly<Record<string, File>>
  /** The last step of the case that was known here when it was begun; what another device hands in after that is told. */
  readonly seen: number | null
  /** In the outbox; kept until it has arrived. */
  readonly queued: boolean
}

const nothing: Handed = { words: '', answers: {}, documents: [], files: {}, seen: null, queued: false }

const isEmpty = ({ words, answers, documents }: Handed): boolean =>
  words.trim() === '' && documents.length === 0 && Object.keys(answers).length === 0

/** Steps that another device took after this one began. */
const since = (found: MyCase, seen: number | null) =>
  found.timeline.filter(({ kind, number }) => seen !== null && kind === 'supplemented' && number > seen)

export type HandingIn = Exclude<ReturnType<typeof useHandingIn>, undefined>

export function useHandingIn(found: MyCase) {
  const { value: kept, change, state, discard } = useDraft<Handed>(`supplement:${found.id}`, nothing)
  const value: Handed = { ...nothing, ...kept }
  const outbox = useOutbox()
  const [waiting, setWaiting] = useState<Waiting | null>()
  const { queued } = value
  useEffect(() => {
    if (state === 'reading') return
    void findWaitingOn(supplementCase.id, { caseId: found.id }).then(async (there) => {
      setWaiting(there ?? null)
      if (there || !queued) return
      await discard() // it has arrived
      change(nothing)
    })
  }, [outbox, found.id, state, queued, discard, change])

  const known = Math.max(0, ...found.timeline.map(({ number }) => number))
  const put = (next: (now: Handed) => Partial<Handed>): void =>
    change((now) => ({ ...nothing, ...now, seen: now.seen ?? known, ...next({ ...nothing, ...now }) }))
  const files = useMemo<KeptFiles>(
    () => ({
      find: (mark) => kept.files[mark],
      async keep(picture) {
        const mark = newId()
        change((now) => ({ ...now, files: { ...now.files, [mark]: picture } }))
        return mark
      },
      drop: (mark) => change((now) => ({ ...now, files: Object.fromEntries(Object.entries(now.files).filter(([one]) => one !== mark)) })),
    }),
    [kept.files, change],
  )
  if (state === 'reading' || waiting === undefined) return undefined
  return {
    value,
    empty: isEmpty(value),
    files,
    put,
    /** In the outbox: on its way, or refused. */
    waiting: waiting ?? undefined,
    /** What came from another device after this one began. */
    meanwhile: since(found, value.seen),
    /** Back from the outbox, to be changed. */
    async takeBack(): Promise<void> {
      if (waiting) await withdraw(waiting)
      change((now) => ({ ...now, queued: false }))
    },
    async discard(): Promise<void> {
      if (waiting) await withdraw(waiting)
      await discard()
      change(nothing)
    },
    /** Sends it, or leaves it in the outbox. What was handed in meanwhile has been shown by now and no longer stands in the way. */
    async send(title: string): Promise<{ readonly sent: boolean }> {
      if (waiting) await withdraw(waiting)
      const told = since(found, value.seen).length > 0
      const body = {
        words: value.words,
        ...(Object.keys(value.answers).length > 0 && { answers: { ...value.answers } }),
        documents: value.documents.map(({ need, mark }) => ({ need, file: mark })),
        seen: told ? known : (value.seen ?? known),
      }
      const uploads = value.documents.flatMap(({ mark }) => {
        const picture = value.files[mark]
        return picture
          ? [{ mark, file: picture, operation: { id: uploadDocument.id, method: 'POST', path: uploadDocument.path } as const }]
          : []
      })
      const outcome = await file(supplementCase, { params: { caseId: found.id }, body }, title, {
        uploads,
        opens: `/cases/${found.id}/supplement`,
      })
      if (outcome.sent) await discard()
      else change((now) => ({ ...now, queued: true }))
      return { sent: outcome.sent }
    },
  }
}
