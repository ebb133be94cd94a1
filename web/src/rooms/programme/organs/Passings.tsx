import {
  answerPassing,
  listPassings,
  type NoticeCard,
  type NoticePassing,
  passNoticeOn,
  readNotice,
} from '@ronghe/contract/programme/notices.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { organWords } from '../words/resident/organs/words.ts'

/** How a notice went down: by how many carriers, what people asked back and what was answered (M5). Nobody's reading is shown, or known. */
export function Passings({ notice }: { readonly notice: NoticeCard }) {
  const w = useWords(organWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery({
    ...reading(listPassings, { params: { noticeId: notice.id } }),
    enabled: notice.passedOn.carriers > 0,
  })
  return (
    <Card title={w.passed}>
      <p>{notice.passedOn.carriers === 0 ? w.passedNone : w.passedBy(notice.passedOn.carriers, notice.passedOn.of)}</p>
      {notice.passedOn.carriers > 0 && (
        <Shown read={read}>
          {({ items }) => (
            <CardList>
              {items.map((passing) => (
                <CardItem
                  key={passing.postId}
                  title={[text(passing.organ), text(passing.post)].join(' · ')}
                  second={
                    <>
                      {w.passedOn(format.day(passing.on), passing.lane ? text(passing.lane) : '')}
                      {passing.asked && (
                        <>
                          <br />
                          {w.askedBack(passing.asked)}
                        </>
                      )}
                      {passing.answer && (
                        <>
                          <br />
                          {w.answeredBack(passing.answer)}
                        </>
                      )}
                    </>
                  }
                  end={passing.may.includes('answer') && <Answer noticeId={notice.id} passing={passing} />}
                />
              ))}
            </CardList>
          )}
        </Shown>
      )}
      {notice.may.includes('passOn') && <PassOn noticeId={notice.id} />}
    </Card>
  )
}

function PassOn({ noticeId }: { readonly noticeId: string }) {
  const w = useWords(organWords)
  const [asked, setAsked] = useState('')
  const deed = useDeed(passNoticeOn, { refreshes: [readNotice, listPassings], onDone: () => toast(w.passDone) })
  return (
    <Form
      label={w.passDo}
      busy={deed.isPending}
      error={deed.error}
      onSubmit={() => deed.mutate({ params: { noticeId }, body: { asked: asked.trim() } })}
    >
      <Field label={w.passAsked} name="asked" hint={w.passAskedHint} error={fieldErrorsOf(deed.error)['asked']} optional>
        <TextArea value={asked} onChange={setAsked} rows={2} maxLength={500} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.passDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function Answer({ noticeId, passing }: { readonly noticeId: string; readonly passing: NoticePassing }) {
  const w = useWords(organWords)
  const [isOpen, setOpen] = useState(false)
  const [answer, setAnswer] = useState('')
  const deed = useDeed(answerPassing, { refreshes: [listPassings], onDone: () => toast(w.answerDone) })
  if (!isOpen)
    return (
      <Button kind="plain" onPress={() => setOpen(true)}>
        {w.answerDo}
      </Button>
    )
  return (
    <Form
      label={w.answerDo}
      busy={deed.isPending}
      error={deed.error}
      onSubmit={() => deed.mutate({ params: { noticeId, postId: passing.postId }, body: { answer: answer.trim() } })}
    >
      <Field label={w.answerLabel} name="answer" error={fieldErrorsOf(deed.error)['answer']}>
        <TextArea value={answer} onChange={setAnswer} rows={3} maxLength={1000} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.answerDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
