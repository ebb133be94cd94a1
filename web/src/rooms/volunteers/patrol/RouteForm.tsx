import { type PatrolBook, type PatrolRoute, readPatrolBook, saveRoute } from '@ronghe/contract/volunteers/patrol.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { patrolWords } from './words/words.ts'

interface Place {
  readonly place: string
  readonly laneId: string
}

/** A route with its places; changing one makes another, so that rounds already walked stay as they were. */
export function RouteForm({
  book,
  route,
  onDone,
}: {
  readonly book: PatrolBook
  readonly route: PatrolRoute | undefined
  readonly onDone: () => void
}) {
  const w = useWords(patrolWords)
  const ui = useWords(uiWords)
  const text = useText()
  const [name, setName] = useState(route?.name['zh-CN'] ?? '')
  const [places, setPlaces] = useState<readonly Place[]>(
    route?.checkpoints.map(({ place, laneId }) => ({ place: place['zh-CN'], laneId })) ?? [{ place: '', laneId: '' }],
  )
  const [tried, setTried] = useState(false)
  const save = useDeed(saveRoute, {
    refreshes: [readPatrolBook],
    onDone: () => {
      toast(w.routeSaved)
      onDone()
    },
  })
  const whole = name.trim() !== '' && places.every(({ place, laneId }) => place.trim() !== '' && laneId !== '')
  const change = (index: number, next: Partial<Place>) => setPlaces(places.map((one, at) => (at === index ? { ...one, ...next } : one)))
  const send = (): void => {
    setTried(true)
    if (!whole) return
    const checkpoints = places.map(({ place, laneId }) => ({ place: { 'zh-CN': place.trim() }, laneId }))
    save.mutate({ params: { teamId: book.team.id }, body: { replaces: route?.id ?? null, name: { 'zh-CN': name.trim() }, checkpoints } })
  }
  const errors = { ...fieldErrorsOf(save.error), ...(tried && !whole ? { name: w.routeMissing } : {}) }
  return (
    <Card title={route ? w.changeRoute : w.addRoute}>
      <Form onSubmit={send} busy={save.isPending} error={save.error} errors={errors} label={w.addRoute}>
        <Field label={w.routeName} name="name" hint={w.routeNameHint} error={errors['name']}>
          <TextInput value={name} onChange={setName} maxLength={40} />
        </Field>
        {places.map((one, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a place has no name of its own before it is saved
          <div key={index}>
            <Field label={w.checkpoint(index + 1)} {...(index === 0 && { hint: w.checkpointHint })}>
              <TextInput value={one.place} onChange={(place) => change(index, { place })} maxLength={60} />
            </Field>
            <Field label={w.laneOf(index + 1)}>
              <Select
                value={one.laneId}
                onChange={(laneId) => change(index, { laneId })}
                placeholder={ui.chooseOne}
                options={book.lanes.map(({ id, name: lane }) => ({ value: id, label: text(lane) }))}
              />
            </Field>
            {places.length > 1 && (
              <Button kind="plain" onPress={() => setPlaces(places.filter((_, at) => at !== index))}>
                {w.removeCheckpoint}
              </Button>
            )}
          </div>
        ))}
        {places.length < 40 && (
          <Button kind="quiet" onPress={() => setPlaces([...places, { place: '', laneId: places.at(-1)?.laneId ?? '' }])}>
            {w.addCheckpoint}
          </Button>
        )}
        <ButtonRow>
          <Button type="submit" busy={save.isPending}>
            {w.saveRoute}
          </Button>
          <Button kind="plain" onPress={onDone}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
