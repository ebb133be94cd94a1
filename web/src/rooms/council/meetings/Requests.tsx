import { backMeetingRequest, listMeetingRequests, requestMeeting } from '@ronghe/contract/council/meeting-polls.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useSitsIn } from './meeting-words.ts'
import { meetingWords } from './words/words.ts'

/** Who wants an extraordinary meeting; public, with names, as an act of office. */
export function Requests({ councilId }: { readonly councilId: string }) {
  const w = useWords(meetingWords)
  const format = useFormat()
  const sits = useSitsIn(councilId)
  const read = useQuery(reading(listMeetingRequests, { params: { councilId } }))
  const back = useDeed(backMeetingRequest, { refreshes: [listMeetingRequests], onDone: () => toast(w.requestBacked) })
  return (
    <Shown read={read}>
      {({ items }) =>
        items.length === 0 && !sits ? null : (
          <Card title={w.requestTitle}>
            {back.error && <RefusalLine error={back.error} />}
            <CardList>
              {items.map(({ id, reason, backers, needed, reachedAt, meetingId, may }) => (
                <CardItem
                  key={id}
                  title={reason}
                  second={w.requestBy(w.requestCount(backers.length, needed), format.list(backers))}
                  end={meetingId ? <Tag tone="quiet">{w.requestGranted}</Tag> : reachedAt && <Tag tone="attention">{w.requestReached}</Tag>}
                  below={
                    may.includes('back') && (
                      <Button kind="quiet" busy={back.isPending} onPress={() => back.mutate({ params: { requestId: id } })}>
                        {w.requestBack}
                      </Button>
                    )
                  }
                />
              ))}
            </CardList>
            {sits && items.every(({ meetingId }) => meetingId !== null) && <Ask councilId={councilId} />}
          </Card>
        )
      }
    </Shown>
  )
}

function Ask({ councilId }: { readonly councilId: string }) {
  const w = useWords(meetingWords)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const ask = useDeed(requestMeeting, {
    refreshes: [listMeetingRequests],
    onDone: () => {
      setReason('')
      toast(w.requestAsked)
    },
  })
  const submit = (): void => {
    setErrors(reason.trim() ? {} : { reason: w.requestNeeded })
    if (reason.trim()) ask.mutate({ params: { councilId }, body: { reason } })
  }
  return (
    <Form onSubmit={submit} busy={ask.isPending} error={ask.error} errors={errors}>
      <Field name="reason" label={w.requestReason} hint={w.requestReasonHint} error={errors['reason']}>
        <TextArea value={reason} onChange={setReason} rows={2} maxLength={300} />
      </Field>
      <Button type="submit" kind="quiet" busy={ask.isPending}>
        {w.requestAsk}
      </Button>
    </Form>
  )
}
