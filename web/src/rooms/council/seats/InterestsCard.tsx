import { declareInterest, endInterest, readMyInterests } from '@ronghe/contract/council/interests.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { seatWords } from './words/words.ts'

type Interests = ReplyOf<typeof readMyInterests>

/** My register of interests: what the posts say by themselves, and what only I can say. */
export function InterestsCard() {
  const w = useWords(seatWords)
  const read = useQuery(reading(readMyInterests))
  return (
    <Card title={w.interests}>
      <p className="muted small">{w.interestsLead}</p>
      <Shown read={read}>
        {(interests) => (
          <>
            <Entries interests={interests} />
            <AddInterest organs={interests.organs} />
          </>
        )}
      </Shown>
    </Card>
  )
}

function Entries({ interests: { declared, fromPosts } }: { readonly interests: Interests }) {
  const w = useWords(seatWords)
  const text = useText()
  const format = useFormat()
  const deed = useDeed(endInterest, { refreshes: [readMyInterests], onDone: () => toast(w.interestEnded) })
  return (
    <>
      {fromPosts.length > 0 && (
        <>
          <h3>{w.interestsFromPosts}</h3>
          <CardList>
            {fromPosts.map(({ organ, post }) => (
              <CardItem key={`${organ.id} ${text(post)}`} title={text(organ.name)} second={text(post)} />
            ))}
          </CardList>
        </>
      )}
      <h3>{w.interestsDeclared}</h3>
      {declared.length === 0 && <p className="muted">{w.interestsNone}</p>}
      {deed.error && <RefusalLine error={deed.error} />}
      <CardList>
        {declared.map((entry) => (
          <CardItem
            key={entry.id}
            title={entry.organ ? text(entry.organ.name) : entry.party}
            second={`${w.interestKinds[entry.kind]} · ${w.since(format.wholeDay(entry.since))}`}
            end={
              <Button kind="plain" onPress={() => deed.mutate({ params: { declarationId: entry.id } })}>
                {w.interestEnd}
              </Button>
            }
          />
        ))}
      </CardList>
    </>
  )
}

const otherParty = 'other'

function AddInterest({ organs }: { readonly organs: Interests['organs'] }) {
  const w = useWords(seatWords)
  const text = useText()
  const [kind, setKind] = useState<Interests['declared'][number]['kind']>('paidBy')
  const [organ, setOrgan] = useState('')
  const [party, setParty] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(declareInterest, {
    refreshes: [readMyInterests],
    onDone: () => {
      toast(w.interestAdded)
      setOrgan('')
      setParty('')
    },
  })
  const isOther = organ === otherParty
  const add = (): void => {
    const found: FieldErrors =
      organ === '' ? { organId: w.interestMissing } : isOther && party.trim() === '' ? { party: w.interestMissing } : {}
    setFaults(found)
    if (Object.keys(found).length > 0) return
    deed.mutate({ body: { kind, organId: isOther ? null : organ, party: isOther ? party.trim() : null } })
  }
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  return (
    <Form label={w.interestAdd} busy={deed.isPending} errors={faults} error={deed.error} onSubmit={add}>
      <Choice
        label={w.interestKind}
        value={kind}
        onChange={setKind}
        options={(['paidBy', 'landlord', 'other'] as const).map((value) => ({ value, label: w.interestKinds[value] }))}
      />
      <Field label={w.interestWho} name="organId" error={errors['organId']}>
        <Select
          value={organ}
          onChange={setOrgan}
          options={[...organs.map(({ id, name }) => ({ value: id, label: text(name) })), { value: otherParty, label: w.interestOther }]}
        />
      </Field>
      {isOther && (
        <Field label={w.interestParty} name="party" error={errors['party']}>
          <TextInput value={party} onChange={setParty} maxLength={100} />
        </Field>
      )}
      <ButtonRow>
        <Button type="submit" kind="quiet" busy={deed.isPending}>
          {w.interestAdd}
        </Button>
      </ButtonRow>
    </Form>
  )
}
