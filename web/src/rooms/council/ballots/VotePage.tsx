import { readCredential, type MadeBallot } from '@ronghe/ballot'
import { readBallot, readBox, type Ballot } from '@ronghe/contract/council/ballots.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useRefresh } from '../../../platform/queries.ts'
import { saveFile } from '../../../platform/save-file.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice, Choices } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './ballots.module.css'
import { castWithoutSession } from './cast.ts'
import { inWorker } from './in-worker.ts'
import { useMarked } from './names.ts'
import { writeOpened } from './opened-file.ts'
import { ballotWords } from './words/words.ts'

interface Voting {
  readonly ballot: Ballot
  readonly election: string
  readonly params: { readonly councilId: string; readonly ballotId: string; readonly boxId: string }
}

/** The voter's own page: what to know, the slip, the choice, the encrypted ballot, the box. Nothing of it is kept on the device. */
export function VotePage() {
  const w = useWords(ballotWords)
  const text = useText()
  const params = { councilId: useParam('councilId'), ballotId: useParam('ballotId'), boxId: useParam('boxId') }
  const ballot = useQuery(reading(readBallot, { params }))
  const box = useQuery(reading(readBox, { params }))
  return (
    <Shown read={ballot}>
      {(one) => (
        <>
          <PageHeader
            title={text(one.title)}
            plainTitle={w.voteTitle}
            above={w.voteTitle}
            back={{ to: '/council/$councilId/ballots/$ballotId', params: { councilId: params.councilId, ballotId: params.ballotId } }}
          />
          {one.state !== 'open' ? (
            <EmptyState title={w.notOpen}>{w.notOpenText(w.states[one.state])}</EmptyState>
          ) : (
            <Shown read={box}>
              {({ election }) =>
                election === null ? <EmptyState title={w.paperOnly} /> : <Steps ballot={one} election={election} params={params} />
              }
            </Shown>
          )}
        </>
      )}
    </Shown>
  )
}

type Step =
  | { readonly is: 'slip' }
  | { readonly is: 'choose'; readonly slip: string }
  | { readonly is: 'sealed'; readonly slip: string; readonly marks: readonly number[]; readonly made: MadeBallot }
  | { readonly is: 'spoiled'; readonly slip: string; readonly made: MadeBallot; readonly right: boolean }
  | { readonly is: 'done'; readonly slip: string; readonly tracker: string }

function Steps(voting: Voting) {
  const [step, setStep] = useState<Step>({ is: 'slip' })
  if (step.is === 'slip') return <Slip onSlip={(slip) => setStep({ is: 'choose', slip })} />
  if (step.is === 'choose')
    return <Choose {...voting} slip={step.slip} onSealed={(made, marks) => setStep({ is: 'sealed', slip: step.slip, marks, made })} />
  if (step.is === 'sealed')
    return (
      <Sealed
        {...voting}
        step={step}
        onCast={(tracker) => setStep({ is: 'done', slip: step.slip, tracker })}
        onSpoiled={(right) => setStep({ is: 'spoiled', slip: step.slip, made: step.made, right })}
      />
    )
  if (step.is === 'spoiled') return <Spoiled {...voting} step={step} onAgain={() => setStep({ is: 'choose', slip: step.slip })} />
  return <Done {...voting} tracker={step.tracker} onAgain={() => setStep({ is: 'choose', slip: step.slip })} />
}

function Slip({ onSlip }: { readonly onSlip: (slip: string) => void }) {
  const w = useWords(ballotWords)
  // The QR code of a slip carries it behind the #, which no browser sends to a server.
  const [typed, setTyped] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const submit = (): void => {
    const slip = readCredential(typed)
    setErrors(slip ? {} : { slip: w.slipWrong })
    if (!slip) return
    history.replaceState(history.state, '', location.pathname)
    onSlip(slip)
  }
  return (
    <>
      <Notice tone="attention" title={w.beforeTitle}>
        <p>{w.unanimity}</p>
      </Notice>
      <Card>
        <Form onSubmit={submit} errors={errors}>
          <Field name="slip" label={w.slip} hint={w.slipHint} error={errors['slip']}>
            <TextInput value={typed} onChange={setTyped} />
          </Field>
          <Button type="submit">{w.goOn}</Button>
        </Form>
      </Card>
      <NotPromised />
    </>
  )
}

