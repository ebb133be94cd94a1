import { handOutPaper } from '@ronghe/contract/council/allocation-ballots.ts'
import { listRounds } from '@ronghe/contract/council/allocation.ts'
import { findPeople } from '@ronghe/contract/people/desk.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../../api.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { allocationDeskWords } from './words/words.ts'

/** At the window: who takes paper is noted, so that nobody votes twice; what is on it is not. */
export function HandOut() {
  const w = useWords(allocationDeskWords)
  const read = useQuery(reading(listRounds))
  return (
    <>
      <PageHeader title={w.handOutTitle} lead={w.handOutLead} back={{ to: '/council/allocation', label: w.title }} />
      <Shown read={read}>
        {({ items }) => {
          const voting = items.filter(({ state }) => state === 'voting')
          return voting.length === 0 ? <EmptyState title={w.handOutNone} /> : <Giving rounds={voting} />
        }}
      </Shown>
    </>
  )
}

function Giving({
  rounds,
}: {
  readonly rounds: readonly { readonly id: string; readonly title: Parameters<ReturnType<typeof useText>>[0] }[]
}) {
  const w = useWords(allocationDeskWords)
  const text = useText()
  const format = useFormat()
  const [roundId, setRoundId] = useState(rounds[0]!.id)
  const [typed, setTyped] = useState('')
  // Not kept or repeated: every search is a look of its own.
  const search = useMutation({
    mutationFn: (asked: string) => {
      const digits = asked.replace(/\D/g, '')
      return call(findPeople, { query: digits.length === 11 ? { phone: digits } : { name: asked } })
    },
  })
  const give = useDeed(handOutPaper, { onDone: ({ handedOut }) => toast(w.given(format.count(handedOut))) })
  return (
    <Card>
      <Form
        onSubmit={() => typed.trim() !== '' && search.mutate(typed.trim())}
        busy={search.isPending}
        error={search.error}
        label={w.findDo}
      >
        {rounds.length > 1 && (
          <Field label={w.handOutRound} name="round">
            <Select value={roundId} onChange={setRoundId} options={rounds.map(({ id, title }) => ({ value: id, label: text(title) }))} />
          </Field>
        )}
        <Field label={w.find} name="find">
          <TextInput value={typed} onChange={setTyped} type="search" maxLength={60} />
        </Field>
        <ButtonRow>
          <Button type="submit" icon="search" busy={search.isPending}>
            {w.findDo}
          </Button>
        </ButtonRow>
      </Form>
      {give.error && <RefusalLine error={give.error} />}
      <div role="status">
        {search.data &&
          (search.data.items.length === 0 ? (
            <p>{w.foundNone}</p>
          ) : (
            <CardList>
              {search.data.items.map((person) => (
                <CardItem
                  key={person.id}
                  title={person.name}
                  second={[person.phone ?? w.noPhone, person.community && text(person.community)].filter(Boolean).join(' · ')}
                  end={
                    <Button
                      kind="quiet"
                      busy={give.isPending}
                      onPress={() => give.mutate({ params: { roundId }, body: { personId: person.id } })}
                    >
                      {w.give}
                    </Button>
                  }
                />
              ))}
            </CardList>
          ))}
      </div>
    </Card>
  )
}
