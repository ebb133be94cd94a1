import { addRoom, changeRoom, readRoomPlan } from '@ronghe/contract/school/course-desk.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { NumberInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { BothLanguages, noText, sentText, type TypedText } from '../../../programme/desk/BothLanguages.tsx'
import styles from './course-desk.module.css'
import { courseDeskWords } from './words/words.ts'

type Plan = ReplyOf<typeof readRoomPlan>
type Room = Plan['rooms'][number]

/** A week of the rooms, day by day. */
export function RoomPlan() {
  const w = useWords(courseDeskWords)
  const format = useFormat()
  const [from, setFrom] = useState<string>()
  const read = useQuery(reading(readRoomPlan, { query: from ? { from } : {} }))
  const shift = (plan: Plan, days: number) =>
    setFrom(new Date(Date.parse(`${plan.from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10))
  return (
    <>
      <PageHeader title={w.planTitle} lead={w.planLead} />
      <Shown read={read}>
        {(plan) => (
          <>
            <Card title={w.week(format.day(plan.from), format.day(plan.until))}>
              <ButtonRow>
                <Button kind="quiet" onPress={() => shift(plan, -7)}>
                  {w.earlier}
                </Button>
                <Button kind="quiet" onPress={() => shift(plan, 7)}>
                  {w.later}
                </Button>
              </ButtonRow>
              <Week plan={plan} />
            </Card>
            <Rooms rooms={plan.rooms} />
          </>
        )}
      </Shown>
    </>
  )
}

function Week({ plan }: { readonly plan: Plan }) {
  const w = useWords(courseDeskWords)
  const text = useText()
  const format = useFormat()
  if (plan.uses.length === 0) return <EmptyState title={w.planEmpty} />
  const days = Map.groupBy(
    plan.uses.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
    ({ startsAt }) => dayOf(new Date(startsAt)),
  )
  const roomName = (id: string | null) => {
    const room = plan.rooms.find((one) => one.id === id)
    return room ? text(room.name) : w.noRoomColumn
  }
  return (
    <div className={styles.days}>
      {[...days].map(([day, uses]) => (
        <section key={day} aria-label={format.day(day)}>
          <h3>{format.day(day)}</h3>
          <CardList>
            {uses.map(({ thingId, courseId, title, startsAt, endsAt, roomId }) => (
              <CardItem
                key={thingId}
                {...(courseId ? { to: '/school/courses/$courseId', params: { courseId } } : {})}
                title={title ? text(title) : w.studyGroup}
                second={`${format.time(startsAt)}–${format.time(endsAt)} · ${roomName(roomId)}`}
              />
            ))}
          </CardList>
        </section>
      ))}
    </div>
  )
}

function Rooms({ rooms }: { readonly rooms: readonly Room[] }) {
  const w = useWords(courseDeskWords)
  return (
    <Card title={w.rooms}>
      {rooms.length === 0 ? (
        <EmptyState title={w.roomsEmpty} />
      ) : (
        <CardList>
          {rooms.map((room) => (
            <OneRoom key={room.id} room={room} />
          ))}
        </CardList>
      )}
      <NewRoom />
    </Card>
  )
}

function OneRoom({ room }: { readonly room: Room }) {
  const w = useWords(courseDeskWords)
  const text = useText()
  const format = useFormat()
  const change = useDeed(changeRoom, { refreshes: [readRoomPlan], onDone: () => toast(w.roomSaved) })
  const closed = room.closedOn !== null
  const { name, capacity, stepFree } = room
  return (
    <CardItem
      title={text(name)}
      second={w.roomFacts(capacity, stepFree)}
      end={room.closedOn && <Tag tone="quiet">{w.closedOn(format.day(room.closedOn))}</Tag>}
      below={
        <div className={styles.acts}>
          {change.error && <RefusalLine error={change.error} />}
          <Button
            kind="plain"
            busy={change.isPending}
            onPress={() => change.mutate({ params: { roomId: room.id }, body: { name, capacity, stepFree, closed: !closed } })}
          >
            {closed ? w.reopenRoom : w.closeRoom}
          </Button>
        </div>
      }
    />
  )
}

function NewRoom() {
  const w = useWords(courseDeskWords)
  const [name, setName] = useState<TypedText>(noText)
  const [capacity, setCapacity] = useState<number | null>(20)
  const [stepFree, setStepFree] = useState(false)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const add = useDeed(addRoom, {
    refreshes: [readRoomPlan],
    onDone: () => {
      setName(noText)
      toast(w.roomSaved)
    },
  })
  const submit = () => {
    const found: Record<string, string> = {
      ...(name['zh-CN'].trim() ? {} : { 'name.zh-CN': w.need }),
      ...(capacity === null ? { capacity: w.needNumber } : {}),
    }
    setMissing(found)
    if (Object.keys(found).length === 0 && capacity !== null) add.mutate({ body: { name: sentText(name), capacity, stepFree } })
  }
  const errors = { ...fieldErrorsOf(add.error), ...missing }
  return (
    <Form onSubmit={submit} busy={add.isPending} errors={missing} error={add.error} label={w.addRoom}>
      <BothLanguages label={w.roomName} name="name" value={name} onChange={setName} errors={errors} />
      <Field name="capacity" label={w.roomCapacity} error={errors['capacity']}>
        <NumberInput value={capacity} onChange={setCapacity} />
      </Field>
      <Tick checked={stepFree} onChange={setStepFree} label={w.roomStepFree} />
      <ButtonRow>
        <Button type="submit" kind="quiet" busy={add.isPending}>
          {w.addRoom}
        </Button>
      </ButtonRow>
    </Form>
  )
}
