import { findPeople } from '@ronghe/contract/people/desk.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { CardItem, CardList } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { findWords } from './find-words.ts'

export interface Found {
  readonly id: string
  readonly name: string
}

/** Somebody who came with a paper, found by name or number; every search is a look of its own and not kept. */
export function FindPerson({ onChoose }: { readonly onChoose: (person: Found) => void }) {
  const w = useWords(findWords)
  const text = useText()
  const [typed, setTyped] = useState('')
  const search = useMutation({
    mutationFn: (asked: string) => {
      const digits = asked.replace(/\D/g, '')
      return call(findPeople, { query: digits.length === 11 ? { phone: digits } : { name: asked } })
    },
  })
  return (
    <>
      <Form
        label={w.findDo}
        busy={search.isPending}
        error={search.error}
        onSubmit={() => typed.trim() !== '' && search.mutate(typed.trim())}
      >
        <Field label={w.find} name="find">
          <TextInput value={typed} onChange={setTyped} type="search" maxLength={60} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="quiet" icon="search" busy={search.isPending}>
            {w.findDo}
          </Button>
        </ButtonRow>
      </Form>
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
                  second={[person.phone ?? '', person.community && text(person.community)].filter(Boolean).join(' · ')}
                  end={
                    <Button
                      kind="quiet"
                      onPress={() => {
                        onChoose({ id: person.id, name: person.name })
                        search.reset()
                      }}
                    >
                      {w.choose(person.name)}
                    </Button>
                  }
                />
              ))}
            </CardList>
          ))}
      </div>
    </>
  )
}
