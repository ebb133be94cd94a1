import { numbers, type NumberGroup, type NumberRule, standardsOf } from '@ronghe/contract/programme/numbers.ts'
import { readSettings, type Setting } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Card } from '../../../../ui/Card.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import styles from '../desk.module.css'
import { FixedNumbers } from './FixedNumbers.tsx'
import { numberCards } from './number-cards.ts'
import { NumberField } from './NumberField.tsx'
import { SaveRow } from './SaveRow.tsx'
import { SettingForm, useSetting } from './use-setting.tsx'
import { numbersWords } from './words/numbers/words.ts'
import { settingsWords } from './words/words.ts'

/** One group of the street's numbers, and below it those that nobody may change. */
export const NumbersPart = ({ group }: { readonly group: NumberGroup }) => (
  <>
    <SettingForm setting={group}>{(value) => <NumbersForm key={JSON.stringify(value)} group={group} value={value} />}</SettingForm>
    <FixedNumbers group={group} />
  </>
)

type Typed = Readonly<Record<string, number | null>>

/** The server says what is wrong with a number, at its field: a blank, a zero, a fraction, beyond the limits or the law. */
function NumbersForm({ group, value }: { readonly group: NumberGroup; readonly value: Typed }) {
  const w = useWords(numbersWords)
  const { keys } = useWords(settingsWords)
  const format = useFormat()
  const [typed, setTyped] = useState(value)
  const setting = useSetting(group, value as Setting<NumberGroup>)
  const changes = useQuery(reading(readSettings)).data?.numberChanges.filter((change) => change.group === group)
  const words: Readonly<Record<string, readonly [string, string]>> = w.names[group]
  const errors = fieldErrorsOf(setting.error)
  // In the list above the form a sentence alone would not say which of many numbers it means.
  const listed = Object.fromEntries(
    Object.entries(errors).map(([path, sentence]) => [path, w.fault(words[path.replace('value.', '')]?.[0] ?? '', sentence)]),
  )
  const rules: Readonly<Record<string, NumberRule>> = numbers[group]
  const chapters = [...new Set(Object.values(rules).map(({ chapter }) => chapter))]
  const standards: Readonly<Record<string, number>> = standardsOf(group)
  return (
    // Blanks travel as they are: the sentence that refuses them is the server's.
    <Form
      onSubmit={() => setting.save(typed as Setting<NumberGroup>)}
      busy={setting.isPending}
      errors={listed}
      error={setting.error}
      label={keys[group]}
    >
      <p className="muted">
        {w.leads[group]} <span className="extra">{w.source(format.list(chapters.map((chapter) => w.chapters[chapter])))}</span>
      </p>
      {numberCards[group].map(({ card, names }) => (
        <Card key={card} title={w.cards[card]}>
          <div className={styles.pair}>
            {(names as readonly string[]).map((name) => (
              <NumberField
                key={name}
                name={name}
                label={words[name]![0]}
                why={words[name]![1]}
                rule={rules[name]!}
                value={typed[name] ?? null}
                changed={value[name] === standards[name] ? undefined : changes?.find((change) => change.name === name)}
                error={errors[`value.${name}`]}
                onChange={(next) => setTyped((now) => ({ ...now, [name]: next }))}
              />
            ))}
          </div>
        </Card>
      ))}
      <SaveRow busy={setting.isPending} />
    </Form>
  )
}
