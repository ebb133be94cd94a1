import { fixedNumbers, type NumberGroup, type NumberUnit } from '@ronghe/contract/programme/numbers.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import styles from './numbers.module.css'
import { numbersWords } from './words/numbers/words.ts'

interface Fixed {
  readonly value: number
  readonly unit: NumberUnit
  readonly law?: Text
}

/** Numbers of the group that no street may change, with the law where there is one. */
export function FixedNumbers({ group }: { readonly group: NumberGroup }) {
  const w = useWords(numbersWords)
  const text = useText()
  if (!(group in fixedNumbers)) return null
  const fixed: Readonly<Record<string, Fixed>> = fixedNumbers[group as keyof typeof fixedNumbers]
  const names: Readonly<Record<string, readonly [string, string]>> = w.fixedNames[group as keyof typeof fixedNumbers]
  return (
    <Card title={w.fixed} className={styles.fixed}>
      <p className="muted">{w.fixedLead}</p>
      <CardList>
        {Object.entries(fixed).map(([name, { value, unit, law }]) => (
          <CardItem
            key={name}
            title={names[name]![0]}
            second={law ? `${names[name]![1]} ${text(law)}` : names[name]![1]}
            end={value === 0 ? w.atOnce : w.units[unit](value)}
          />
        ))}
      </CardList>
    </Card>
  )
}
