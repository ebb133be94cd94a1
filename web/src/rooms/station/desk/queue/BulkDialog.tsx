import type { QueueLine } from '@ronghe/contract/station/cases-desk.ts'
import { listQueue, readCase } from '@ronghe/contract/station/cases-desk.ts'
import { bulkCases, undoBulk } from '@ronghe/contract/station/cases-steps.ts'
import { useEffect, useState } from 'react'
import { call } from '../../../../api.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed, useRefresh } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { CardItem, CardList } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { PostChoice } from '../case/PostChoice.tsx'
import { deskWords } from '../words/words.ts'
import type { BulkStep } from './BulkBar.tsx'
import styles from './queue.module.css'

/** First what would happen to each, then doing it; ten minutes to take it back. */
export function BulkDialog({
  step,
  lines,
  onClose,
  onDone,
}: {
  readonly step: BulkStep
  readonly lines: readonly QueueLine[]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const w = useWords(deskWords)
  const refresh = useRefresh()
  const [toPost, setToPost] = useState<string>()
  const asksPost = step === 'handOver' && toPost === undefined
  const cases = lines.map(({ id, events }) => ({ id, events }))
  const examine = useDeed(bulkCases)
  const preview = examine.mutate
  const takeBack = async (bulkId: string): Promise<void> => {
    const { results } = await call(undoBulk, { params: { bulkId } })
    const kept = results.filter(({ done }) => !done).length
    toast(kept > 0 ? w.bulk.notUndone(kept) : w.bulk.undone(results.length))
    await refresh(listQueue, readCase)
  }
  const run = useDeed(bulkCases, {
    refreshes: [listQueue, readCase],
    onDone: ({ bulk, results, undoUntil }) => {
      const count = results.filter(({ done }) => done).length
      if (bulk !== null && undoUntil !== null) toast(w.bulk.doneUndo(count), () => void takeBack(bulk))
      else toast(w.bulk.done(count))
      onDone()
    },
  })
  const ids = cases.map(({ id }) => id).join()
  useEffect(() => {
    if (!asksPost) preview({ body: { cases, step, preview: true, ...(toPost !== undefined && { toPost }) } })
    // The selection is what its ids say; a new array of the same cases is not looked at again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asksPost, ids, step, toPost, preview])

  const good = examine.data?.results.filter(({ done }) => done) ?? []
  const bad = examine.data?.results.filter(({ done }) => !done) ?? []
  return (
    <Dialog title={w.bulk.previewTitle(w.bulk[step])} open onClose={onClose}>
      {step === 'handOver' && <PostChoice label={w.bulk.toWhom} value={toPost} onChange={setToPost} />}
      {examine.isPending && <Loading />}
      {(run.error ?? examine.error) && <RefusalLine error={run.error ?? examine.error} />}
      {examine.data && (
        <>
          <p>{good.length > 0 ? w.bulk.will(good.length) : w.bulk.none}</p>
          {bad.length > 0 && (
            <div className={styles.results}>
              <p>{w.bulk.willNot(bad.length)}</p>
              <CardList>
                {bad.map(({ id, number, sentence }) => (
                  <CardItem key={id} title={number} second={sentence ?? ''} />
                ))}
              </CardList>
            </div>
          )}
          {good.length > 0 && (
            <ButtonRow>
              <Button
                busy={run.isPending}
                onPress={() =>
                  run.mutate({
                    body: {
                      cases: cases.filter(({ id }) => good.some((one) => one.id === id)),
                      step,
                      preview: false,
                      ...(toPost !== undefined && { toPost }),
                    },
                  })
                }
              >
                {w.bulk.run(good.length)}
              </Button>
            </ButtonRow>
          )}
        </>
      )}
    </Dialog>
  )
}
