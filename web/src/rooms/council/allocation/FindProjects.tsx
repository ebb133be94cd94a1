import type { AllocationProject } from '@ronghe/contract/council/allocation-projects.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Field } from '../../../ui/Field.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import styles from './allocation.module.css'
import { allocationWords } from './words/words.ts'

export interface Asked {
  readonly words: string
  readonly community: string
}
export const nothingAsked: Asked = { words: '', community: '' }

export const foundBy =
  ({ words, community }: Asked) =>
  (project: Pick<AllocationProject, 'number' | 'title' | 'what' | 'communityId'>): boolean => {
    const typed = words.trim().toLowerCase()
    const says = typed === '' || String(project.number) === typed || `${project.title} ${project.what}`.toLowerCase().includes(typed)
    return says && (community === '' || project.communityId === community)
  }

/** By a word or number, and by community. */
export function FindProjects({
  projects,
  asked,
  onChange,
}: {
  readonly projects: readonly Pick<AllocationProject, 'communityId'>[]
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
}) {
  const w = useWords(allocationWords)
  const text = useText()
  const { data } = useQuery(reading(listPlaces))
  const there = new Set(projects.map(({ communityId }) => communityId))
  const communities = (data?.communities ?? []).filter(({ id }) => there.has(id))
  return (
    <div className={styles.find}>
      <Field label={w.search} optional>
        <TextInput type="search" value={asked.words} onChange={(words) => onChange({ ...asked, words })} />
      </Field>
      {communities.length > 1 && (
        <Field label={w.where} optional>
          <Select
            value={asked.community}
            placeholder={w.anywhere}
            onChange={(community) => onChange({ ...asked, community })}
            options={communities.map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Field>
      )}
    </div>
  )
}
