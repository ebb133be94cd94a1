import { confirmHours, listMyHours, listToConfirm } from '@ronghe/contract/volunteers/hours.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useSpan } from '../span.ts'
import { hoursWords } from './words/words.ts'

/** The second person's page: one card for each who waits. */
export function ConfirmHours() {
  const w = useWords(hoursWords)
  return (
    <>
      <PageHeader title={w.confirmTitle} lead={w.confirmLead} back={{ to: '/volunteers/hours', label: w.back }} />
      <Shown read={useQuery(reading(listToConfirm))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.confirmEmpty}>{w.confirmEmptyText}</EmptyState>
          ) : (
            items.map((one) => <Asked key={one.id} one={one} />)
          )
        }
      </Shown>
      <p className="muted small">{w.confirmRule}</p>
    </>
  )
}

function Asked({ one }: { readonly one: ReplyOf<typeof listToConfirm>['items'][number] }) {
  const w = useWords(hoursWords)
  const text = useText()
  const format = useFormat()
  const span = useSpan()
  const confirm = useDeed(confirmHours, { refreshes: [listToConfirm, listMyHours] })
  const say = (right: boolean): void =>
    confirm.mutate({ params: { entryId: one.id }, body: { right } }, { onSuccess: () => toast(right ? w.confirmedToast : w.declinedToast) })
  return (
    <Card title={one.name}>
      <p>
        {text(one.shift.title)} · {text(one.shift.place)}
      </p>
      <p>
        <strong>{span({ startsAt: one.from, endsAt: one.until })}</strong>
      </p>
      <p className="muted">{w.confirmBy(format.day(one.confirmBy))}</p>
      {confirm.error && <RefusalLine error={confirm.error} />}
      <ButtonRow>
        <Button busy={confirm.isPending} onPress={() => say(true)}>
          {w.right}
          <span className="unseen">：{w.rightLabel(one.name)}</span>
        </Button>
        <Button kind="quiet" busy={confirm.isPending} onPress={() => say(false)}>
          {w.wrong}
          <span className="unseen">：{w.wrongLabel(one.name)}</span>
        </Button>
      </ButtonRow>
    </Card>
  )
}
