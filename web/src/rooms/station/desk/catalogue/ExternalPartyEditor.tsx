import { listAgreements } from '@ronghe/contract/programme/agreements.ts'
import type { ExternalParty } from '@ronghe/forms'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Amount } from './Amount.tsx'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** The party outside the city: who it is, the agreement behind it, and when the station asks again. */
export function ExternalPartyEditor({ editing, party }: { readonly editing: Editing; readonly party: ExternalParty }) {
  const w = useWords(catalogueWords).letter
  const text = useText()
  const agreements = useQuery(reading(listAgreements))
  const offered = (agreements.data?.items ?? []).flatMap(({ key, title }) => (key === null ? [] : [{ value: key, label: text(title) }]))
  const known = party.agreement === '' || offered.some(({ value }) => value === party.agreement)
  return (
    <>
      <TextPair editing={editing} path="externalParty.name" label={w.partyName} />
      <Field label={w.agreement} name="externalParty.agreement" error={editing.fault('externalParty.agreement')}>
        <Select
          value={party.agreement}
          placeholder={w.agreementNone}
          onChange={(agreement) => editing.change('externalParty.agreement', agreement)}
          options={[...offered, ...(known ? [] : [{ value: party.agreement, label: party.agreement }])]}
        />
      </Field>
      <h4>{w.chase}</h4>
      <ListEditor<number>
        editing={editing}
        path="externalParty.chaseAfterWorkingDays"
        what={w.chaseDay}
        titleOf={(days) => w.chaseAfter(days)}
        fresh={() => (party.chaseAfterWorkingDays.at(-1) ?? 0) + 5}
      >
        {(days, path) => (
          <Field label={w.chaseWorkingDays} name={`${path}.days`} error={editing.fault(path)}>
            <Amount value={days} onChange={(next) => editing.change(path, next ?? 0)} />
          </Field>
        )}
      </ListEditor>
    </>
  )
}
