import { confirmMember, inviteToHousehold, joinHousehold, leaveHousehold, readHousehold } from '@ronghe/contract/people/households.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { LargeCode } from '../Actions.tsx'
import { neighbourWords } from '../words/neighbours/words.ts'

const refreshes = [readHousehold]

export function Household() {
  const w = useWords(neighbourWords)
  return (
    <>
      <PageHeader title={w.householdTitle} lead={w.householdLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(readHousehold))}>
        {({ household }) => (
          <>
            {household ? <Members household={household} /> : <EmptyState title={w.householdNone}>{w.householdNoneText}</EmptyState>}
            <Invite />
            {household === null && <Join />}
          </>
        )}
      </Shown>
    </>
  )
}

function Members({ household }: { readonly household: NonNullable<ReplyOf<typeof readHousehold>['household']> }) {
  const w = useWords(neighbourWords)
  const [leaving, setLeaving] = useState(false)
  const confirm = useDeed(confirmMember, { refreshes })
  const leave = useDeed(leaveHousehold, { refreshes, onDone: () => toast(w.householdLeft) })
  return (
    <Card>
      <CardList>
        {household.members.map((member) => (
          <CardItem
            key={member.personId}
            title={member.me ? w.householdMe(member.name) : member.name}
            end={
              member.confirmed ? (
                <Tag>{w.householdConfirmed}</Tag>
              ) : member.may.includes(confirmMember.id) ? (
                <Button kind="quiet" onPress={() => confirm.mutate({ params: { personId: member.personId } })}>
                  {w.householdConfirm} <span className="unseen">{member.name}</span>
                </Button>
              ) : (
                <Tag tone="attention">{w.householdWaiting}</Tag>
              )
            }
          />
        ))}
      </CardList>
      {confirm.error && <RefusalLine error={confirm.error} />}
      <Button kind="plain" onPress={() => setLeaving(true)}>
        {w.householdLeave}
      </Button>
      <Dialog title={w.householdLeave} open={leaving} onClose={() => setLeaving(false)}>
        <p>{w.householdLeaveSure}</p>
        {leave.error && <RefusalLine error={leave.error} />}
        <ButtonRow>
          <Button kind="quiet" onPress={() => setLeaving(false)}>
            {w.cancel}
          </Button>
          <Button kind="careful" busy={leave.isPending} onPress={() => leave.mutate({})}>
            {w.householdLeave}
          </Button>
        </ButtonRow>
      </Dialog>
    </Card>
  )
}

function Invite() {
  const w = useWords(neighbourWords)
  const format = useFormat()
  const deed = useDeed(inviteToHousehold, { refreshes })
  return (
    <Card>
      {deed.data && (
        <div role="status">
          <p>{w.householdCode}</p>
          <LargeCode code={deed.data.code} />
          <p className="muted small">{w.householdCodeUntil(format.moment(deed.data.until))}</p>
        </div>
      )}
      {deed.error && <RefusalLine error={deed.error} />}
      {!deed.data && (
        <Button kind="quiet" wide busy={deed.isPending} onPress={() => deed.mutate({})}>
          {w.householdInvite}
        </Button>
      )}
    </Card>
  )
}

function Join() {
  const w = useWords(neighbourWords)
  const [code, setCode] = useState('')
  const deed = useDeed(joinHousehold, { refreshes, onDone: () => toast(w.householdJoined) })
  return (
    <Card title={w.householdJoin}>
      <Form onSubmit={() => deed.mutate({ body: { code } })} busy={deed.isPending} error={deed.error} label={w.householdJoin}>
        <Field label={w.householdJoinCode} name="code" error={fieldErrorsOf(deed.error)['code']}>
          <TextInput value={code} onChange={setCode} maxLength={20} />
        </Field>
        <Button type="submit" kind="quiet" wide busy={deed.isPending}>
          {w.householdJoinDo}
        </Button>
      </Form>
    </Card>
  )
}
