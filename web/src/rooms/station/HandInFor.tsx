import { listProxies } from '@ronghe/contract/people/proxies.ts'
import { listServices } from '@ronghe/contract/station/services.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { reading } from '../../platform/queries.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/inputs.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { uiWords } from '../../ui/words/words.ts'
import { filingWords } from './words/filing/words.ts'

/** For an employer or a landlord who was let hand papers in: for whom, for which matter, and what they will not get to see (08, People). */
export function HandInFor() {
  const w = useWords(filingWords)
  return (
    <>
      <PageHeader title={w.handInTitle} lead={w.handInLead} back={{ to: '/me/helpers' }} />
      <Shown read={useQuery(reading(listProxies))}>
        {({ held }) => {
          const people = held.filter(({ scope }) => scope === 'handIn')
          if (people.length === 0) return <EmptyState title={w.handInNone}>{w.handInNoneText}</EmptyState>
          return <ForWhichMatter people={people} />
        }}
      </Shown>
    </>
  )
}

interface MayHandInFor {
  readonly personId: string
  readonly name: string
  readonly endsOn: string | null
}

function ForWhichMatter({ people }: { readonly people: readonly MayHandInFor[] }) {
  const w = useWords(filingWords)
  const ui = useWords(uiWords)
  const text = useText()
  const format = useFormat()
  const [chosen, setChosen] = useState(people.length === 1 ? people[0]!.personId : undefined)
  const [service, setService] = useState('')
  const services = useKept(reading(listServices, { query: { limit: 100 } }))
  return (
    <Card>
      <Choice
        label={w.handInWho}
        name="forPerson"
        value={chosen}
        onChange={setChosen}
        options={people.map(({ personId, name, endsOn }) => ({
          value: personId,
          label: name,
          ...(endsOn && { hint: w.handInUntil(format.day(endsOn)) }),
        }))}
      />
      <Shown read={services}>
        {({ items }) => (
          <Field label={w.handInMatter} name="service">
            <Select
              value={service}
              onChange={setService}
              placeholder={ui.chooseOne}
              // A guide has no papers to hand in: only what is answered within days is filed here.
              options={items
                .filter(({ promisedWorkingDays, notOffered }) => promisedWorkingDays !== null && !notOffered)
                .map(({ key, name }) => ({ value: key, label: text(name) }))}
            />
          </Field>
        )}
      </Shown>
      <Notice tone="why">{w.handInSees}</Notice>
      {chosen !== undefined && service !== '' ? (
        <LinkButton wide to="/services/$key/form/$page" params={{ key: service, page: 'go-on' }} search={{ for: chosen }}>
          {w.handInStart}
        </LinkButton>
      ) : (
        <p className="muted">{w.handInFirst}</p>
      )}
    </Card>
  )
}
