import { answerOpenSurvey, readOpenSurvey, type Asked } from '@ronghe/contract/insight/survey.ts'
import { itemsFor } from '@ronghe/contract/insight/survey-scales.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newId } from '../../../platform/ids.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { file } from '../../../platform/offline/outbox.ts'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Ended, fresh, type Kept } from './AnswerPage.tsx'
import { Questions } from './Questions.tsx'
import styles from './survey.module.css'
import { minutesFor } from './wording.ts'
import { surveyWords } from './words/words.ts'

/** The same questions without a letter: a series of its own, and the page says so before the first question. */
export function OpenAnswer() {
  const waveId = useParam('waveId')
  const read = useQuery(reading(readOpenSurvey, { params: { waveId } }))
  return <Shown read={read}>{(asked) => <Answering asked={asked} />}</Shown>
}

function Answering({ asked }: { readonly asked: Asked }) {
  const w = useWords(surveyWords)
  const text = useText()
  const draft = useDraft<Kept>(`survey-open:${asked.waveId}`, fresh)
  const [ended, setEnded] = useState<'sent' | 'waiting'>()
  const key = useRef(newId())
  const send = useMutation({
    networkMode: 'always',
    mutationFn: (sheet: Pick<Kept, 'answers'> & { readonly group: NonNullable<Kept['group']> }) =>
      file(answerOpenSurvey, { params: { waveId: asked.waveId }, body: sheet, idempotencyKey: key.current }, w.title, {
        opens: `/survey/open/${asked.waveId}`,
      }),
    async onSuccess(result) {
      await draft.discard()
      setEnded(result.sent ? 'sent' : 'waiting')
    },
  })
  if (ended) return <Ended how={ended} />
  if (draft.state === 'reading') return <Loading />
  if (!draft.value.started)
    return (
      <>
        <PageHeader
          title={w.openTitle}
          above={text(asked.title)}
          lead={w.startText(minutesFor(itemsFor(asked.content, 'local').length))}
          back={{ to: '/survey' }}
        />
        <Notice tone="attention">{w.openNote}</Notice>
        <div className={styles.acts}>
          <Button wide onPress={() => draft.change((now) => ({ ...now, started: true }))}>
            {w.start}
          </Button>
        </div>
      </>
    )
  return (
    <Questions
      asked={asked}
      sheet={draft.value}
      onChange={(sheet) => draft.change((now) => ({ ...now, ...sheet }))}
      onSend={(sheet) => send.mutate(sheet)}
      busy={send.isPending}
      error={send.error}
    />
  )
}
