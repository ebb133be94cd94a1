import { findPeople } from '@ronghe/contract/people/desk.ts'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field, fieldId } from '../../../../ui/Field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import styles from './paper.module.css'
import { RegisterPerson } from './RegisterPerson.tsx'
import { paperWords } from './words/words.ts'

/** The person at the window, found by name or number; covered until chosen. */
export function FindPerson({ onChoose }: { readonly onChoose: (personId: string) => void }) {
  const w = useWords(paperWords)
  const text = useText()
  const mayRegister = usePermission('people.register')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [registering, setRegistering] = useState(false)
  const digits = asked.replace(/\D/g, '')
  const read = useQuery({
    ...reading(findPeople, { query: digits.length === 11 ? { phone: digits } : { name: asked } }),
    enabled: asked !== '',
  })
  const people = useRef<HTMLUListElement>(null)
  useEffect(() => document.getElementById(fieldId('person'))?.focus(), [registering])
  const foundIds = read.data?.items.map(({ id }) => id).join()
  useEffect(() => {
    // Typed, Enter, Enter: the first one found has the focus.
    if (foundIds) people.current?.querySelector('button')?.focus()
  }, [foundIds])
  const find = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(typed.trim())
  }
  if (registering) return <RegisterPerson typed={typed} onDone={onChoose} onBack={() => setRegistering(false)} />
  const registerButton = mayRegister && (
    <Button kind="quiet" onPress={() => setRegistering(true)}>
      {w.register}
    </Button>
  )
  return (
    <form onSubmit={find} role="search" aria-label={w.personStep}>
      <Field label={w.find} name="person" hint={w.findHint}>
        <TextInput value={typed} onChange={setTyped} maxLength={60} />
      </Field>
      {asked === '' ? (
        registerButton
      ) : (
        <Shown read={read}>
          {({ items, more }) =>
            items.length === 0 ? (
              <EmptyState title={w.foundNone} next={registerButton}>
                {w.foundNoneNext}
              </EmptyState>
            ) : (
              <div role="status">
                <p>{w.found(items.length)}</p>
                <ul ref={people} className={styles.people}>
                  {items.map((person) => (
                    <li key={person.id}>
                      <button type="button" className={styles.person} onClick={() => onChoose(person.id)}>
                        <strong>{person.name}</strong>
                        <span>{person.phone ?? ''}</span>
                        <span className="muted">{person.community ? text(person.community) : ''}</span>
                        <span className="unseen">{w.choose(person.name)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
                {more && <p className="muted">{w.foundMore}</p>}
                {registerButton}
              </div>
            )
          }
        </Shown>
      )}
    </form>
  )
}
