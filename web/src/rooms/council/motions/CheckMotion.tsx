import { listMyMotions, readMotion, writeMotion } from '@ronghe/contract/council/motions.ts'
import { useNavigate } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { newId } from '../../../platform/ids.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import type { DraftOf } from '../../../platform/offline/draft.ts'
import { useDeed } from '../../../platform/queries.ts'
import { Card, Facts } from '../../../ui/Card.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { centsOf, linesOf, toDraft, type Writing } from './writing.ts'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

type Frame = Omit<ComponentProps<typeof QuestionPage>, 'onNext' | 'children'>

/** Everything once more, then kept as a draft under the writer's name. */
export function CheckMotion({
  councilId,
  draft,
  frame,
}: {
  readonly councilId: string
  readonly draft: DraftOf<Writing>
  readonly frame: Frame
}) {
  const w = useWords(motionWords)
  const format = useFormat()
  const navigate = useNavigate()
  const said = draft.value
  const deed = useDeed(writeMotion, {
    refreshes: [listMyMotions, readMotion],
    onDone: ({ id }) => {
      toast(w.savedToast)
      void draft
        .discard()
        .then(() => navigate({ to: '/council/motions/$motionId' as string, params: { motionId: id } as never, replace: true }))
    },
  })
  const save = (): void => {
    const id = said.id ?? newId()
    draft.change({ ...said, id })
    deed.mutate({ params: { councilId }, body: { ...toDraft(said), id } })
  }
  const cents = centsOf(said.yuan)
  const ground =
    said.ground === 'exempt'
      ? said.exemptAs
        ? w.exempt[said.exemptAs]
        : w.groundExempt
      : said.ground === 'from'
        ? w.groundFrom
        : w.groundNone
  return (
    <QuestionPage {...frame} next={w.saveDraft} busy={deed.isPending} error={deed.error} onNext={save}>
      <Card title={said.title || w.untitled}>
        <ol className={styles.lines}>
          {linesOf(said.text).map((line, place) => (
            <li key={`${place} ${line}`}>{line}</li>
          ))}
        </ol>
        <Facts
          facts={[
            [w.doer, said.doer],
            [w.byDay, said.byDay ? format.day(said.byDay) : ''],
            [w.cost, cents === null ? '' : cents === 0 ? w.noCost : format.money(cents)],
            [w.kind, w.kinds[said.kind]],
            [w.groundTitle, ground],
          ]}
        />
        <p className={styles.words}>{said.reasons}</p>
      </Card>
    </QuestionPage>
  )
}
