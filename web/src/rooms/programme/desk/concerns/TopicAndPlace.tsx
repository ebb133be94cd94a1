import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { readPublicSettings } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { uiWords } from '../../../../ui/words/words.ts'
import styles from '../desk.module.css'
import type { Entry } from './entry.ts'
import { concernDeskWords } from './words/words.ts'

/** What it is about and roughly where: three short lists beside each other. */
export function TopicAndPlace({
  entry,
  set,
  error,
}: {
  readonly entry: Entry
  readonly set: (part: Partial<Entry>) => void
  readonly error: string | undefined
}) {
  const w = useWords(concernDeskWords)
  const ui = useWords(uiWords)
  const text = useText()
  const { data: settings } = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 })
  const { data: places } = useQuery({ ...reading(listPlaces), staleTime: 3_600_000 })
  const communities = places?.communities ?? []
  const lanes = communities.find(({ id }) => id === entry.communityId)?.lanes ?? []
  return (
    <div className={styles.pairThree}>
      <Field label={w.topic} name="topic" error={error}>
        <Select
          value={entry.topic}
          onChange={(topic) => set({ topic })}
          placeholder={ui.chooseOne}
          options={(settings?.concernTopics ?? []).map(({ key, name }) => ({ value: key, label: text(name) }))}
        />
      </Field>
      <Field label={w.place} name="communityId" optional>
        <Select
          value={entry.communityId}
          onChange={(communityId) => set({ communityId, laneId: '' })}
          placeholder={w.placeNone}
          options={communities.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </Field>
      {lanes.length > 0 && (
        <Field label={w.lane} name="laneId" optional>
          <Select
            value={entry.laneId}
            onChange={(laneId) => set({ laneId })}
            placeholder={w.laneNone}
            options={lanes.map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Field>
      )}
    </div>
  )
}
