import { chooseGroup, type MyData, readMyData } from '@ronghe/contract/people/my-data.ts'
import type { Group } from '@ronghe/contract/values.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useNumbers } from '../../../platform/numbers.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../people.module.css'
import { meWords } from '../words/me/words.ts'

export function GroupChoice() {
  const w = useWords(meWords)
  return (
    <>
      <PageHeader title={w.groupTitle} lead={w.groupLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(readMyData))}>{({ group }) => <ChooseGroup group={group} />}</Shown>
    </>
  )
}

function ChooseGroup({ group }: { readonly group: MyData['group'] }) {
  const w = useWords(meWords)
  const numbers = useNumbers()
  const text = useText()
  const format = useFormat()
  const { groupNames } = useSession()
  const [now] = useState(() => Date.now())
  const [choice, setChoice] = useState<Group | undefined>(group.choice ?? undefined)
  const deed = useDeed(chooseGroup, { refreshes: [readMyData], onDone: () => toast(w.groupSaved) })
  const tooSoon = group.mayChangeFrom !== null && Date.parse(group.mayChangeFrom) > now
  return (
    <Form onSubmit={() => choice && deed.mutate({ body: { choice } })} busy={deed.isPending} error={deed.error} label={w.groupTitle}>
      <Choice
        label={w.groupQuestion}
        name="choice"
        value={choice}
        onChange={setChoice}
        options={[
          { value: 'newcomer', label: text(groupNames.newcomer), hint: w.groupNewcomerHint },
          { value: 'local', label: text(groupNames.local), hint: w.groupLocalHint },
          { value: 'unstated', label: w.groupUnstated, hint: w.groupUnstatedHint },
        ]}
      />
      {group.since && <p className={`muted ${styles.note}`}>{w.groupSince(format.day(group.since))}</p>}
      {tooSoon ? (
        <Notice tone="why">{w.groupNotYet(numbers.residence.groupChangeMonths, format.day(group.mayChangeFrom!))}</Notice>
      ) : (
        <Button type="submit" wide busy={deed.isPending}>
          {w.groupSave}
        </Button>
      )}
      <Notice>
        <p>{w.groupUse}</p>
        <p>{w.groupLater}</p>
      </Notice>
    </Form>
  )
}
