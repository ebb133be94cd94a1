import { claimExpenses, type MySeat, readMySeat, resign, setContactHours, swear, writeHandover } from '@ronghe/contract/council/my-seat.ts'
import { readCouncil } from '@ronghe/contract/council/council.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { NumberInput, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './seats.module.css'
import { seatWords } from './words/words.ts'

const refreshes = [readMySeat, readCouncil]

/** A delegate's own seat: oath, contact hours, the note that came and the note that goes on, expenses. */
export function SeatSheet({ seat }: { readonly seat: MySeat }) {
  const w = useWords(seatWords)
  const text = useText()
  const format = useFormat()
  const bench = seat.bench ? w.benches[seat.bench] : w.chair
  return (
    <>
      <Card title={text(seat.council.name)}>
        <p>
          <Tag tone={seat.bench === null ? 'going' : seat.bench === 'newcomers' ? 'newcomer' : 'local'}>
            {seat.bench ? w.yourSeat(bench, seat.number) : bench}
          </Tag>{' '}
          {seat.deputy && <Tag>{w.deputy}</Tag>}
        </p>
        <p>{w.term(format.wholeDay(seat.from), format.wholeDay(seat.to))}</p>
        {seat.bench !== null && <p className="muted small">{w.absences(seat.absences.unexcused, seat.absences.lapsesAt)}</p>}
        {seat.noteForMe && (
          <Facts
            facts={[
              [
                w.noteForMe,
                <span key="note" className={styles.words}>
                  {seat.noteForMe}
                </span>,
              ],
            ]}
          />
        )}
        {seat.may.includes('proposeCharter') && (
          <ButtonRow>
            <LinkButton kind="quiet" to="/council/$councilId/charter" params={{ councilId: seat.council.id }}>
              {w.charter}
            </LinkButton>
          </ButtonRow>
        )}
      </Card>
      {seat.oath && <Oath seat={seat} />}
      <Kept
        title={w.hours}
        label={w.hoursLabel}
        hint={w.hoursHint}
        value={seat.contactHours ?? ''}
        most={200}
        operation={setContactHours}
        termId={seat.termId}
      />
      <Kept
        title={w.noteFromMe}
        label={w.noteLabel}
        hint={w.noteHint}
        value={seat.noteFromMe ?? ''}
        most={4000}
        operation={writeHandover}
        termId={seat.termId}
      />
      <Expenses seat={seat} />
    </>
  )
}

function Oath({ seat }: { readonly seat: MySeat }) {
  const w = useWords(seatWords)
  const text = useText()
  const format = useFormat()
  const deed = useDeed(swear, { refreshes, onDone: () => toast(w.sworn) })
  return (
    <Card title={w.oath}>
      {seat.oathOn ? (
        <p>{w.swornOn(format.wholeDay(seat.oathOn))}</p>
      ) : (
        <>
          <p className="muted small">{w.oathLead}</p>
          <blockquote>{seat.oath && text(seat.oath)}</blockquote>
          {deed.error && <RefusalLine error={deed.error} />}
          <ButtonRow>
            <Button busy={deed.isPending} onPress={() => deed.mutate({ params: { termId: seat.termId } })}>
              {w.swear}
            </Button>
          </ButtonRow>
        </>
      )}
    </Card>
  )
}

/** A text of mine that stays until I change it. */
function Kept({
  title,
  label,
  hint,
  value,
  most,
  operation,
  termId,
}: {
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly most: number
  readonly operation: typeof setContactHours | typeof writeHandover
  readonly termId: string
}) {
  const w = useWords(seatWords)
  const [words, setWords] = useState(value)
  const deed = useDeed(operation, { refreshes, onDone: () => toast(w.saved) })
  return (
    <Card title={title}>
      <Form
        label={title}
        busy={deed.isPending}
        error={deed.error}
        onSubmit={() => deed.mutate({ params: { termId }, body: { words: words.trim() } })}
      >
        <Field label={label} name="words" hint={hint} error={fieldErrorsOf(deed.error)['words']} optional>
          <TextArea value={words} onChange={setWords} rows={most > 500 ? 5 : 2} maxLength={most} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="quiet" busy={deed.isPending}>
            {w.save}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function Expenses({ seat }: { readonly seat: MySeat }) {
  const w = useWords(seatWords)
  const [what, setWhat] = useState('')
  const [yuan, setYuan] = useState<number | null>(null)
  const [sent, setSent] = useState(0)
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(claimExpenses, {
    onDone: () => {
      toast(w.expensesSent)
      setWhat('')
      setYuan(null)
      setSent((count) => count + 1)
    },
  })
  const send = (): void => {
    const found: FieldErrors = {
      ...(what.trim() === '' && { what: w.expensesMissing }),
      ...((yuan === null || yuan < 1 || yuan > 10_000) && { cents: w.expensesAmount }),
    }
    setFaults(found)
    if (Object.keys(found).length === 0)
      deed.mutate({ params: { termId: seat.termId }, body: { what: what.trim(), cents: Math.round(yuan! * 100) } })
  }
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  return (
    <Card title={w.expenses}>
      <p className="muted small">{w.expensesLead}</p>
      <Form label={w.expenses} busy={deed.isPending} errors={faults} error={deed.error} onSubmit={send}>
        <div className={styles.pair} key={sent}>
          <Field label={w.expensesWhat} name="what" error={errors['what']}>
            <TextInput value={what} onChange={setWhat} maxLength={200} />
          </Field>
          <Field label={w.expensesCents} name="cents" error={errors['cents']}>
            <NumberInput value={yuan} onChange={setYuan} decimals />
          </Field>
        </div>
        <ButtonRow>
          <Button type="submit" kind="quiet" busy={deed.isPending}>
            {w.expensesSend}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

/** Stands last on the page, after everything a delegate does while in office. */
export function Resign({ seat }: { readonly seat: MySeat }) {
  const w = useWords(seatWords)
  const [asking, setAsking] = useState(false)
  const deed = useDeed(resign, {
    refreshes,
    onDone: () => {
      setAsking(false)
      toast(w.resigned)
    },
  })
  return (
    <>
      <ButtonRow>
        <Button kind="plain" onPress={() => setAsking(true)}>
          {w.resign}
        </Button>
      </ButtonRow>
      <Dialog title={w.resign} open={asking} onClose={() => setAsking(false)}>
        <p>{w.resignSure}</p>
        {deed.error && <RefusalLine error={deed.error} />}
        <ButtonRow>
          <Button kind="careful" busy={deed.isPending} onPress={() => deed.mutate({ params: { termId: seat.termId } })}>
            {w.resign}
          </Button>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}
