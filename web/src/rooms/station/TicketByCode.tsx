import { leaveLineByCode, readPlaceInLine } from '@ronghe/contract/station/tickets.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { useSearchText } from '../../platform/params.ts'
import { reading, useDeed } from '../../platform/queries.ts'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { toast } from '../../ui/Toast.tsx'
import { everySoOften, PlaceCard } from './Ticket.tsx'
import { visitWords } from './words/visit/words.ts'

/** The place in line of a printed ticket, by the code on it; nobody signs in. */
export function TicketByCode() {
  const w = useWords(visitWords)
  const navigate = useNavigate()
  const code = useSearchText('code') ?? ''
  const [typed, setTyped] = useState(code)
  const [tried, setTried] = useState(false)
  const missing = typed.trim() === ''
  const submit = (): void => {
    setTried(true)
    if (!missing) void navigate({ to: '/visit/slip', search: { code: typed.trim() }, replace: true } as never)
  }
  return (
    <>
      <PageHeader title={w.byCode} back={{ to: '/visit' }} />
      <Form onSubmit={submit} errors={tried && missing ? { code: w.codeMissing } : {}}>
        <Field label={w.code} name="code" error={tried && missing ? w.codeMissing : undefined}>
          <TextInput value={typed} onChange={setTyped} maxLength={20} short />
        </Field>
        <Button type="submit">{w.look}</Button>
      </Form>
      {code !== '' && <Place code={code} />}
    </>
  )
}

function Place({ code }: { readonly code: string }) {
  const w = useWords(visitWords)
  const read = useQuery({ ...reading(readPlaceInLine, { params: { code } }), refetchInterval: everySoOften })
  const leave = useDeed(leaveLineByCode, { refreshes: [readPlaceInLine], onDone: () => toast(w.leaveDone) })
  return (
    <Shown read={read}>
      {(ticket) => (
        <PlaceCard
          ticket={ticket}
          leave={
            <ButtonRow>
              {leave.error && <RefusalLine error={leave.error} />}
              <Button kind="plain" busy={leave.isPending} onPress={() => leave.mutate({ params: { code } })}>
                {w.leave}
              </Button>
            </ButtonRow>
          }
        />
      )}
    </Shown>
  )
}
