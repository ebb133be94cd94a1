import { readCredential } from '@ronghe/ballot'
import { cancelCredential, handSlip, readBallot, readCredentialWork, sendCredentials } from '@ronghe/contract/council/ballots.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { placeOf } from '../../../platform/place.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed, useRefresh } from '../../../platform/queries.ts'
import { saveFile } from '../../../platform/save-file.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './ballots.module.css'
import { inWorker } from './in-worker.ts'
import { useBenchNames } from './names.ts'
import { ballotWords } from './words/words.ts'

type Work = ReplyOf<typeof readCredentialWork>
type Params = { readonly councilId: string; readonly ballotId: string }
type Box = Work['boxes'][number]

/** The credential authority's page: slips are made here, on this device, and handed out; the server gets their public half. */
export function DeskCredentials() {
  const w = useWords(ballotWords)
  const text = useText()
  const params = { councilId: useParam('councilId'), ballotId: useParam('ballotId') }
  const ballot = useQuery(reading(readBallot, { params }))
  const work = useQuery(reading(readCredentialWork, { params }))
  return (
    <Shown read={ballot}>
      {({ title, may, paperOnly }) => (
        <>
          <PageHeader
            title={text(title)}
            plainTitle={w.authorityTitle}
            above={w.authorityTitle}
            lead={w.authorityLead}
            back={{ to: '/council/$councilId/ballots/$ballotId', params }}
          />
          <Shown read={work}>
            {(data) => (
              <>
                {!paperOnly && data.boxes.map((box) => <MakeSlips key={box.boxId} box={box} params={params} title={text(title)} />)}
                <div className="screen-only">
                  {may.includes('hand') && <Hand work={data} params={params} />}
                  {may.includes('cancel') && !paperOnly && <Cancel work={data} params={params} />}
                </div>
              </>
            )}
          </Shown>
        </>
      )}
    </Shown>
  )
}

const atOnce = 100

