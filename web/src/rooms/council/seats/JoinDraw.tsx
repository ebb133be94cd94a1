import { chooseForDraw, listMyDraws, type MyDraw } from '@ronghe/contract/council/draws.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice, Tick } from '../../../ui/Choice.tsx'
import { Form } from '../../../ui/Form.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { seatWords } from './words/words.ts'

interface Consent {
  readonly version: string
  readonly title: Text
  readonly text: Text
  readonly given: boolean
}

/** Whether I am in the pool, what is missing, and what I may say for this draw alone. Nothing is ticked beforehand. */
export function JoinDraw({ own, consent }: { readonly own: MyDraw; readonly consent: Consent }) {
  const w = useWords(seatWords)
  const text = useText()
  const [bench, setBench] = useState<Bench | null>(own.bench)
  const [age, setAge] = useState<NonNullable<MyDraw['ageBand']> | 'none'>(own.ageBand ?? 'none')
  const [agrees, setAgrees] = useState(false)
  const deed = useDeed(chooseForDraw, { refreshes: [listMyDraws], onDone: () => toast(w.joinSaved) })
  const save = (staysOut: boolean): void =>
    deed.mutate({
      params: { drawId: own.draw.id },
      body: {
        bench: own.group === 'newcomer' || own.group === 'local' ? null : bench,
        ageBand: age === 'none' ? null : age,
        staysOut,
        consentVersion: agrees && !consent.given ? consent.version : null,
      },
    })
  const missing = own.missing.filter((reason) => reason !== 'out')
  const isIn = own.missing.length === 0
  const mayState = !missing.includes('seated') && !missing.includes('noSeats')
  return (
    <Card title={isIn ? w.joinIn : w.join}>
      {isIn && own.bench && <p>{w.joinInText(w.benches[own.bench])}</p>}
      {own.missing.length > 0 && (
        <ul>
          {own.missing.map((reason) => (
            <li key={reason}>{w.joinMissing[reason]}</li>
          ))}
        </ul>
      )}
      {mayState && (
        <Form onSubmit={() => save(false)} busy={deed.isPending} error={deed.error} label={w.join}>
          {own.group !== 'newcomer' && own.group !== 'local' && (
            <Choice
              label={w.joinBench}
              hint={w.joinBenchHint}
              value={bench ?? undefined}
              onChange={setBench}
              options={[
                { value: 'newcomers', label: w.benches.newcomers },
                { value: 'locals', label: w.benches.locals },
              ]}
            />
          )}
          {own.asksAge && (
            <Choice
              label={w.joinAge}
              hint={w.joinAgeHint}
              value={age}
              onChange={setAge}
              options={[
                ...(['18-34', '35-59', '60+'] as const).map((value) => ({ value, label: w.features[value]! })),
                { value: 'none' as const, label: w.joinAgeNone },
              ]}
            />
          )}
          {!consent.given && (
            <Tick checked={agrees} onChange={setAgrees} label={w.joinConsent(text(consent.title))} hint={text(consent.text)} />
          )}
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.joinSave}
            </Button>
            {isIn && (
              <Button kind="quiet" onPress={() => save(true)}>
                {w.joinOut}
              </Button>
            )}
          </ButtonRow>
        </Form>
      )}
    </Card>
  )
}
