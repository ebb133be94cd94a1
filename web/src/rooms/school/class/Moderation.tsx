import { answerAppeal, answerReport, listModeration, type ModerationItem } from '@ronghe/contract/school/talk.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../learning.module.css'
import { classWords } from './words/words.ts'

/** Appeals and reports, each with the words and without their author. */
export function Moderation() {
  const w = useWords(classWords)
  return (
    <>
      <PageHeader title={w.moderation} lead={w.moderationLead} />
      <Shown read={useQuery(reading(listModeration))}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={w.moderationNone} /> : items.map((item) => <One key={item.postId} item={item} />)
        }
      </Shown>
    </>
  )
}

function One({ item }: { readonly item: ModerationItem }) {
  const w = useWords(classWords)
  const text = useText()
  const format = useFormat()
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const onDone = () => toast(w.answered)
  const appeal = useDeed(answerAppeal, { refreshes: [listModeration], onDone })
  const report = useDeed(answerReport, { refreshes: [listModeration], onDone })
  const params = { postId: item.postId }
  const busy = appeal.isPending || report.isPending
  const error = appeal.error ?? report.error
  const withReason = (act: (because: string) => void) => (): void => {
    setTried(true)
    if (because.trim() !== '') act(because)
  }
  return (
    <Card title={`${text(item.course)} · ${item.title}`}>
      <p className={styles.said}>{item.words}</p>
      <Facts
        facts={[
          ...(item.hiddenBecause ? [[w.hiddenFor, item.hiddenBecause] as const] : []),
          ...(item.appeal ? [[w.appealSays, item.appeal] as const] : []),
          ...(item.reports.length > 0 ? [[w.reports, format.list([...new Set(item.reports)].map((one) => w.reason[one]))] as const] : []),
        ]}
      />
      {error && <RefusalLine error={error} />}
      <div className={styles.acts}>
        <Field label={w.answerWhy} name={`because-${item.postId}`} error={tried && because.trim() === '' ? w.missing : undefined}>
          <TextInput value={because} onChange={setBecause} maxLength={200} />
        </Field>
      </div>
      <ButtonRow>
        {item.appeal ? (
          <>
            <Button busy={busy} onPress={withReason((why) => appeal.mutate({ params, body: { uphold: false, because: why } }))}>
              {w.showAgain}
            </Button>
            <Button kind="quiet" busy={busy} onPress={withReason((why) => appeal.mutate({ params, body: { uphold: true, because: why } }))}>
              {w.keepHidden}
            </Button>
          </>
        ) : (
          <>
            <Button busy={busy} onPress={withReason((why) => report.mutate({ params, body: { hide: true, because: why } }))}>
              {w.hideDo}
            </Button>
            <Button kind="quiet" busy={busy} onPress={() => report.mutate({ params, body: { hide: false, because: null } })}>
              {w.leave}
            </Button>
          </>
        )}
      </ButtonRow>
    </Card>
  )
}
