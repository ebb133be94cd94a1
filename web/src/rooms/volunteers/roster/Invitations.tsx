import { answerInvitation, listMyInvitations, type RosterInvitation } from '@ronghe/contract/volunteers/rosters.ts'
import { listMyShifts, readShift } from '@ronghe/contract/volunteers/sign-ups.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { rosterWords } from './words/words.ts'

/** Shifts I am asked for: one tap each, and a no is as good as a yes. */
export function Invitations() {
  const w = useWords(rosterWords)
  const read = useQuery(reading(listMyInvitations))
  return (
    <>
      <PageHeader title={w.mine} lead={w.mineLead} back={{ to: '/volunteers' }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.noneMine} next={<LinkButton to="/volunteers">{w.toShifts}</LinkButton>}>
              {w.noneMineText}
            </EmptyState>
          ) : (
            items.map((invitation) => <One key={invitation.id} invitation={invitation} />)
          )
        }
      </Shown>
    </>
  )
}

function One({ invitation }: { readonly invitation: RosterInvitation }) {
  const w = useWords(rosterWords)
  const text = useText()
  const format = useFormat()
  const { shift } = invitation
  const whole = useQuery(reading(readShift, { params: { shiftId: shift.id } }))
  const briefing = whole.data?.activity.briefing
  const [briefed, setBriefed] = useState(false)
  const answer = useDeed(answerInvitation, {
    refreshes: [listMyInvitations, listMyShifts, readShift],
    onDone: ({ state }) => toast(state === 'accepted' ? w.accepted : w.declined),
  })
  const say = (what: 'accept' | 'decline') => answer.mutate({ params: { lineId: invitation.id }, body: { answer: what, briefed } })
  return (
    <Card title={`${text(shift.title)} · ${format.moment(shift.startsAt)}–${format.time(shift.endsAt)}`}>
      <p>{`${text(invitation.team)} · ${text(invitation.place)}`}</p>
      <Facts facts={[[w.askedBecause, format.list(invitation.because.map((one) => w.because[one]))]]} />
      {briefing && (
        <>
          <p>{text(briefing)}</p>
          <Tick label={w.briefed} checked={briefed} onChange={setBriefed} />
        </>
      )}
      <ButtonRow>
        <Button busy={answer.isPending} onPress={() => say('accept')}>
          {w.accept}
        </Button>
        <Button kind="quiet" busy={answer.isPending} onPress={() => say('decline')}>
          {w.decline}
        </Button>
      </ButtonRow>
      {answer.error && <RefusalLine error={answer.error} />}
    </Card>
  )
}
