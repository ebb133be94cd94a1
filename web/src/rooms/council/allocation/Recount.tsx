import { type AllocationResult, downloadBallots, readResult } from '@ronghe/contract/council/allocation-results.ts'
import { type AllocationRound, readRound } from '@ronghe/contract/council/allocation.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { download } from '../../../platform/download.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam, useSearchText } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './allocation.module.css'
import type { Recounted, RecountTask } from './recount.ts'
import { RoundRules } from './RoundRules.tsx'
import { allocationWords } from './words/words.ts'

/** Anybody counts the published ballots again, on their own device; another file can be counted by the same rules. */
export function Recount() {
  const roundId = useParam('roundId')
  const count = useSearchText('count') === '1' ? 1 : undefined
  const round = useQuery(reading(readRound, { params: { roundId } }))
  const result = useQuery(reading(readResult, { params: { roundId }, query: { ...(count && { count }) } }))
  return (
    <Shown read={round}>
      {(theRound) => <Shown read={result}>{(theResult) => <Counting round={theRound} result={theResult} />}</Shown>}
    </Shown>
  )
}

type Found =
  | { readonly kind: 'counted'; readonly counted: Recounted; readonly sha: string | null; readonly ours: boolean }
  | { readonly kind: 'broken'; readonly problem: string }
  | { readonly kind: 'refused'; readonly error: unknown }

function Counting({ round, result }: { readonly round: AllocationRound; readonly result: AllocationResult }) {
  const w = useWords(allocationWords)
  const [found, setFound] = useState<Found>()
  const [busy, setBusy] = useState(false)
  const [files, setFiles] = useState<readonly File[]>([])
  const worker = useRef<Worker | undefined>(undefined)
  useEffect(() => () => worker.current?.terminate(), [])
  const { sharing, ties, seed } = round.rules
  const count = async (read: () => Promise<string>, ours: boolean): Promise<void> => {
    setBusy(true)
    setFound(undefined)
    try {
      const text = await read()
      const sha = await shaOf(text)
      const answer = await ask(worker, { text, sharing, ties, seed })
      setFound('counted' in answer ? { kind: 'counted', counted: answer.counted, sha, ours } : { kind: 'broken', problem: answer.problem })
    } catch (error) {
      setFound({ kind: 'refused', error })
    } finally {
      setBusy(false)
    }
  }
  const published = (): Promise<string> =>
    download(downloadBallots, { params: { roundId: round.id }, query: { count: result.count } }).then((blob) => blob.text())
  return (
    <>
      <PageHeader
        title={w.recountTitle}
        lead={w.recountLead}
        back={{ to: '/council/allocation/$roundId/result', params: { roundId: round.id }, label: w.resultTitle }}
      />
      <Button busy={busy} onPress={() => void count(published, true)}>
        {w.recountDo}
      </Button>
      <div className={styles.gap}>
        <Field label={w.recountFile} hint={w.recountFileHint} optional>
          <FileInput
            files={files}
            onChange={(next) => {
              setFiles(next)
              const [file] = next
              if (file) void count(() => file.text(), false)
            }}
            accept=".pb,text/plain"
            most={1}
            mostBytes={25 * 1024 * 1024}
          />
        </Field>
      </div>
      <div role="status">{found && <Outcome found={found} result={result} />}</div>
      <RoundRules round={round} />
    </>
  )
}

function Outcome({ found, result }: { readonly found: Found; readonly result: AllocationResult }) {
  const w = useWords(allocationWords)
  const format = useFormat()
  if (found.kind === 'refused') return <RefusalLine error={found.error} />
  if (found.kind === 'broken')
    return (
      <Notice tone="attention" title={w.recountBroken}>
        <code className={styles.code}>{found.problem}</code>
      </Notice>
    )
  const { counted, sha, ours } = found
  const funded = result.projects.filter((project) => project.funded).map(({ number }) => String(number))
  const isSame = counted.winners.length === funded.length && counted.winners.every(({ id }) => funded.includes(id))
  return (
    <>
      {ours && (
        <Notice tone={isSame ? 'why' : 'attention'} title={isSame ? w.recountSame(format.count(counted.winners.length)) : w.recountOther}>
          {sha !== null && <p className="small">{sha === result.file.sha256 ? w.recountSha : w.recountShaOther}</p>}
        </Notice>
      )}
      <Card title={w.recountWinners} className={styles.gap}>
        <p>
          {w.recountOf(
            format.count(counted.winners.length),
            format.count(counted.projects),
            format.money(Math.round(counted.cost * 100)),
            format.money(Math.round(counted.budget * 100)),
          )}
        </p>
        <ol>
          {counted.winners.map(({ id, name }) => (
            <li key={id}>{w.numbered(id, name)}</li>
          ))}
        </ol>
      </Card>
    </>
  )
}

type Answer = { readonly counted: Recounted } | { readonly problem: string }
function ask(worker: { current: Worker | undefined }, task: RecountTask): Promise<Answer> {
  worker.current ??= new Worker(new URL('./recount-worker.ts', import.meta.url), { type: 'module' })
  const { current } = worker
  return new Promise((resolve, reject) => {
    current.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data)
    current.onerror = () => reject(new Error('the worker failed'))
    current.postMessage(task)
  })
}

/** Null where the page came over plain http: browsers then keep their own SHA-256 to themselves. */
async function shaOf(text: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
