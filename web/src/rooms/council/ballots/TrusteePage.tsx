import { isSeed } from '@ronghe/ballot'
import { readBallot, readBoxArchive, readCeremony, readMyBallots, sendCeremonyStep, sendPart } from '@ronghe/contract/council/ballots.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { download } from '../../../platform/download.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { saveFile } from '../../../platform/save-file.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './ballots.module.css'
import { inWorker } from './in-worker.ts'
import { ballotWords } from './words/words.ts'

type Ceremony = ReplyOf<typeof readCeremony>
type Params = { readonly councilId: string; readonly ballotId: string }
interface Doing {
  readonly ceremony: Ceremony
  readonly params: Params
  /** Kept in the memory of this page only, so that whoever stays need not type it three times. */
  readonly seed: string
  readonly onSeed: (seed: string) => void
}

/** A trustee's steps: a key in three, then opening the sum. The key is made here and never leaves the device. */
export function TrusteePage() {
  const w = useWords(ballotWords)
  const text = useText()
  const params = { councilId: useParam('councilId'), ballotId: useParam('ballotId') }
  const [seed, onSeed] = useState('')
  const ballot = useQuery(reading(readBallot, { params }))
  const ceremony = useQuery(reading(readCeremony, { params }))
  return (
    <Shown read={ballot}>
      {(one) => (
        <>
          <PageHeader
            title={text(one.title)}
            plainTitle={w.trusteeTitle}
            above={w.trusteeTitle}
            lead={w.trusteeLead}
            back={{ to: '/council/$councilId/ballots/$ballotId', params }}
          />
          <Shown read={ceremony}>{(data) => <Turn ceremony={data} params={params} seed={seed} onSeed={onSeed} />}</Shown>
        </>
      )}
    </Shown>
  )
}

function Turn(doing: Doing) {
  const w = useWords(ballotWords)
  const format = useFormat()
  const { step, side, waitsFor } = doing.ceremony
  return (
    <>
      <p className="muted">{w.trusteeAs(w.sides[side])}</p>
      {step === 'certificate' && <MakeKey {...doing} />}
      {(step === 'polynomial' || step === 'output') && <GoOn key={step} {...doing} step={step} />}
      {step === 'part' && <OpenSum {...doing} />}
      {step === null && <EmptyState title={waitsFor.length > 0 ? w.keyOthers(format.list(waitsFor)) : w.keyNothing} />}
    </>
  )
}

function MakeKey({ params, seed, onSeed }: Doing) {
  const w = useWords(ballotWords)
  const [made, setMade] = useState<{ readonly seed: string; readonly certificate: string }>()
  const [kept, setKept] = useState(false)
  const [agrees, setAgrees] = useState(false)
  const [busy, setBusy] = useState(false)
  const send = useDeed(sendCeremonyStep, { refreshes: [readCeremony, readBallot, readMyBallots], onDone: () => toast(w.keyStepDone) })
  const make = async (): Promise<void> => {
    setBusy(true)
    const key = await inWorker('certificate', {})
    setMade(key)
    onSeed(key.seed)
    setBusy(false)
  }
  if (!made || !seed)
    return (
      <Card title={w.keyStep1}>
        <Button busy={busy} onPress={() => void make()}>
          {w.keyMake}
        </Button>
      </Card>
    )
  return (
    <Card title={w.keyStep1}>
      <div className={styles.stack}>
        <p className="muted small">{w.keyIs}</p>
        <p className={styles.secret} data-key="">
          {made.seed}
        </p>
        <ButtonRow>
          <Button kind="quiet" icon="file" onPress={() => saveFile('trustee-key.txt', `${made.seed}\n`, 'text/plain')}>
            {w.keySave}
          </Button>
          <Button kind="quiet" icon="print" onPress={() => window.print()}>
            {w.keyPrint}
          </Button>
        </ButtonRow>
        <Tick checked={kept} onChange={setKept} label={w.keyKept} />
        <Tick checked={agrees} onChange={setAgrees} label={w.keySideConsent} />
        {send.error && <RefusalLine error={send.error} />}
        {kept && agrees && (
          <Button busy={send.isPending} onPress={() => send.mutate({ params, body: { step: 'certificate', text: made.certificate } })}>
            {w.keySend}
          </Button>
        )}
      </div>
    </Card>
  )
}

