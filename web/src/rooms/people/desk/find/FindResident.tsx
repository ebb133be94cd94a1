import { findPeople, type openPerson } from '@ronghe/contract/people/desk.ts'
import type { QueryOf } from '@ronghe/contract/operation.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../../api.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { usePermission } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import styles from '../people-desk.module.css'
import { findWords } from './words/words.ts'

export type Purpose = QueryOf<typeof openPerson>['purpose']
const purposes: readonly Purpose[] = ['desk', 'case', 'appointment']

/** Why first, then who. The search shows covered names; opening one is a look of its own. Searches are not kept or repeated. */
export function FindResident() {
  const w = useWords(findWords)
  const text = useText()
  const navigate = useNavigate()
  const mayRegister = usePermission('people.register')
  const [purpose, setPurpose] = useState<Purpose>()
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const search = useMutation({
    mutationFn: (asked: string) => {
      const digits = asked.replace(/\D/g, '')
      return call(findPeople, { query: digits.length === 11 ? { phone: digits } : { name: asked } })
    },
  })
  const find = (): void => {
    setMissing(purpose === undefined)
    if (purpose !== undefined) search.mutate(typed.trim())
  }
  const open = (personId: string): void =>
    void navigate({ to: '/people/$personId' as string, params: { personId } as never, search: { purpose } as never })
  const register = mayRegister && (
    <LinkButton kind="quiet" to="/people/register">
      {w.register}
    </LinkButton>
  )
  return (
    <div className={styles.page}>
      <PageHeader title={w.title} lead={w.lead} beside={register} />
      <Card>
        <Form
          onSubmit={find}
          busy={search.isPending}
          errors={missing && purpose === undefined ? { purpose: w.searchWhyMissing } : {}}
          error={search.error}
          label={w.findDo}
        >
          <Choice<Purpose>
            label={w.why}
            name="purpose"
            value={purpose}
            onChange={setPurpose}
            options={purposes.map((value) => ({ value, label: w.purposes[value] }))}
          />
          <Field label={w.find} name="find" hint={w.findHint}>
            <TextInput value={typed} onChange={setTyped} maxLength={60} type="search" />
          </Field>
          <ButtonRow>
            <Button type="submit" icon="search" busy={search.isPending}>
              {w.findDo}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
      {search.data &&
        (search.data.items.length === 0 ? (
          <EmptyState title={w.none} next={register}>
            {w.noneNext}
          </EmptyState>
        ) : (
          <section role="status">
            <p>{w.foundCount(search.data.items.length)}</p>
            <ul className={styles.list}>
              {search.data.items.map((person) => (
                <li key={person.id}>
                  <button type="button" className={styles.found} onClick={() => open(person.id)}>
                    <strong>{person.name}</strong>
                    <span>{person.phone ?? w.noPhone}</span>
                    <span className="muted">{person.community ? text(person.community) : ''}</span>
                    <span className="small">{w.open}</span>
                  </button>
                </li>
              ))}
            </ul>
            {search.data.more && <p className="muted">{w.foundMore}</p>}
          </section>
        ))}
    </div>
  )
}
