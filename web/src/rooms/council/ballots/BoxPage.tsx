import { readBallot, readBox, readBoxArchive, type Ballot } from '@ronghe/contract/council/ballots.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { download, saveAs } from '../../../platform/download.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { classNames } from '../../../ui/class-names.ts'
import styles from './ballots.module.css'
import { inWorker } from './in-worker.ts'
import { useBenchNames, useMarked } from './names.ts'
import { readOpened } from './opened-file.ts'
import type { Checked } from './work.ts'
import { ballotWords } from './words/words.ts'

type Box = ReplyOf<typeof readBox>
type OfBox = { readonly councilId: string; readonly ballotId: string; readonly boxId: string }

/** The public box: find a ballot by its tracker, take the archive home, check everything. */
export function BoxPage() {
  const params = { councilId: useParam('councilId'), ballotId: useParam('ballotId'), boxId: useParam('boxId') }
  const ballot = useQuery(reading(readBallot, { params }))
  const box = useQuery(reading(readBox, { params }))
  return <Shown read={ballot}>{(one) => <Shown read={box}>{(data) => <Whole ballot={one} box={data} params={params} />}</Shown>}</Shown>
}

function Whole({ ballot, box, params }: { readonly ballot: Ballot; readonly box: Box; readonly params: OfBox }) {
  const w = useWords(ballotWords)
  const names = useBenchNames()
  return (
    <>
      <PageHeader
        title={box.bench === null ? w.boxTitle : `${w.boxTitle}：${names.bench(box.bench)}`}
        lead={w.boxLead}
        back={{ to: '/council/$councilId/ballots/$ballotId', params: { councilId: params.councilId, ballotId: params.ballotId } }}
      />
      <FindMine params={params} />
      <Card title={w.trackers}>
        {box.trackers.length === 0 ? (
          <EmptyState title={w.noTrackers}>{w.noTrackersNext}</EmptyState>
        ) : (
          <ul className={styles.box}>
            {box.trackers.map(({ tracker, is }) => (
              <li key={tracker}>
                <span className={classNames(styles.tracker, is === 'struck' && styles.struck)}>{tracker}</span>
                <Tag tone={is === 'counts' ? 'going' : 'quiet'}>{w.trackerIs[is]}</Tag>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {box.election && <CheckAll box={box} params={params} />}
      {box.election && <CheckOther ballot={ballot} election={box.election} />}
    </>
  )
}

function FindMine({ params }: { readonly params: OfBox }) {
  const w = useWords(ballotWords)
  const [tracker, setTracker] = useState('')
  const [found, setFound] = useState<Box['found']>(null)
  const [state, setState] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const find = async (): Promise<void> => {
    if (tracker.trim() === '') return
    setState({ busy: true })
    try {
      setFound((await call(readBox, { params, query: { tracker: tracker.trim() } })).found)
      setState({ busy: false })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <Card title={w.find}>
      <Form onSubmit={() => void find()} busy={state.busy} error={state.error}>
        <Field name="tracker" label={w.tracker} hint={w.findHint}>
          <TextInput
            value={tracker}
            onChange={(text) => {
              setTracker(text)
              setFound(null)
            }}
          />
        </Field>
        <Button type="submit" busy={state.busy}>
          {w.findDo}
        </Button>
      </Form>
      <div role="status">{found && <Notice tone={found === 'absent' ? 'attention' : 'info'} title={w.foundIs[found]} />}</div>
    </Card>
  )
}

function CheckAll({ box, params }: { readonly box: Box; readonly params: OfBox }) {
  const w = useWords(ballotWords)
  const [busy, setBusy] = useState<'download' | 'verify'>()
  const [error, setError] = useState<unknown>()
  const [checked, setChecked] = useState<Checked>()
  const take = async (what: 'download' | 'verify'): Promise<void> => {
    setBusy(what)
    setError(undefined)
    try {
      const file = await download(readBoxArchive, { params })
      if (what === 'download') saveAs(file, `${nameOf(box)}.bel`)
      else setChecked(await inWorker('verify', { bytes: new Uint8Array(await file.arrayBuffer()), timestamp: box.timestamp }))
    } catch (failed) {
      setError(failed)
    }
    setBusy(undefined)
  }
  return (
    <Card title={w.download}>
      <p className="muted">{w.downloadHint}</p>
      <ButtonRow>
        <Button kind="quiet" icon="file" busy={busy === 'download'} onPress={() => void take('download')}>
          {w.download}
        </Button>
        <Button kind="quiet" icon="check" busy={busy === 'verify'} onPress={() => void take('verify')}>
          {w.verify}
        </Button>
      </ButtonRow>
      {error !== undefined && <RefusalLine error={error} />}
      <div role="status">
        {busy === 'verify' && <p>{w.verifying}</p>}
        {checked &&
          (checked.ok ? (
            <Notice title={w.verified(checked.ballots, checked.counted)} />
          ) : (
            <Notice tone="attention" title={w.notVerified(checked.problem)} />
          ))}
      </div>
      <Facts
        facts={[
          [w.fingerprint, <Hash key="fingerprint" text={box.fingerprint} />],
          [w.head, <Hash key="head" text={box.head} />],
        ]}
      />
      <p className="muted small">{w.headHint}</p>
    </Card>
  )
}

/** belenios-tool finds an archive by the election's own name. */
const nameOf = ({ election }: Box): string => (JSON.parse(election ?? '{}') as { readonly uuid?: string }).uuid ?? 'archive'

const Hash = ({ text }: { readonly text: string | null }) => <span className={styles.tracker}>{text}</span>

/** A second device checks what the first one opened: neither has to be trusted alone. */
function CheckOther({ ballot, election }: { readonly ballot: Ballot; readonly election: string }) {
  const w = useWords(ballotWords)
  const marked = useMarked(ballot)
  const [found, setFound] = useState<{ readonly right: boolean; readonly words: string } | 'unreadable'>()
  const check = async (files: readonly File[]): Promise<void> => {
    const [file] = files
    const opened = file && readOpened(await file.text())
    if (!opened) return setFound(file ? 'unreadable' : undefined)
    const right = await inWorker('checkOpening', { election, ...opened }).catch(() => false)
    setFound({ right, words: opened.opening.marks.flatMap((marks) => marked(marks)).join('、') })
  }
  return (
    <Card title={w.checkOther}>
      <Field name="opened" label={w.checkOther} hint={w.checkOtherHint}>
        <FileInput files={[]} onChange={(files) => void check(files)} accept="application/json,.json" most={1} />
      </Field>
      <div role="status">
        {found === 'unreadable' && <Notice tone="attention" title={w.checkedUnreadable} />}
        {typeof found === 'object' &&
          (found.right ? <Notice title={`${w.checkedRight}${found.words}`} /> : <Notice tone="attention" title={w.checkedWrong} />)}
      </div>
    </Card>
  )
}
