import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { isRecord } from '@ronghe/forms'
import { useKept } from '../../platform/offline/kept.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { reading } from '../../platform/queries.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Field, FieldGroup, type FieldProps } from '../../ui/Field.tsx'
import { Select, TextInput } from '../../ui/inputs.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { answerWords } from './words/answer/words.ts'

/** Community, lane and, where the matter needs it, the door: `{ community, lane?, detail? }`. */
export function AddressInput({
  asked,
  path,
  hideLabel,
  coarse,
  value,
  onChange,
  errors,
}: {
  readonly asked: FieldProps
  readonly path: string
  readonly hideLabel: boolean
  readonly coarse: boolean
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly errors: Readonly<Record<string, string>>
}) {
  const w = useWords(answerWords)
  const text = useText()
  const places = useKept(reading(listPlaces))
  const given = isRecord(value) ? (value as { readonly community?: string; readonly lane?: string; readonly detail?: string }) : {}
  const change = (part: 'community' | 'lane' | 'detail', next: string): void => {
    const merged: Record<string, string | undefined> = { ...given, [part]: next || undefined }
    if (part === 'community') delete merged.lane // a lane lies in one community
    onChange(Object.values(merged).some(Boolean) ? merged : undefined)
  }
  return (
    <FieldGroup {...asked} hideLabel={hideLabel}>
      <Shown read={places}>
        {({ communities }) => {
          const lanes = communities.find(({ id }) => id === given.community)?.lanes ?? []
          return (
            <>
              <Choice
                label={w.community}
                name={`${path}.community`}
                error={errors[`${path}.community`]}
                value={given.community}
                onChange={(next) => change('community', next)}
                options={communities.map(({ id, name }) => ({ value: id, label: text(name) }))}
              />
              {lanes.length > 0 && (
                <Field label={w.lane} name={`${path}.lane`} error={errors[`${path}.lane`]} optional>
                  <Select
                    value={given.lane ?? ''}
                    placeholder={w.laneUnknown}
                    onChange={(next) => change('lane', next)}
                    options={lanes.map(({ id, name }) => ({ value: id, label: text(name) }))}
                  />
                </Field>
              )}
              {!coarse && (
                <Field label={w.door} hint={w.doorHint} name={`${path}.detail`} error={errors[`${path}.detail`]} optional>
                  <TextInput
                    value={given.detail ?? ''}
                    onChange={(next) => change('detail', next)}
                    autoComplete="street-address"
                    maxLength={200}
                  />
                </Field>
              )}
            </>
          )
        }}
      </Shown>
    </FieldGroup>
  )
}
