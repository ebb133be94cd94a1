import { listPlaces } from '@ronghe/contract/programme/places.ts'
import {
  findSimilarHazards,
  hazardKinds,
  type HazardKind,
  listHazards,
  listMyHazards,
  reportHazard,
  reportHazardWithoutName,
} from '@ronghe/contract/station/hazards.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useDraft } from '../../platform/offline/draft.ts'
import { useKept } from '../../platform/offline/kept.ts'
import { useSearchText } from '../../platform/params.ts'
import { reading, useDeed } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choice, Tick } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileInput } from '../../ui/FileInput.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select, TextArea } from '../../ui/inputs.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { HazardLines, toKind } from './Hazards.tsx'
import { HazardSent } from './HazardSent.tsx'
import { shrinkPicture } from './shrink-picture.ts'
import styles from './station.module.css'
import { hazardsWords } from './words/hazards/words.ts'

interface Seen {
  readonly kind: HazardKind | undefined
  readonly community: string | undefined
  readonly lane: string | undefined
  readonly words: string
  readonly anonymous: boolean
  readonly photos: readonly File[]
}

/** What, where, a picture: what was reported there already is shown before it is sent. Danger comes before any field. */
export function HazardReport() {
  const w = useWords(hazardsWords)
  const text = useText()
  const signedIn = useSession().person !== null
  const asked = toKind(useSearchText('kind'))
  const draft = useDraft<Seen>('hazard', { kind: asked, community: undefined, lane: undefined, words: '', anonymous: false, photos: [] })
  const places = useKept(reading(listPlaces))
  const [tried, setTried] = useState(false)
  const done = { refreshes: [listHazards, listMyHazards], onDone: () => void draft.discard() }
  const underName = useDeed(reportHazard, done)
  const withoutName = useDeed(reportHazardWithoutName, done)
  const { value, change } = draft
  if (draft.state === 'reading') return <Loading />
  if (underName.data) return <HazardSent hazard={underName.data.hazard} code={null} photos={value.photos} />
  if (withoutName.data) return <HazardSent hazard={withoutName.data.hazard} code={withoutName.data.code} photos={value.photos} />
  // Without a name another door is taken, one that looks at no session.
  const report = !signedIn || value.anonymous ? withoutName : underName
  const kind = value.kind ?? asked
  const errors = {
    ...(kind === undefined && { kind: w.kindMissing }),
    ...(value.words.trim() === '' && { words: w.wordsMissing }),
  }
  const communities = places.data?.communities ?? []
  const lanes = communities.find(({ id }) => id === value.community)?.lanes ?? []
  const submit = (): void => {
    setTried(true)
    if (kind === undefined || Object.keys(errors).length > 0) return
    const { community, lane, words } = value
    report.mutate({ body: { kind, words, ...(community && { community }), ...(lane && { lane }) } })
  }
  const add = async (photos: readonly File[]): Promise<void> => {
    const small = await Promise.all(photos.map((photo) => (value.photos.includes(photo) ? photo : shrinkPicture(photo))))
    change((now) => ({ ...now, photos: small }))
  }
  return (
    <>
      <PageHeader title={w.newTitle} lead={w.newLead} back={{ to: '/hazards' }} />
      <Notice tone="attention" title={w.danger}>
        {w.dangerText}
      </Notice>
      <Form onSubmit={submit} busy={report.isPending} error={report.error} errors={tried ? errors : {}}>
        <Choice
          label={w.kindLabel}
          name="kind"
          error={tried ? errors.kind : undefined}
          value={kind}
          onChange={(next) => change((now) => ({ ...now, kind: next }))}
          options={hazardKinds.map((one) => ({ value: one, label: w.kind[one] }))}
        />
        <Field label={w.community} name="community" optional>
          <Select
            value={value.community ?? ''}
            placeholder={w.communityUnknown}
            onChange={(community) => change((now) => ({ ...now, community: community || undefined, lane: undefined }))}
            options={communities.map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Field>
        {lanes.length > 0 && (
          <Field label={w.lane} name="lane" optional>
            <Select
              value={value.lane ?? ''}
              placeholder={w.laneUnknown}
              onChange={(lane) => change((now) => ({ ...now, lane: lane || undefined }))}
              options={lanes.map(({ id, name }) => ({ value: id, label: text(name) }))}
            />
          </Field>
        )}
        {kind && value.community && <Similar kind={kind} community={value.community} lane={value.lane} />}
        <Field label={w.words} hint={w.wordsHint} name="words" error={tried ? errors.words : undefined}>
          <TextArea value={value.words} onChange={(words) => change((now) => ({ ...now, words }))} rows={3} maxLength={600} />
        </Field>
        <Field label={w.photos} hint={w.photosHint} name="photos" optional>
          <FileInput files={value.photos} onChange={(photos) => void add(photos)} accept="image/*" most={3} mostBytes={25 * 1024 * 1024} />
        </Field>
        {signedIn && (
          <div className={styles.stack}>
            <Tick
              checked={value.anonymous}
              onChange={(anonymous) => change((now) => ({ ...now, anonymous }))}
              label={w.anonymous}
              hint={w.anonymousHint}
            />
          </div>
        )}
        <div className={styles.after}>
          <Button type="submit" wide busy={report.isPending}>
            {w.send}
          </Button>
        </div>
      </Form>
    </>
  )
}

/** So that one broken lamp is one report. */
function Similar({ kind, community, lane }: { readonly kind: HazardKind; readonly community: string; readonly lane: string | undefined }) {
  const w = useWords(hazardsWords)
  const { data } = useQuery(reading(findSimilarHazards, { query: { kind, community, ...(lane && { lane }) } }))
  if (!data || data.items.length === 0) return null
  return (
    <Card title={w.similarTitle}>
      <p>{w.similarText}</p>
      <HazardLines hazards={data.items} />
    </Card>
  )
}