export function NotPromised() {
  const w = useWords(ballotWords)
  return (
    <Card title={w.promisesTitle}>
      <ul className={styles.lines}>
        {w.promises.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}

function Choose({
  ballot,
  election,
  slip,
  onSealed,
}: Voting & { readonly slip: string; readonly onSealed: (made: MadeBallot, marks: readonly number[]) => void }) {
  const w = useWords(ballotWords)
  const text = useText()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const least = Math.max(1, ballot.least)
  const options = [
    ...ballot.answers.map(({ name }, place) => ({ value: String(place + 1), label: text(name) })),
    { value: '0', label: w.blankVote },
  ]
  // Blank and a name exclude each other.
  const choose = (next: readonly string[]): void => {
    const fresh = next.find((one) => !chosen.includes(one))
    if (fresh === undefined) setChosen(next)
    else if (fresh === '0') setChosen([fresh])
    else setChosen(next.filter((one) => one !== '0'))
  }
  const submit = async (): Promise<void> => {
    const blank = chosen.includes('0')
    const fits = blank || (chosen.length >= least && chosen.length <= ballot.most)
    setErrors(fits ? {} : { choice: w.chooseWrong(least, ballot.most) })
    if (!fits) return
    const marks = Array.from({ length: ballot.answers.length + 1 }, (_, place) => (chosen.includes(String(place)) ? 1 : 0))
    setWorking(true)
    try {
      onSealed(await inWorker('encrypt', { election, slip, marks: [marks] }), marks)
    } catch (error) {
      setProblem(error)
      setWorking(false)
    }
  }
  const asked = { name: 'choice', label: w.chooseTitle, hint: w.chooseRange(least, ballot.most), error: errors['choice'], options }
  if (working) return <Loading>{w.encrypting}</Loading>
  return (
    <Card>
      <Form onSubmit={() => void submit()} errors={errors} error={problem}>
        {ballot.most === 1 ? (
          <Choice {...asked} value={chosen[0]} onChange={(one) => setChosen([one])} />
        ) : (
          <Choices {...asked} value={chosen} onChange={choose} />
        )}
        <Button type="submit">{w.encrypt}</Button>
      </Form>
    </Card>
  )
}

function Sealed({
  election,
  params,
  step,
  onCast,
  onSpoiled,
}: Voting & {
  readonly step: Extract<Step, { is: 'sealed' }>
  readonly onCast: (tracker: string) => void
  readonly onSpoiled: (right: boolean) => void
}) {
  const w = useWords(ballotWords)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const refresh = useRefresh()
  const cast = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      const tracker = await castWithoutSession(params, step.made.text)
      await refresh(readBox, readBallot)
      onCast(tracker)
    } catch (failed) {
      // The encrypted ballot stays: pressing again after a broken line sends the same one, which goes in once.
      setError(failed)
      setBusy(false)
    }
  }
  const spoil = async (): Promise<void> => {
    const same = step.made.opening.marks[0]?.join() === step.marks.join()
    onSpoiled(same && (await inWorker('checkOpening', { election, text: step.made.text, opening: step.made.opening })))
  }
  return (
    <Card title={w.sealedTitle}>
      <div className={styles.stack}>
        <p>{w.sealedLead}</p>
        <p className="muted small">{w.tracker}</p>
        <p className={styles.secret} data-tracker="">
          {step.made.tracker}
        </p>
        {error !== undefined && <RefusalLine error={error} />}
        <ButtonRow>
          <Button busy={busy} onPress={() => void cast()}>
            {w.castDo}
          </Button>
          <Button kind="quiet" onPress={() => void spoil()}>
            {w.spoilDo}
          </Button>
        </ButtonRow>
        <p className="muted small">{w.spoilWhy}</p>
      </div>
    </Card>
  )
}

function Spoiled({ ballot, step, onAgain }: Voting & { readonly step: Extract<Step, { is: 'spoiled' }>; readonly onAgain: () => void }) {
  const w = useWords(ballotWords)
  const marked = useMarked(ballot)
  return (
    <Card title={w.spoiledTitle}>
      {step.right ? (
        <Notice title={`${w.spoiledRight}${marked(step.made.opening.marks[0] ?? []).join('、')}`} />
      ) : (
        <Notice tone="alert" title={w.spoiledWrong} />
      )}
      <ButtonRow>
        <Button onPress={onAgain}>{w.spoilAgain}</Button>
        <Button
          kind="quiet"
          icon="file"
          onPress={() => saveFile(`${step.made.tracker.slice(0, 6)}.json`, writeOpened(step.made), 'application/json')}
        >
          {w.spoilSave}
        </Button>
      </ButtonRow>
    </Card>
  )
}

function Done({ params, tracker, onAgain }: Voting & { readonly tracker: string; readonly onAgain: () => void }) {
  const w = useWords(ballotWords)
  return (
    <Card title={w.doneTitle}>
      <p>{w.doneLead}</p>
      <p className="muted small">{w.tracker}</p>
      <p className={styles.secret} data-tracker="">
        {tracker}
      </p>
      <ButtonRow>
        <LinkButton to="/council/$councilId/ballots/$ballotId/boxes/$boxId" params={params}>
          {w.seeBox}
        </LinkButton>
        <Button kind="quiet" icon="file" onPress={() => saveFile('tracker.txt', `${tracker}\n`, 'text/plain')}>
          {w.saveTracker}
        </Button>
        <Button kind="plain" onPress={onAgain}>
          {w.voteAgain}
        </Button>
      </ButtonRow>
    </Card>
  )
}
