import { assignMediators, listCandidates, listDisputesToAssign } from '@ronghe/contract/station/mediation-work.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Choices } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { type FieldErrors, Form } from '../../../ui/Form.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { mediationWords } from '../words/mediation/words.ts'
import type { ToAssign } from './Assign.tsx'
import { mediationDeskWords } from './words/words.ts'

/** A pair, one from each group by default; both sides must accept. */
export function Propose({ dispute, onClose }: { readonly dispute: ToAssign; readonly onClose: () => void }) {
  const w = useWords(mediationDeskWords)
  const topics = useWords(mediationWords).topic
  const group = useGroupName()
  const read = useQuery(reading(listCandidates, { params: { disputeId: dispute.id } }))
  return (
    <Dialog title={w.proposeTitle(topics[dispute.topic])} open onClose={onClose}>
      <p>{w.proposeLead(group('newcomer'), group('local'))}</p>
      <Shown read={read}>
        {(found) => (found.items.length === 0 ? <p>{w.noCandidates}</p> : <Pair dispute={dispute} found={found} onClose={onClose} />)}
      </Shown>
    </Dialog>
  )
}

function Pair({
  dispute,
  found,
  onClose,
}: {
  readonly dispute: ToAssign
  readonly found: ReplyOf<typeof listCandidates>
  readonly onClose: () => void
}) {
  const w = useWords(mediationDeskWords)
  const text = useText()
  const [chosen, setChosen] = useState<readonly string[]>(found.suggested)
  const [errors, setErrors] = useState<FieldErrors>({})
  const propose = useDeed(assignMediators, {
    refreshes: [listDisputesToAssign, listCandidates],
    onDone() {
      toast(w.proposed)
      onClose()
    },
  })
  const save = (): void => {
    const fault = chosen.length === 0 ? w.chooseOne : chosen.length > 2 ? w.chooseMost : undefined
    setErrors(fault === undefined ? {} : { mediators: fault })
    if (fault === undefined) propose.mutate({ params: { disputeId: dispute.id }, body: { mediators: [...chosen] } })
  }
  return (
    <Form onSubmit={save} busy={propose.isPending} errors={errors} error={propose.error}>
      <Choices
        label={w.choose}
        name="mediators"
        error={errors['mediators']}
        value={chosen}
        onChange={setChosen}
        options={found.items.map(({ id, name, post, busyWith }) => ({
          value: id,
          label: name,
          hint: [text(post), w.busyWith(busyWith), found.suggested.includes(id) && w.suggested].filter(Boolean).join(' · '),
        }))}
      />
      <ButtonRow>
        <Button type="submit" busy={propose.isPending}>
          {w.propose}
        </Button>
      </ButtonRow>
    </Form>
  )
}
