import {
  answerRoomWish,
  closeStudyGroup,
  enterGroupMember,
  listRoomWishes,
  listStudyGroups,
  type RoomWish,
  type StudyGroupLine,
} from '@ronghe/contract/school/study-groups.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { type Found, FindPerson } from '../FindPerson.tsx'
import styles from '../learning.module.css'
import { groupsWords } from './words/words.ts'

/** Rooms that groups ask for, and the groups with what comes on paper. */
export function RoomWishes() {
  const w = useWords(groupsWords)
  return (
    <>
      <PageHeader title={w.wishesTitle} lead={w.wishesLead} />
      <Shown read={useQuery(reading(listRoomWishes))}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={w.wishesNone} /> : items.map((wish) => <Wish key={wish.meeting} wish={wish} />)
        }
      </Shown>
      <AllGroups />
    </>
  )
}

function Wish({ wish }: { readonly wish: RoomWish }) {
  const w = useWords(groupsWords)
  const text = useText()
  const format = useFormat()
  const [roomId, setRoomId] = useState<string>()
  const [because, setBecause] = useState('')
  const answer = useDeed(answerRoomWish, {
    refreshes: [listRoomWishes],
    onDone: ({ room }) => toast(room === 'given' ? w.given : w.refused),
  })
  const params = { meetingId: wish.meeting }
  return (
    <Card title={`${wish.group.name} · ${format.moment(wish.from)}–${format.time(wish.until)}`}>
      <p className="muted">{w.wishOf(wish.group.places)}</p>
      {answer.error && <RefusalLine error={answer.error} />}
      {wish.rooms.length === 0 ? (
        <p>{w.noRoom}</p>
      ) : (
        <Form
          label={w.rooms}
          busy={answer.isPending}
          onSubmit={() => roomId && answer.mutate({ params, body: { answer: 'give', roomId } })}
        >
          <Choice
            label={w.rooms}
            name={`room-${wish.meeting}`}
            value={roomId}
            onChange={setRoomId}
            options={wish.rooms.map(({ id, name, capacity, stepFree }) => ({
              value: id,
              label: text(name),
              hint: [w.roomOf(capacity), capacity < wish.group.places && w.roomSmall, stepFree && w.stepFree].filter(Boolean).join(' · '),
            }))}
          />
          <Button type="submit" busy={answer.isPending}>
            {w.give}
          </Button>
        </Form>
      )}
      <div className={styles.acts}>
        <Form
          label={w.refuse}
          busy={answer.isPending}
          onSubmit={() => because.trim() !== '' && answer.mutate({ params, body: { answer: 'refuse', because } })}
        >
          <Field label={w.refuseWhy} name={`because-${wish.meeting}`}>
            <TextInput value={because} onChange={setBecause} maxLength={200} />
          </Field>
          <Button type="submit" kind="quiet" busy={answer.isPending}>
            {w.refuseDo}
          </Button>
        </Form>
      </div>
    </Card>
  )
}

function AllGroups() {
  const w = useWords(groupsWords)
  const format = useFormat()
  const [entering, setEntering] = useState<StudyGroupLine>()
  const [closing, setClosing] = useState<StudyGroupLine>()
  const [because, setBecause] = useState('')
  const close = useDeed(closeStudyGroup, {
    refreshes: [listStudyGroups, listRoomWishes],
    onDone() {
      toast(w.noted)
      setClosing(undefined)
    },
  })
  return (
    <Card title={w.deskGroups}>
      <Shown read={useQuery(reading(listStudyGroups))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{w.none}</p>
          ) : (
            <CardList>
              {items.map((group) => (
                <CardItem
                  key={group.id}
                  title={group.name}
                  second={`${group.about} · ${group.nextMeeting ? w.next(format.moment(group.nextMeeting)) : w.noMeeting}`}
                  end={<Tag tone="quiet">{group.open ? w.placesLeft(group.placesLeft) : w.shut}</Tag>}
                  below={
                    <ButtonRow>
                      <Button kind="quiet" onPress={() => setEntering(group)}>
                        {w.enter}
                      </Button>
                      <Button kind="plain" onPress={() => setClosing(group)}>
                        {w.closeByDesk}
                      </Button>
                    </ButtonRow>
                  }
                />
              ))}
            </CardList>
          )
        }
      </Shown>
      {entering && <Enter group={entering} onClose={() => setEntering(undefined)} />}
      <Dialog
        title={closing ? `${w.closeTitle} · ${closing.name}` : w.closeTitle}
        open={closing !== undefined}
        onClose={() => setClosing(undefined)}
      >
        <Form
          label={w.closeTitle}
          busy={close.isPending}
          error={close.error}
          onSubmit={() => closing && because.trim() !== '' && close.mutate({ params: { groupId: closing.id }, body: { because } })}
        >
          <Field label={w.closeWhy} name="because">
            <TextInput value={because} onChange={setBecause} maxLength={300} />
          </Field>
          <ButtonRow>
            <Button type="submit" kind="careful" busy={close.isPending}>
              {w.closeDo}
            </Button>
            <Button kind="quiet" onPress={() => setClosing(undefined)}>
              {w.cancel}
            </Button>
          </ButtonRow>
        </Form>
      </Dialog>
    </Card>
  )
}

function Enter({ group, onClose }: { readonly group: StudyGroupLine; readonly onClose: () => void }) {
  const w = useWords(groupsWords)
  const [person, setPerson] = useState<Found>()
  const [called, setCalled] = useState('')
  const enter = useDeed(enterGroupMember, {
    refreshes: [listStudyGroups],
    onDone() {
      toast(w.entered)
      onClose()
    },
  })
  return (
    <Dialog title={`${w.enter} · ${group.name}`} open onClose={onClose}>
      <p className="muted">{w.enterLead}</p>
      <FindPerson onChoose={setPerson} />
      {person && (
        <Form
          label={w.enter}
          busy={enter.isPending}
          error={enter.error}
          onSubmit={() =>
            enter.mutate({
              params: { groupId: group.id },
              body: { personId: person.id, joins: true, called: called.trim() || person.name },
            })
          }
        >
          <p>
            <strong>{w.chosen(person.name)}</strong>
          </p>
          <Field label={w.enterCalled} name="called" optional>
            <TextInput value={called} onChange={setCalled} maxLength={20} />
          </Field>
          <Button type="submit" busy={enter.isPending}>
            {w.enterDo}
          </Button>
        </Form>
      )}
    </Dialog>
  )
}
