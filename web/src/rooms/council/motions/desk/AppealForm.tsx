import { listMeetings } from '@ronghe/contract/council/meetings.ts'
import { decideAppeal, listMotions, type Motion, readMotion } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { NumberInput, Select } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { motionWords } from '../words/words.ts'

/** What the hands of the meeting said about an appeal. */
export function AppealForm({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const format = useFormat()
  const [meetingId, setMeeting] = useState('')
  const [hands, setHands] = useState({ for: 0, against: 0, abstain: 0 })
  const past = useQuery(reading(listMeetings, { params: { councilId: motion.councilId }, query: { when: 'past' } }))
  const deed = useDeed(decideAppeal, { refreshes: [readMotion, listMotions], onDone: () => toast(w.deskSaved) })
  return (
    <Card title={w.appealDeskTitle}>
      <p>{w.appealDeskLead}</p>
      <p>{motion.appeal.words}</p>
      <Shown read={past}>
        {({ items }) => (
          <Form
            onSubmit={() => meetingId !== '' && deed.mutate({ params: { motionId: motion.id }, body: { meetingId, ...hands } })}
            busy={deed.isPending}
            error={deed.error}
            label={w.appealDeskTitle}
          >
            <Field label={w.appealMeeting} name="meetingId">
              <Select
                value={meetingId}
                onChange={setMeeting}
                options={items.map(({ id, number, startsAt }) => ({
                  value: id,
                  label: [number === null ? w.practice : w.agendaOf(number), format.moment(startsAt)].join(' · '),
                }))}
              />
            </Field>
            {(
              [
                ['for', w.figureFor],
                ['against', w.figureAgainst],
                ['abstain', w.figureAbstain],
              ] as const
            ).map(([key, label]) => (
              <Field key={key} label={label} name={key}>
                <NumberInput value={hands[key]} onChange={(many) => setHands((now) => ({ ...now, [key]: many ?? 0 }))} />
              </Field>
            ))}
            <ButtonRow>
              <Button type="submit" busy={deed.isPending}>
                {w.appealDo}
              </Button>
            </ButtonRow>
          </Form>
        )}
      </Shown>
    </Card>
  )
}
