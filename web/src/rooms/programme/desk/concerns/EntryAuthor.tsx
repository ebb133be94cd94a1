import { findPeople } from '@ronghe/contract/people/desk.ts'
import { useState } from 'react'
import { call } from '../../../../api.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { PhoneInput } from '../../../../ui/inputs.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { useMutation } from '@tanstack/react-query'
import styles from '../desk.module.css'
import type { Entry } from './entry.ts'
import { concernDeskWords } from './words/words.ts'

/** Under the author's account, or without a name and with a code. The search is recorded and shows covered names only. */
export function EntryAuthor({
  entry,
  set,
  error,
}: {
  readonly entry: Entry
  readonly set: (part: Partial<Entry>) => void
  readonly error: string | undefined
}) {
  const w = useWords(concernDeskWords)
  const [phone, setPhone] = useState('')
  const search = useMutation({ mutationFn: () => call(findPeople, { query: { phone } }) })
  return (
    <>
      <Choice<Entry['hasAccount']>
        label={w.person}
        name="person"
        error={error}
        value={entry.hasAccount}
        onChange={(hasAccount) => set({ hasAccount, personId: '', personName: '' })}
        options={[
          { value: 'no', label: w.personNo, hint: w.personNoHint },
          { value: 'yes', label: w.personYes, hint: w.personYesHint },
        ]}
      />
      {entry.hasAccount === 'yes' && entry.personId !== '' && <p role="status">{w.personChosen(entry.personName)}</p>}
      {entry.hasAccount === 'yes' && entry.personId === '' && (
        <>
          <div className={styles.inline}>
            <Field label={w.personFind} name="phone">
              <PhoneInput value={phone} onChange={setPhone} autoComplete="off" />
            </Field>
            <Button kind="quiet" icon="search" busy={search.isPending} onPress={() => search.mutate()}>
              {w.personFindDo}
            </Button>
          </div>
          {search.error && <RefusalLine error={search.error} />}
          {search.data?.items.length === 0 && <p role="status">{w.personNone}</p>}
          <ButtonRow>
            {(search.data?.items ?? []).map(({ id, name }) => (
              <Button key={id} kind="quiet" onPress={() => set({ personId: id, personName: name })}>
                {w.personChosen(name)}
              </Button>
            ))}
          </ButtonRow>
        </>
      )}
    </>
  )
}
