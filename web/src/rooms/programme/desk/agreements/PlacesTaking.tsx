import { useWords } from '../../../../platform/language/language.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Field, FieldGroup } from '../../../../ui/Field.tsx'
import type { FieldErrors } from '../../../../ui/Form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { BothLanguages } from '../BothLanguages.tsx'
import styles from '../desk.module.css'
import { noPlace, type TypedPlace } from './typed-agreement.ts'
import { agreementDeskWords } from './words/words.ts'

/** The hospitals, schools or offices that take part, one after the other. */
export function PlacesTaking({
  places,
  onChange,
  errors,
}: {
  readonly places: readonly TypedPlace[]
  readonly onChange: (places: readonly TypedPlace[]) => void
  readonly errors: FieldErrors
}) {
  const w = useWords(agreementDeskWords)
  const change = (at: number, part: Partial<TypedPlace>): void =>
    onChange(places.map((place, index) => (index === at ? { ...place, ...part } : place)))
  return (
    <FieldGroup label={w.places} name="terms.places">
      {places.map((place, at) => (
        // Places have no id of their own; they are only added at the end and taken out.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.item}>
          <BothLanguages
            label={w.placeName}
            name={`terms.places.${at}.name`}
            value={place.name}
            onChange={(name) => change(at, { name })}
            errors={errors}
          />
          <BothLanguages
            label={w.placeAddress}
            name={`terms.places.${at}.address`}
            value={place.address}
            onChange={(address) => change(at, { address })}
            errors={errors}
            optional
          />
          <Field label={w.placePhone} name={`terms.places.${at}.phone`} error={errors[`terms.places.${at}.phone`]} optional>
            <TextInput value={place.phone} onChange={(phone) => change(at, { phone })} maxLength={30} short />
          </Field>
          <Button kind="plain" onPress={() => onChange(places.filter((_, index) => index !== at))}>
            {w.removePlace(place.name['zh-CN'])}
          </Button>
        </div>
      ))}
      <Button kind="quiet" onPress={() => onChange([...places, noPlace])}>
        {w.addPlace}
      </Button>
    </FieldGroup>
  )
}
