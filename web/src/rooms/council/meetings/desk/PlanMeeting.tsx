import { listMeetings, MeetingKind, planMeeting } from '@ronghe/contract/council/meetings.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { useOwnCouncil } from '../meeting-words.ts'
import { meetingWords } from '../words/words.ts'
import { type MeetingDraft, OfferFields, PlaceField, planOf, useMissing, WhenFields } from './MeetingFields.tsx'

/** A meeting whose time is known already. */
export function PlanMeeting() {
  const w = useWords(meetingWords)
  const councilId = useOwnCouncil()!
  const navigate = useNavigate()
  const missing = useMissing()
  const [draft, setDraft] = useState<MeetingDraft>({
    kind: 'ordinary',
    day: '',
    from: '19:00',
    to: '21:00',
    place: '',
    childcare: true,
    interpreters: [],
  })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const plan = useDeed(planMeeting, {
    refreshes: [listMeetings],
    onDone: ({ id }) => {
      toast(w.planned)
      void navigate({ to: '/council/meetings/$meetingId' as string, params: { meetingId: id } as never })
    },
  })
  const change = (part: Partial<MeetingDraft>): void => setDraft({ ...draft, ...part })
  const submit = (): void => {
    const found = missing(draft)
    setErrors(found)
    if (Object.keys(found).length === 0) plan.mutate({ params: { councilId }, body: { kind: draft.kind, ...planOf(draft) } })
  }
  const shown = { ...fieldErrorsOf(plan.error), ...errors }
  return (
    <>
      <PageHeader title={w.newTitle} back={{ to: '/council/meetings', label: w.toList }} />
      <Card>
        <Form onSubmit={submit} busy={plan.isPending} error={plan.error} errors={errors}>
          <Choice
            name="kind"
            label={w.kind}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={MeetingKind.options.map((value) => ({ value, label: w.kinds[value], hint: w.kindHints[value] }))}
          />
          <WhenFields draft={draft} change={change} errors={shown} />
          <PlaceField place={draft.place} change={(place) => change({ place })} error={shown['place']} />
          <OfferFields draft={draft} change={change} />
          <Button type="submit" busy={plan.isPending}>
            {w.planDo}
          </Button>
        </Form>
      </Card>
    </>
  )
}