function MakeSlips({ box, params, title }: { readonly box: Box; readonly params: Params; readonly title: string }) {
  const w = useWords(ballotWords)
  const names = useBenchNames()
  const refresh = useRefresh()
  const [made, setMade] = useState<readonly { readonly slip: string; readonly credential: string }[]>()
  const [kept, setKept] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const boxParams = { ...params, boxId: box.boxId }
  const missing = box.slips - box.credentials
  const make = async (): Promise<void> => {
    setBusy(true)
    setMade(await inWorker('slips', { electionId: box.electionId, many: missing }))
    setBusy(false)
  }
  const send = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      // Sorted, so that the order in which they came says nothing about the order of the slips.
      const credentials = made!.map(({ credential }) => credential).toSorted()
      for (let start = 0; start < credentials.length; start += atOnce)
        await call(sendCredentials, { params: boxParams, body: { credentials: credentials.slice(start, start + atOnce) } })
    } catch (failed) {
      setError(failed)
    }
    await refresh(readCredentialWork, readBallot)
    setBusy(false)
  }
  return (
    <Card title={w.slipsFor(names.box(box.bench), box.slips)}>
      <p className="muted">{w.slipsSent(box.credentials, box.slips)}</p>
      {busy && <Loading rows={0}>{w.slipsWorking}</Loading>}
      {error !== undefined && <RefusalLine error={error} />}
      {!made && missing > 0 && (
        <Button busy={busy} onPress={() => void make()}>
          {w.slipsMake}
        </Button>
      )}
      {made && (
        <>
          <div className="screen-only">
            <ButtonRow>
              <Button
                kind="quiet"
                icon="file"
                onPress={() => saveFile('slips.txt', `${made.map(({ slip }) => slip).join('\n')}\n`, 'text/plain')}
              >
                {w.slipsSave}
              </Button>
              <Button kind="quiet" icon="print" onPress={() => window.print()}>
                {w.slipsPrint}
              </Button>
            </ButtonRow>
            <Notice>{w.slipsShuffle}</Notice>
            {missing > 0 && <Tick checked={kept} onChange={setKept} label={w.slipsKept} />}
            {missing > 0 && kept && (
              <Button busy={busy} onPress={() => void send()}>
                {w.slipsSend}
              </Button>
            )}
          </div>
          <ul className={styles.slips} data-print-sheet="">
            {made.map(({ slip }) => (
              <Slip key={slip} slip={slip} title={title} bench={names.box(box.bench)} params={boxParams} />
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function Slip({
  slip,
  title,
  bench,
  params,
}: {
  readonly slip: string
  readonly title: string
  readonly bench: string
  readonly params: Params & { readonly boxId: string }
}) {
  const w = useWords(ballotWords)
  // What stands behind the # is not sent to the server when the page is opened.
  const address = `${location.origin}${placeOf(location.pathname).prefix}/council/${params.councilId}/ballots/${params.ballotId}/vote/${params.boxId}#${slip}`
  return (
    <li className={styles.slip}>
      <QrCode text={address} label={w.slipSheet} />
      <div>
        <p className="small">
          {title} · {bench}
        </p>
        <p className={styles.secret} data-slip="">
          {slip}
        </p>
        <p className="muted small">{w.slipSheetHint}</p>
      </div>
    </li>
  )
}

function Hand({ work, params }: { readonly work: Work; readonly params: Params }) {
  const w = useWords(ballotWords)
  const format = useFormat()
  const names = useBenchNames()
  const [code, setCode] = useState('')
  const deed = useDeed(handSlip, {
    refreshes: [readCredentialWork, readBallot],
    onDone: ({ paper }) => {
      setCode('')
      toast(w.handedToast(paper))
    },
  })
  return (
    <Card title={w.handTitle}>
      <Form onSubmit={() => code.trim() && deed.mutate({ params, body: { code } })} busy={deed.isPending} error={deed.error}>
        <Field name="code" label={w.handCode} hint={w.handCodeHint}>
          <TextInput value={code} onChange={setCode} short />
        </Field>
        <Button type="submit" kind="quiet" busy={deed.isPending}>
          {w.handDo}
        </Button>
      </Form>
      {work.delegates.length > 0 && (
        <Table
          caption={w.rollCaption}
          rows={work.delegates}
          rowKey={({ personId }) => personId}
          columns={[
            { key: 'name', label: w.rollName, cell: ({ name, bench }) => (bench ? `${name} · ${names.bench(bench)}` : name) },
            {
              key: 'state',
              label: w.rollState,
              cell: ({ personId, handedOn, paper }) =>
                handedOn ? (
                  <Tag tone="quiet">
                    {paper ? w.wantsPaper : w.handed} {format.day(handedOn)}
                  </Tag>
                ) : (
                  <ButtonRow>
                    <Button kind="plain" busy={deed.isPending} onPress={() => deed.mutate({ params, body: { personId } })}>
                      {paper ? w.handPaper : w.handDo}
                    </Button>
                  </ButtonRow>
                ),
            },
          ]}
        />
      )}
    </Card>
  )
}

function Cancel({ work, params }: { readonly work: Work; readonly params: Params }) {
  const w = useWords(ballotWords)
  const names = useBenchNames()
  const [boxId, setBoxId] = useState(work.boxes[0]?.boxId ?? '')
  const [typed, setTyped] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(cancelCredential, { refreshes: [readCredentialWork, readBallot], onDone: () => setTyped('') })
  const submit = async (): Promise<void> => {
    const slip = readCredential(typed)
    const box = work.boxes.find((one) => one.boxId === boxId)
    setErrors(slip ? {} : { slip: w.slipWrong })
    if (slip && box)
      deed.mutate({
        params: { ...params, boxId },
        body: { credential: await inWorker('credential', { electionId: box.electionId, slip }) },
      })
  }
  return (
    <Card title={w.cancelTitle}>
      <p className="muted">{w.cancelLead}</p>
      <Form onSubmit={() => void submit()} busy={deed.isPending} errors={errors} error={deed.error}>
        {work.boxes.length > 1 && (
          <Field name="box" label={w.boxes}>
            <Select
              value={boxId}
              onChange={setBoxId}
              options={work.boxes.map((box) => ({ value: box.boxId, label: names.box(box.bench) }))}
            />
          </Field>
        )}
        <Field name="slip" label={w.slip} hint={w.slipHint} error={errors['slip']}>
          <TextInput value={typed} onChange={setTyped} />
        </Field>
        <Button type="submit" kind="careful" busy={deed.isPending}>
          {w.cancelDo}
        </Button>
      </Form>
      <div role="status">{deed.data && <Notice title={w.cancelled(deed.data.struck.length)} />}</div>
    </Card>
  )
}
