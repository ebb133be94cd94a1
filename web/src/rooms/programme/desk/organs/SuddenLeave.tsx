import { endAppointment } from '@ronghe/contract/programme/appointments.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { useBackToOrgan } from './back-to-organ.ts'
import { organReads } from './organ-reads.ts'
import { organDeskWords } from './words/words.ts'

/** When there is nobody left to hand anything over: the superior's queue, at once. */
export function SuddenLeave({
  appointmentId,
  organId,
  hasSuperior,
}: {
  readonly appointmentId: string
  readonly organId: string | undefined
  readonly hasSuperior: boolean
}) {
  const w = useWords(organDeskWords)
  const back = useBackToOrgan(organId)
  const deed = useDeed(endAppointment, {
    refreshes: organReads,
    onDone: ({ handedOver }) => {
      toast(w.suddenDone(handedOver))
      back()
    },
  })
  return (
    <Card title={w.sudden}>
      <p className="muted">{hasSuperior ? w.suddenText : w.suddenNoSuperior}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      {hasSuperior && (
        <ButtonRow>
          <Button
            kind="careful"
            busy={deed.isPending}
            onPress={() => deed.mutate({ params: { appointmentId }, body: { sudden: true, note: '' } })}
          >
            {w.suddenDo}
          </Button>
        </ButtonRow>
      )}
    </Card>
  )
}
