import { answerAsk, listMyAsks, type MyWindowAsk } from '@ronghe/contract/branch/model-window.ts'
import { listModelShifts, takeModelShift } from '@ronghe/contract/station/counter-plan.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { MemberLinks } from './BranchLinks.tsx'
import { useOccasionLines } from './occasion-lines.ts'
import { lifeWords } from './words/words.ts'

/**
 * What the branch asks the member for. Agreeing takes the shift at the station by the very operation that any resident uses from the window's
 * list, so what arrives there is a person and a shift.
 */
export function MyWindow() {
  const w = useWords(lifeWords)
  return (
    <>
      <PageHeader title={w.toWindow} lead={w.myWindowLead} back={{ to: '/branch/my' }} />
      <Shown read={useQuery(reading(listMyAsks))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.myWindowNone} next={<LinkButton to="/model-window">{w.toShifts}</LinkButton>}>
              {w.myWindowNoneText}
            </EmptyState>
          ) : (
            items.map((one) => <OneAsk key={one.id} one={one} />)
          )
        }
      </Shown>
      <MemberLinks here="window" />
    </>
  )
}

function OneAsk({ one }: { readonly one: MyWindowAsk }) {
  const w = useWords(lifeWords)
  const lines = useOccasionLines()
  const shift = useQuery(reading(listModelShifts)).data?.items.find(({ id }) => id === one.shiftId)
  const answer = useDeed(answerAsk, {
    refreshes: [listMyAsks],
    onDone: ({ state }) => toast(state === 'agreed' ? w.agreedToast : w.declinedToast),
  })
  const take = useDeed(takeModelShift, {
    refreshes: [listModelShifts],
    onDone: () => answer.mutate({ params: { askId: one.id }, body: { answer: 'agreed' } }),
  })
  const busy = take.isPending || answer.isPending
  const error = take.error ?? answer.error
  const others = shift?.taken === true && !shift.mine
  return (
    <Card title={lines.when(one)}>
      <p>
        <Tag tone={one.state === 'asked' ? 'attention' : one.state === 'agreed' ? 'going' : 'quiet'}>{w.askStates[one.state]}</Tag>{' '}
        {others && <span className="muted">{w.takenByOther}</span>}
      </p>
      {error && <RefusalLine error={error} />}
      <ButtonRow>
        {one.may.includes('agree') && !others && (
          <Button busy={busy} onPress={() => take.mutate({ params: { shiftId: one.shiftId } })}>
            {w.agree}
          </Button>
        )}
        {one.may.includes('decline') && one.state === 'asked' && (
          <Button kind="quiet" busy={busy} onPress={() => answer.mutate({ params: { askId: one.id }, body: { answer: 'declined' } })}>
            {w.decline}
          </Button>
        )}
        {one.state === 'agreed' && (
          <LinkButton kind="quiet" to="/model-window">
            {w.toShifts}
          </LinkButton>
        )}
      </ButtonRow>
    </Card>
  )
}
