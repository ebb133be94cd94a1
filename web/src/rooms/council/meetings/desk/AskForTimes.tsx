import { listPolls, offerSlots, openPoll } from '@ronghe/contract/council/meeting-polls.ts'
import type { MeetingKind } from '@ronghe/contract/council/meetings.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useSearchText } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice, Choices, Tick } from '../../../../ui/Choice.tsx'
import { Field, FieldGroup } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { momentAt, useMeetingName, useOwnCouncil } from '../meeting-words.ts'
import { meetingWords } from '../words/words.ts'
import { PlaceField, WhenFields } from './MeetingFields.tsx'
import styles from './meetings-desk.module.css'

interface Slot {
  readonly startsAt: string
  readonly endsAt: string
}
const nothing = { day: '', from: '', to: '' }

/** Which times the delegates are asked about: the system offers, the clerk chooses and adds. */
export function AskForTimes() {
  const councilId = useOwnCouncil()!
  const w = useWords(meetingWords)
  const read = useQuery(reading(offerSlots, { params: { councilId }, query: { minutes: 120 } }))
  return (
    <>
      <PageHeader title={w.newPollTitle} back={{ to: '/council/meetings', label: w.toList }} />
      <Shown read={read}>{({ items }) => <Asking councilId={councilId} offered={items} />}</Shown>
    </>
  )
}

function Asking({ councilId, offered }: { readonly councilId: string; readonly offered: readonly (Slot & { readonly cannot: number })[] }) {
  const w = useWords(meetingWords)
  const { when } = useMeetingName()
  const navigate = useNavigate()
  const requestId = useSearchText('request')
  const [kind, setKind] = useState<MeetingKind>(requestId ? 'extraordinary' : 'ordinary')
  const [place, setPlace] = useState('')
  const [closes, setCloses] = useState('')
  const [added, setAdded] = useState<readonly Slot[]>([])
  const [own, setOwn] = useState(nothing)
  const [chosen, setChosen] = useState<readonly string[]>(offered.slice(0, 4).map(({ startsAt }) => startsAt))
  const [anyway, setAnyway] = useState(false)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const all: readonly Slot[] = [...offered, ...added]
  const ask = useDeed(openPoll, {
    refreshes: [listPolls],
    onDone: () => {
      toast(w.pollAsked)
      void navigate({ to: '/council/meetings' as string })
    },
  })
  const submit = (): void => {
    const found = {
      ...(chosen.length < 2 ? { slots: w.needSlots } : {}),
      ...(place.trim() ? {} : { place: w.needPlace }),
      ...(closes ? {} : { closesAt: w.needDay }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    ask.mutate({
      params: { councilId },
      body: {
        kind,
        place,
        closesAt: momentAt(closes, '20:00'),
        slots: all
          .filter(({ startsAt }) => chosen.includes(startsAt))
          .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
          .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
        anyway,
        ...(requestId ? { requestId } : {}),
      },
    })
  }
  const addOwn = (): void => {
    if (!own.day || !own.from || !own.to) return setErrors({ day: w.needTimes })
    const slot = {
      startsAt: new Date(momentAt(own.day, own.from)).toISOString(),
      endsAt: new Date(momentAt(own.day, own.to)).toISOString(),
    }
    setErrors({})
    setAdded([...added, slot])
    setChosen([...chosen, slot.startsAt])
    setOwn(nothing)
  }
  const shown = { ...fieldErrorsOf(ask.error), ...errors }
  return (
    <Card>
      <Form onSubmit={submit} busy={ask.isPending} error={ask.error} errors={errors}>
        <Choice
          name="kind"
          label={w.kind}
          value={kind}
          onChange={setKind}
          options={(['ordinary', 'extraordinary', 'practice'] as const).map((value) => ({
            value,
            label: w.kinds[value],
            hint: w.kindHints[value],
          }))}
        />
        <Choices
          name="slots"
          label={w.slotsTitle}
          hint={all.length === 0 ? w.slotsNone : w.slotsLead}
          error={shown['slots']}
          value={chosen}
          onChange={setChosen}
          options={all.map((slot) => ({
            value: slot.startsAt,
            label: when(slot),
            ...('cannot' in slot ? { hint: w.slotCannot(slot.cannot as number) } : {}),
          }))}
        />
        <FieldGroup label={w.ownSlot} optional>
          <WhenFields draft={own} change={(part) => setOwn({ ...own, ...part })} errors={shown} />
          <Button kind="quiet" onPress={addOwn}>
            {w.addSlot}
          </Button>
        </FieldGroup>
        <div className={styles.tick}>
          <Tick checked={anyway} onChange={setAnyway} label={w.anyway} />
        </div>
        <Field name="closesAt" label={w.pollCloses} error={shown['closesAt']}>
          <DateInput value={closes} onChange={setCloses} />
        </Field>
        <PlaceField place={place} change={setPlace} error={shown['place']} />
        <Button type="submit" busy={ask.isPending}>
          {w.pollDo}
        </Button>
      </Form>
    </Card>
  )
}
