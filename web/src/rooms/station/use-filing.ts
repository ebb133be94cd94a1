import { dropDraft, readDraft } from '@ronghe/contract/station/forms.ts'
import { type CaseService } from '@ronghe/forms'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../api.ts'
import { newId } from '../../platform/ids.ts'
import { discardDraft, readDraft as readHere, useDraft } from '../../platform/offline/draft.ts'
import { useOnline } from '../../platform/offline/online.ts'
import { findWaiting } from '../../platform/offline/outbox.ts'
import { useRefresh } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { answersForm } from './Eligibility.tsx'
import { adopt, changed, emptyDraft, type FilingDraft, meet, pick, waitsHere, withKnown } from './filing-draft.ts'
import type { FileState, KeptFiles } from './kept-files.ts'
import { draftName, holdOpen, nobody } from './open-drafts.ts'
import { type FileProgress, sendDraft } from './send-draft.ts'

/** After the last keystroke; the device has it at once. */
const saveAfter = 1_200
/** Whoever opens a form on a dead line gets what is on the device after this long. */
const longestWait = 6_000

export interface Filing {
  readonly draft: FilingDraft
  readonly change: (next: (draft: FilingDraft) => FilingDraft) => void
  readonly answer: (id: string, value: unknown) => void
  readonly files: KeptFiles
  /** Whose papers are handed in, by somebody who sees nothing else of theirs. */
  readonly handingInFor: string | undefined
  /** On the device; `server` once the server has it as well. */
  readonly saved: 'no' | 'here' | 'server'
  /** Of two values written into one part, the one that counts. */
  readonly pick: (part: string, value: unknown) => void
  /** A form begun on this phone before anybody signed in: only whoever wrote it knows whether it is theirs. */
  readonly strangers: { readonly take: () => void; readonly leave: () => void } | undefined
  /** Filed here already and waiting for a line. */
  readonly waiting: boolean
  /** Filed on another device. */
  readonly filedElsewhere: boolean
  readonly markFiled: () => void
  readonly discard: () => Promise<void>
  /** On this device only: another one has a use for what the server holds. */
  readonly discardHere: () => Promise<void>
}

