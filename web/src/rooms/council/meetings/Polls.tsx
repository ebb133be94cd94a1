import { answerPoll, listPolls, type MeetingPoll, type SlotAnswer } from '@ronghe/contract/council/meeting-polls.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { dayOf, useMeetingName } from './meeting-words.ts'
import styles from './meetings.module.css'
import { meetingWords } from './words/words.ts'

/** What the clerk asks the delegates about the next meeting; nothing is shown where nothing is asked. */
export function Polls({ councilId }: { readonly councilId: string }) {
  const read = useQuery(reading(listPolls, { params: { councilId } }))
  return <Shown read={read}>{({ items }) => items.map((poll) => poll.may.includes('answer') && <Poll key={poll.id} poll={poll} />)}</Shown>
}

function Poll({ poll }: { readonly poll: MeetingPoll }) {
  const w = useWords(meetingWords)
  const format = useFormat()
  const { when } = useMeetingName()
  const [answers, setAnswers] = useState<Readonly<Record<number, SlotAnswer>>>(() =>
    Object.fromEntries(poll.slots.flatMap(({ number, mine }) => (mine ? [[number, mine]] : []))),
  )
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const send = useDeed(answerPoll, { refreshes: [listPolls], onDone: () => toast(w.pollSent) })
  const submit = (): void => {
    const open = poll.slots.filter(({ number }) => !answers[number])
    setErrors(Object.fromEntries(open.map(({ number }) => [`slot-${number}`, w.needAnswers])))
    if (open.length > 0) return
    send.mutate({
      params: { pollId: poll.id },
      body: { answers: poll.slots.map(({ number }) => ({ number, answer: answers[number]! })) },
    })
  }
  return (
    <Card title={w.pollTitle}>
      <p className="muted">
        {w.pollLead(format.day(dayOf(poll.closesAt)))} {w.pollAnswered(poll.answered, poll.delegates)}
      </p>
      <Form onSubmit={submit} busy={send.isPending} error={send.error} errors={errors}>
        {poll.slots.map((slot) => (
          <div key={slot.number} className={styles.slot}>
            <Choice<SlotAnswer>
              name={`slot-${slot.number}`}
              label={when(slot)}
              error={errors[`slot-${slot.number}`]}
              value={answers[slot.number]}
              onChange={(answer) => setAnswers({ ...answers, [slot.number]: answer })}
              options={(['yes', 'ifNeeded', 'no'] as const).map((value) => ({ value, label: w.pollAnswers[value] }))}
            />
          </div>
        ))}
        <Button type="submit" busy={send.isPending} wide>
          {w.pollSend}
        </Button>
      </Form>
    </Card>
  )
}