function GoOn({ ceremony, params, seed, onSeed, step }: Doing & { readonly step: 'polynomial' | 'output' }) {
  const w = useWords(ballotWords)
  const [state, setState] = useState<{ readonly busy: boolean; readonly wrong?: boolean }>({ busy: false })
  const send = useDeed(sendCeremonyStep, { refreshes: [readCeremony, readBallot, readMyBallots], onDone: () => toast(w.keyStepDone) })
  const go = async (): Promise<void> => {
    setState({ busy: true })
    try {
      const { threshold, certificates, polynomials, number } = ceremony
      const asked = { seed, threshold, certificates }
      const text = step === 'polynomial' ? await inWorker('polynomial', asked) : await inWorker('output', { ...asked, polynomials, number })
      send.mutate({ params, body: { step, text } })
      setState({ busy: false })
    } catch {
      setState({ busy: false, wrong: true })
    }
  }
  return (
    <Card title={step === 'polynomial' ? w.keyStep2 : w.keyStep3}>
      <WithKey
        seed={seed}
        onSeed={onSeed}
        busy={state.busy || send.isPending}
        onSubmit={() => void go()}
        label={w.keyDo[step]}
        error={send.error}
      >
        {state.wrong && <Notice tone="attention" title={w.keyNotMine} />}
      </WithKey>
    </Card>
  )
}

function OpenSum({ ceremony, params, seed, onSeed }: Doing) {
  const w = useWords(ballotWords)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = useDeed(sendPart, { refreshes: [readCeremony, readBallot, readMyBallots] })
  const go = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      for (const { boxId, election, tally, done } of ceremony.boxes) {
        if (done) continue
        // The device opens nothing that it has not added up itself.
        const bytes = new Uint8Array(await (await download(readBoxArchive, { params: { ...params, boxId } })).arrayBuffer())
        const checked = await inWorker('verify', { bytes })
        const whole = new TextDecoder().decode(bytes)
        if (!checked.ok || !whole.includes(tally) || !whole.includes(election))
          return setProblem(w.partWrong(checked.ok ? w.boxTitle : checked.problem))
        const { certificates, polynomials, outputs, threshold, number } = ceremony
        const part = await inWorker('part', { seed, certificates, polynomials, outputs, threshold, number, election, tally })
        await send.mutateAsync({ params: { ...params, boxId }, body: { part } })
      }
      toast(w.partDone)
    } catch (error) {
      if (!send.error) setProblem(error instanceof Error && error.name !== 'ProblemError' ? w.keyNotMine : undefined)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={w.partTitle}>
      <p>{w.partLead}</p>
      <WithKey seed={seed} onSeed={onSeed} busy={busy} onSubmit={() => void go()} label={w.partDo} error={send.error}>
        {problem !== undefined && <Notice tone="attention" title={problem} />}
      </WithKey>
    </Card>
  )
}

/** Asks for the key, typed or from its file. */
function WithKey({
  seed,
  onSeed,
  busy,
  onSubmit,
  label,
  error,
  children,
}: Pick<Doing, 'seed' | 'onSeed'> & {
  readonly busy: boolean
  readonly onSubmit: () => void
  readonly label: string
  readonly error: unknown
  readonly children: ReactNode
}) {
  const w = useWords(ballotWords)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const read = async ([file]: readonly File[]): Promise<void> => {
    if (file) onSeed((await file.text()).trim())
  }
  const submit = (): void => {
    setErrors(isSeed(seed) ? {} : { key: w.keyWrong })
    if (isSeed(seed)) onSubmit()
  }
  return (
    <Form onSubmit={submit} busy={busy} errors={errors} error={error}>
      <Field name="key" label={w.keyEnter} hint={w.keyEnterHint} error={errors['key']}>
        <TextInput value={seed} onChange={(typed) => onSeed(typed.trim())} />
      </Field>
      <Field name="keyFile" label={w.keyFile} optional>
        <FileInput files={[]} onChange={(files) => void read(files)} accept="text/plain,.txt" most={1} />
      </Field>
      {children}
      {busy && <Loading rows={0}>{w.keyWorking}</Loading>}
      <Button type="submit" busy={busy}>
        {label}
      </Button>
    </Form>
  )
}
