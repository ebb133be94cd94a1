import type { Matter } from '@ronghe/contract/people/matters.ts'
import { listQueue } from '@ronghe/contract/station/cases-desk.ts'
import { listServices } from '@ronghe/contract/station/services.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { findWords } from './words/words.ts'

/** A matter as it is being chosen; `words` are what the person will read unless the clerk writes something else. */
export interface Chosen {
  readonly kind: Matter['kind']
  readonly ref: string
  readonly words: string
}

/** Undefined while a service or a case is still to be named. */
export function matterIn({ kind, ref }: Chosen): Matter | undefined {
  if (kind === 'service') return ref === '' ? undefined : { kind, service: ref }
  if (kind === 'case') return ref === '' ? undefined : { kind, caseId: ref }
  return kind === 'concern' ? { kind, concernId: null } : { kind }
}

const kinds = ['account', 'service', 'case', 'concern', 'visit', 'hazard'] as const

/** The one matter, chosen before anything of the person's is opened: what is not chosen stays closed. */
export function AssistMatter({
  personId,
  chosen,
  onChange,
  error,
}: {
  readonly personId: string
  readonly chosen: Chosen
  readonly onChange: (next: Chosen) => void
  readonly error: string | undefined
}) {
  const w = useWords(findWords)
  return (
    <>
      <Choice<Matter['kind']>
        label={w.assistKind}
        name="about"
        value={chosen.kind}
        onChange={(kind) => onChange({ kind, ref: '', words: w.assistKinds[kind] })}
        options={kinds.map((kind) => ({ value: kind, label: w.assistKinds[kind] }))}
      />
      {chosen.kind === 'service' && <WhichService chosen={chosen} onChange={onChange} error={error} />}
      {chosen.kind === 'case' && <WhichCase personId={personId} chosen={chosen} onChange={onChange} error={error} />}
    </>
  )
}

interface Which {
  readonly chosen: Chosen
  readonly onChange: (next: Chosen) => void
  readonly error: string | undefined
}

function WhichService({ chosen, onChange, error }: Which) {
  const w = useWords(findWords)
  const text = useText()
  return (
    <Shown read={useQuery(reading(listServices, { query: { limit: 100 } }))}>
      {({ items }) => (
        <Field label={w.assistService} name="service" error={error}>
          <Select
            value={chosen.ref}
            onChange={(ref) =>
              onChange({ ...chosen, ref, words: items.flatMap(({ key, name }) => (key === ref ? [text(name)] : []))[0] ?? '' })
            }
            placeholder={w.assistChoose}
            options={items.map(({ key, name }) => ({ value: key, label: text(name) }))}
          />
        </Field>
      )}
    </Shown>
  )
}

function WhichCase({ personId, chosen, onChange, error }: Which & { readonly personId: string }) {
  const w = useWords(findWords)
  const text = useText()
  return (
    <Shown read={useQuery(reading(listQueue, { query: { view: 'all', person: personId, limit: 50 } }))}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{w.assistNoCase}</p>
        ) : (
          <Field label={w.assistCase} name="caseId" error={error}>
            <Select
              value={chosen.ref}
              onChange={(ref) =>
                onChange({ ...chosen, ref, words: items.flatMap(({ id, service }) => (id === ref ? [text(service)] : []))[0] ?? '' })
              }
              placeholder={w.assistChoose}
              options={items.map(({ id, number, service }) => ({ value: id, label: `${text(service)} · ${number}` }))}
            />
          </Field>
        )
      }
    </Shown>
  )
}
