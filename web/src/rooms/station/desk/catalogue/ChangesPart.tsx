import { compareServiceVersions, previewServiceDraft, readServiceHistory } from '@ronghe/contract/station/services-editing.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import styles from './catalogue.module.css'
import { ChangeTable } from './ChangeTable.tsx'
import { catalogueWords } from './words/words.ts'

/** What the saved draft changes against the version in force; nothing to compare before there is one. */
export function DraftChanges({ service }: { readonly service: string }) {
  const w = useWords(catalogueWords).changes
  const read = useQuery({ ...reading(previewServiceDraft, { params: { key: service } }), staleTime: 0 })
  return (
    <Shown read={read}>
      {({ changes, openCases }) => (
        <>
          {openCases > 0 && <p>{w.openCases(openCases)}</p>}
          <ChangeTable changes={changes} />
        </>
      )}
    </Shown>
  )
}

/** Any two versions beside each other, the two newest first. */
export function ChangesPart({ service }: { readonly service: string }) {
  const all = useWords(catalogueWords)
  const w = all.changes
  const history = useQuery({ ...reading(readServiceHistory, { params: { key: service } }), staleTime: 0 })
  const [chosen, setChosen] = useState<{ readonly before?: number; readonly after?: number }>({})
  return (
    <>
      <p className="muted">{w.lead}</p>
      <Shown read={history}>
        {({ items }) => {
          const after = chosen.after ?? items[0]?.version ?? 1
          const before = chosen.before ?? items.find(({ version }) => version < after)?.version ?? after
          const options = items.map(({ version, state }) => ({
            value: String(version),
            label: `${all.history.version(version)} · ${all.history.states[state]}`,
          }))
          return (
            <>
              <div className={styles.grid}>
                <Field label={w.beforeVersion} name="before">
                  <Select value={String(before)} onChange={(next) => setChosen({ after, before: Number(next) })} options={options} />
                </Field>
                <Field label={w.afterVersion} name="after">
                  <Select value={String(after)} onChange={(next) => setChosen({ before, after: Number(next) })} options={options} />
                </Field>
              </div>
              {before === after ? <p>{w.onlyOne}</p> : <Compared service={service} before={before} after={after} />}
            </>
          )
        }}
      </Shown>
    </>
  )
}

function Compared({ service, before, after }: { readonly service: string; readonly before: number; readonly after: number }) {
  const read = useQuery({ ...reading(compareServiceVersions, { params: { key: service }, query: { before, after } }), staleTime: 0 })
  return <Shown read={read}>{({ changes }) => <ChangeTable changes={changes} />}</Shown>
}
