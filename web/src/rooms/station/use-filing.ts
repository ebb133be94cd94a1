import { dropDraft, type Draft, readDraft, saveDraft } from '@ronghe/contract/station/forms.ts'
import { type CaseService, type FormDefinition } from '@ronghe/forms'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../api.ts'
import { newId } from '../../platform/ids.ts'
import { discardDraft, readDraft as readHere, useDraft } from '../../platform/offline/draft.ts'
import { findWaiting } from '../../platform/offline/outbox.ts'
import { reading, useRefresh } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { answersForm } from './Eligibility.tsx'
import { emptyDraft, type FilingDraft, meet, takeOver, withKnown, withoutPictures } from './filing-draft.ts'
import type { KeptFiles } from './kept-files.ts'

const nobody = 'nobody'
const draftName = (service: string, person: string): string => `file:${service}:${person}`
/** After the last keystroke; the device has it at once. */
const saveAfter = 1_200

export interface Filing {
  readonly draft: FilingDraft
  readonly change: (next: (draft: FilingDraft) => FilingDraft) => void
  readonly answer: (id: string, value: unknown) => void
  readonly files: KeptFiles
  /** On the device; `server` once the server has it as well. */
  readonly saved: 'no' | 'here' | 'server'
  /** Both this device and another one went on with the form: which shall it be? */
  readonly conflict: { readonly theirs: Draft; readonly take: () => void; readonly keep: () => void } | undefined
  /** A form begun on this phone before anybody signed in: only whoever wrote it knows whether it is theirs. */
  readonly strangers: { readonly take: () => void; readonly leave: () => void } | undefined
  /** Filed here already and waiting for a line. */
  readonly waiting: boolean
  readonly discard: () => Promise<void>
}

/** The draft of a form: on this device with every keystroke, on the server a moment later when somebody is signed in. */
export function useFiling(definition: CaseService, options: { readonly mine: boolean }): Filing | undefined {
  const { key, form } = definition
  const person = useSession().person
  const signedIn = person !== null && person.session !== 'empty'
  const [fresh] = useState(() => emptyDraft(newId()))
  const kept = useDraft<FilingDraft>(draftName(key, person?.id ?? nobody), fresh)
  const remote = useQuery({ ...reading(readDraft, { params: { key } }), enabled: signedIn, staleTime: Infinity, gcTime: 0, retry: false })
  const refresh = useRefresh()
  const [met, setMet] = useState(false)
  const [conflict, setConflict] = useState<Draft>()
  const [strange, setStrange] = useState<FilingDraft>()
  const [waiting, setWaiting] = useState(false)
  const { change: changeKept, value, state } = kept

  // Once, when both drafts are known: which goes on.
  const meeting = useRef(false)
  const settled = !signedIn || remote.data !== undefined || remote.error !== null
  useEffect(() => {
    if (meeting.current || state === 'reading' || !settled) return
    meeting.current = true
    void (async () => {
      let draft = value
      if (draft.filed) {
        const still = await findWaiting(draft.caseId)
        if (still && !still.problem) setWaiting(true)
        else if (!still) draft = emptyDraft(newId()) // it has arrived
      }
      if (remote.data) {
        const which = meet(form, draft, remote.data.draft)
        if (which === 'theirs') draft = takeOver(form, draft, remote.data.draft!)
        if (which === 'start again') draft = emptyDraft(newId())
        if (which === 'ask') setConflict(remote.data.draft!)
      }
      if (Object.keys(draft.answers).length === 0)
        draft = { ...draft, answers: (await readHere<FilingDraft['answers']>(answersForm(key, person?.id), Date.now())) ?? {} }
      if (remote.data && !draft.prefilled) draft = withKnown(form, draft, remote.data.prefilled)
      const stranger = signedIn ? await readHere<FilingDraft>(draftName(key, nobody), Date.now()) : undefined
      if (stranger && !stranger.filed && Object.keys(stranger.answers).length > 0) {
        if (options.mine) {
          draft = adopt(form, draft, stranger, remote.data?.prefilled)
          await discardDraft(draftName(key, nobody))
        } else setStrange(stranger)
      }
      if (draft !== value) changeKept(draft)
      setMet(true)
    })()
  }, [state, settled, value, remote.data, form, key, person?.id, signedIn, options.mine, changeKept])

  const change = useCallback(
    (next: (draft: FilingDraft) => FilingDraft) => changeKept((draft) => ({ ...next(draft), unsaved: true })),
    [changeKept],
  )

  // To the server, a moment after the last keystroke. A broken line is no matter: the next change tries again.
  const saving = useRef(false)
  const [tried, setTried] = useState(0)
  useEffect(() => {
    if (!met || !signedIn || !value.unsaved || value.filed || conflict || saving.current) return
    const timer = setTimeout(() => {
      saving.current = true
      const { answers, edit, page, caseId } = value
      const body = { edit, version: definition.version, answers: { ...withoutPictures(form, answers) }, caseId, ...(page && { page }) }
      call(saveDraft, { params: { key }, body })
        .then(
          (reply) => {
            if (reply.kind === 'newer') setConflict(reply.draft)
            else changeKept((now) => ({ ...now, edit: reply.draft.edit, unsaved: now.answers !== answers || now.page !== page }))
          },
          () => setTimeout(() => setTried((times) => times + 1), 20_000),
        )
        .finally(() => {
          saving.current = false
        })
    }, saveAfter)
    return () => clearTimeout(timer)
  }, [met, signedIn, value, conflict, key, form, definition.version, changeKept, tried])

  const files = useMemo<KeptFiles>(
    () => ({
      find: (mark) => value.files[mark],
      async keep(file) {
        const mark = newId()
        change((draft) => ({ ...draft, files: { ...draft.files, [mark]: file } }))
        return mark
      },
      drop: (mark) =>
        change((draft) => ({ ...draft, files: Object.fromEntries(Object.entries(draft.files).filter(([one]) => one !== mark)) })),
    }),
    [value.files, change],
  )

  if (!met) return undefined
  return {
    draft: value,
    change,
    answer: (id, next) => change((draft) => ({ ...draft, answers: { ...draft.answers, [id]: next } })),
    files,
    saved: state === 'fresh' ? 'no' : signedIn && !value.unsaved && value.edit > 0 ? 'server' : 'here',
    conflict: conflict && {
      theirs: conflict,
      take: () => {
        changeKept((draft) => takeOver(form, draft, conflict))
        setConflict(undefined)
      },
      keep: () => {
        changeKept((draft) => ({ ...draft, edit: conflict.edit, unsaved: true }))
        setConflict(undefined)
      },
    },
    strangers: strange && {
      take: () => {
        changeKept((draft) => adopt(form, draft, strange, remote.data?.prefilled))
        void discardDraft(draftName(key, nobody))
        setStrange(undefined)
      },
      leave: () => setStrange(undefined),
    },
    waiting,
    async discard() {
      await kept.discard()
      await discardDraft(answersForm(key, person?.id))
      if (signedIn) await call(dropDraft, { params: { key } }).catch(() => {})
      await refresh({ id: 'station.drafts.list' }, readDraft)
    },
  }
}

/** What was written before signing in becomes the person's own, with what is known of them where it left a gap. */
const adopt = (
  form: FormDefinition,
  own: FilingDraft,
  stranger: FilingDraft,
  known: Readonly<Record<string, unknown>> | undefined,
): FilingDraft => withKnown(form, { ...stranger, caseId: own.caseId, edit: own.edit, unsaved: true }, known ?? {})
