import { type Hazard, listHazards, readHazard, readHazardPhoto, reopenHazard } from '@ronghe/contract/station/hazards.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf } from '../../api.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useWords } from '../../platform/language/language.tsx'
import { useParam } from '../../platform/params.ts'
import { reading, useDeed } from '../../platform/queries.ts'
import { EscalationsCard } from '../../shell/EscalationDays.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { toast } from '../../ui/Toast.tsx'
import { toneOf, usePlaceName } from './Hazards.tsx'
import styles from './station.module.css'
import { hazardsWords } from './words/hazards/words.ts'

/** The public page of one hazard: anybody may read it, anybody may say that it is still there. */
export function HazardPage() {
  const hazardId = useParam('hazardId')
  return <Shown read={useQuery(reading(readHazard, { params: { hazardId } }))}>{(hazard) => <OneHazard hazard={hazard} />}</Shown>
}

export function OneHazard({ hazard }: { readonly hazard: Hazard }) {
  const w = useWords(hazardsWords)
  const format = useFormat()
  const place = usePlaceName()
  const kind = w.kind[hazard.kind]
  return (
    <>
      <PageHeader
        title={w.page(kind, place(hazard))}
        above={hazard.number}
        beside={<Tag tone={toneOf(hazard.state)}>{w.state[hazard.state]}</Tag>}
        back={{ to: '/hazards', label: w.title }}
        lead={hazard.line}
      />
      {hazard.back && <Tag tone="attention">{w.back}</Tag>}
      <Card>
        <p>{hazard.words ?? <span className="muted">{w.wordsWait}</span>}</p>
        <Facts
          facts={[
            [w.reportedOn, format.day(hazard.reportedOn)],
            ...(hazard.dueOn && hazard.state in w.dueFor
              ? ([[w.dueFor[hazard.state as keyof typeof w.dueFor], format.day(hazard.dueOn)]] as const)
              : []),
            ...(hazard.answer ? ([[w.answer, hazard.answer]] as const) : []),
          ]}
        />
        {hazard.reopened > 0 && <p className="muted small">{w.reopened(hazard.reopened)}</p>}
      </Card>
      {hazard.photos.length === 0 ? (
        <p className={`muted small ${styles.after}`}>{w.photosWait}</p>
      ) : (
        <ul className={styles.pictures}>
          {hazard.photos.map((photo, number) => (
            <li key={photo.id}>
              <img src={addressOf(readHazardPhoto, { params: { photoId: photo.id } })} alt={w.photoAlt(number + 1, kind)} loading="lazy" />
            </li>
          ))}
        </ul>
      )}
      <Card title={w.timeline} className={styles.after}>
        <Timeline
          steps={hazard.timeline.map((entry, place) => ({
            key: String(place),
            title: entry.sentence,
            when: format.day(entry.on),
            ...(entry.words !== null && { detail: entry.words }),
          }))}
        />
      </Card>
      {hazard.escalations && <EscalationsCard escalations={hazard.escalations} escalated={hazard.escalated} />}
      {hazard.may.includes('reopen') && <Reopen hazardId={hazard.id} />}
    </>
  )
}

function Reopen({ hazardId }: { readonly hazardId: string }) {
  const w = useWords(hazardsWords)
  const [words, setWords] = useState('')
  const reopen = useDeed(reopenHazard, { refreshes: [readHazard, listHazards], onDone: () => toast(w.reopenDone) })
  return (
    <Card title={w.reopen}>
      <Form onSubmit={() => reopen.mutate({ params: { hazardId }, body: { words } })} busy={reopen.isPending} error={reopen.error}>
        <Field label={w.reopenLabel} name="words" optional>
          <TextArea value={words} onChange={setWords} rows={2} maxLength={400} />
        </Field>
        <Button type="submit" kind="quiet" busy={reopen.isPending}>
          {w.reopenDo}
        </Button>
      </Form>
    </Card>
  )
}