/** The draft of a form: on this device with every keystroke, on the server a moment later when somebody is signed in. */
export function useFiling(
  definition: CaseService,
  options: { readonly mine: boolean; readonly handingInFor?: string | undefined },
): Filing | undefined {
  const { key, form, version } = definition
  const person = useSession().person
  const signedIn = person !== null && person.session !== 'empty'
  const { handingInFor } = options
  // Papers for somebody else never mix with a form of one's own: they have a draft apart, which stays on this device.
  const name = draftName(key, person?.id ?? nobody, handingInFor)
  const atServer = signedIn && handingInFor === undefined
  const [fresh] = useState(() => ({ ...emptyDraft(newId(), version), forPerson: handingInFor }))
  const kept = useDraft<FilingDraft>(name, fresh)
  const refresh = useRefresh()
  const [met, setMet] = useState(false)
  const [strange, setStrange] = useState<FilingDraft>()
  const [waiting, setWaiting] = useState(false)
  const [filedElsewhere, setFiledElsewhere] = useState(false)
  const { change: changeKept, latest, value, state } = kept
  useEffect(() => holdOpen(name), [name])

  // Once, when both drafts are known: they are brought together.
  const meeting = useRef(false)
  useEffect(() => {
    if (meeting.current || state === 'reading') return
    meeting.current = true
    void (async () => {
      let draft: FilingDraft = { ...fresh, ...value, version }
      let waitsInOutbox = false
      const remote =
        atServer && navigator.onLine
          ? await call(readDraft, {
              params: { key },
              query: { caseId: draft.caseId },
              signal: AbortSignal.timeout(longestWait),
            }).catch(() => undefined)
          : undefined
      if (draft.filed) {
        const still = await findWaiting(draft.caseId)
        waitsInOutbox = still !== undefined && !still.problem
        if (waitsInOutbox) setWaiting(true)
        else if (!still) draft = { ...fresh, caseId: newId() } // it has arrived
      }
      if (remote?.filed && !draft.filed && !draft.unsaved && remote.draft) draft = meet(fresh, remote.draft) // begun anew elsewhere
      else if (remote?.filed && draft.caseId === value.caseId && !waitsInOutbox) setFiledElsewhere(true)
      else if (remote?.draft) draft = meet(draft, remote.draft)
      else if (remote && draft.edit > 0 && !draft.unsaved) draft = { ...fresh, caseId: newId() } // thrown away elsewhere
      if (handingInFor === undefined && Object.keys(draft.answers).length === 0) {
        const asked = await readHere<FilingDraft['answers']>(answersForm(key, person?.id), Date.now())
        if (asked) draft = { ...draft, answers: asked }
      }
      const stranger = atServer ? await readHere<Partial<FilingDraft>>(draftName(key, nobody), Date.now()) : undefined
      if (stranger && !stranger.filed && Object.keys(stranger.answers ?? {}).length > 0) {
        const whole = { ...fresh, ...stranger }
        if (options.mine) {
          draft = adopt(draft, whole)
          await discardDraft(draftName(key, nobody))
        } else setStrange(whole)
      }
      if (remote && !draft.prefilled) draft = withKnown(form, draft, remote.prefilled)
      changeKept(draft)
      setMet(true)
    })()
  }, [state, value, fresh, form, key, version, person?.id, atServer, handingInFor, options.mine, changeKept])

  const change = useCallback(
    (next: (draft: FilingDraft) => FilingDraft) => changeKept((draft) => changed(draft, next(draft), new Date().toISOString())),
    [changeKept],
  )

  const [progress, setProgress] = useState<Readonly<Record<string, FileProgress>>>({})
  useSendingDraft({ key, value, latest, change: changeKept, progress, setProgress, onFiled: setFiledElsewhere, ready: met && atServer })

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
      ...(atServer && {
        state: (mark) => stateOf(value, progress, mark),
        again: (mark) => setProgress((all) => Object.fromEntries(Object.entries(all).filter(([one]) => one !== mark))),
      }),
    }),
    [value, change, progress, atServer],
  )

  const discardHere = async (): Promise<void> => {
    await kept.discard()
    if (handingInFor === undefined) await discardDraft(answersForm(key, person?.id))
  }
  if (!met) return undefined
  return {
    draft: value,
    change,
    answer: (id, next) => change((draft) => ({ ...draft, answers: { ...draft.answers, [id]: next } })),
    files,
    handingInFor,
    saved: state === 'fresh' ? 'no' : atServer && value.edit > 0 && !waitsHere(value) ? 'server' : 'here',
    pick: (part, chosen) => changeKept((draft) => pick(draft, part, chosen, new Date().toISOString())),
    strangers: strange && {
      take: () => {
        changeKept((draft) => adopt(draft, strange))
        void discardDraft(draftName(key, nobody))
        setStrange(undefined)
      },
      leave: () => setStrange(undefined),
    },
    waiting,
    filedElsewhere,
    markFiled: () => setFiledElsewhere(true),
    discardHere,
    async discard() {
      await discardHere()
      if (atServer) await call(dropDraft, { params: { key } }).catch(() => {})
      await refresh({ id: 'station.drafts.list' }, readDraft)
    },
  }
}

/** To the server, a moment after the last keystroke. A broken line is no matter: it is tried again, at the latest with the next change. */
function useSendingDraft({
  key,
  value,
  latest,
  change,
  progress,
  setProgress,
  onFiled,
  ready,
}: {
  readonly key: string
  readonly value: FilingDraft
  readonly latest: () => FilingDraft
  readonly change: (next: (draft: FilingDraft) => FilingDraft) => void
  readonly progress: Readonly<Record<string, FileProgress>>
  readonly setProgress: React.Dispatch<React.SetStateAction<Readonly<Record<string, FileProgress>>>>
  readonly onFiled: (filed: boolean) => void
  readonly ready: boolean
}): void {
  const online = useOnline()
  const sending = useRef(false)
  const [tried, setTried] = useState(0)
  const refused = useMemo(
    () => new Set(Object.entries(progress).flatMap(([mark, { kind }]) => (kind === 'refused' ? [mark] : []))),
    [progress],
  )
  useEffect(() => {
    if (!ready || !online || !waitsHere(value)) return
    const timer = setTimeout(() => {
      if (sending.current) return
      sending.current = true
      const onFile = (mark: string, how: FileProgress): void => setProgress((all) => ({ ...all, [mark]: how }))
      sendDraft(key, { read: latest, change, onFile }, refused)
        .then(
          (outcome) => outcome === 'filed' && onFiled(true),
          () => setTimeout(() => setTried((times) => times + 1), 20_000),
        )
        .finally(() => {
          sending.current = false
        })
    }, saveAfter)
    return () => clearTimeout(timer)
  }, [ready, online, value, key, latest, change, refused, setProgress, onFiled, tried])
}

function stateOf(draft: FilingDraft, progress: Readonly<Record<string, FileProgress>>, mark: string): FileState {
  if (draft.stored.includes(mark)) return { kind: 'stored' }
  if (!draft.files[mark]) return { kind: 'elsewhere' }
  const how = progress[mark]
  return how === undefined || how.kind === 'done' ? { kind: 'waits' } : how
}
