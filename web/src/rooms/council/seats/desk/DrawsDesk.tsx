import { cancelDraw, closeDraw, listDraws, openDraw, readDraw, relaxDraw, throwDraw } from '@ronghe/contract/council/draws.ts'
import { readCouncil } from '@ronghe/contract/council/council.ts'
import { listOffers } from '@ronghe/contract/council/paper-answers.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useToday } from '../../../../platform/today.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice, Choices } from '../../../../ui/Choice.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../seats.module.css'
import { seatWords } from '../words/words.ts'

const refreshes = [listDraws, readDraw, readCouncil, listOffers]

export function DrawsDesk({ councilId }: { readonly councilId: string }) {
  const w = useWords(seatWords)
  const read = useQuery(reading(listDraws, { params: { councilId } }))
  return (
    <Shown read={read}>
      {({ items, may, vacant }) => {
        const running = items.find(({ state }) => state !== 'finished' && state !== 'cancelled')
        return (
          <>
            <p className={styles.apart}>{w.freeLine(vacant.newcomers, vacant.locals)}</p>
            {running && <Running drawId={running.id} />}
            {may.includes('open') && vacant.newcomers + vacant.locals > 0 && <OpenDraw councilId={councilId} vacant={vacant} />}
          </>
        )
      }}
    </Shown>
  )
}

function OpenDraw({ councilId, vacant }: { readonly councilId: string; readonly vacant: ReplyOf<typeof listDraws>['vacant'] }) {
  const w = useWords(seatWords)
  const today = useToday()
  const [newcomers, setNewcomers] = useState<number | null>(vacant.newcomers)
  const [locals, setLocals] = useState<number | null>(vacant.locals)
  const [closesOn, setClosesOn] = useState('')
  const [balance, setBalance] = useState<readonly ('community' | 'age')[]>(['community'])
  const deed = useDeed(openDraw, { refreshes, onDone: () => toast(w.opened) })
  const errors = fieldErrorsOf(deed.error)
  const send = (): void =>
    deed.mutate({
      params: { councilId },
      body: {
        seats: { newcomers: newcomers ?? 0, locals: locals ?? 0 },
        byCommunity: balance.includes('community'),
        byAge: balance.includes('age'),
        closesOn,
      },
    })
  return (
    <Card title={w.openDraw}>
      <p className="muted small">{w.openDrawLead}</p>
      <Form label={w.openDraw} busy={deed.isPending} error={deed.error} onSubmit={send}>
        <div className={styles.pair}>
          <Field label={w.drawNewcomers} name="seats.newcomers" error={errors['seats.newcomers'] ?? errors['seats']}>
            <NumberInput value={newcomers} onChange={setNewcomers} />
          </Field>
          <Field label={w.drawLocals} name="seats.locals" error={errors['seats.locals']}>
            <NumberInput value={locals} onChange={setLocals} />
          </Field>
          <Field label={w.closesOn} name="closesOn" error={errors['closesOn']}>
            <DateInput value={closesOn} onChange={setClosesOn} min={today} />
          </Field>
        </div>
        <Choices
          label={w.balance}
          value={balance}
          onChange={setBalance}
          options={[
            { value: 'community', label: w.byCommunity },
            { value: 'age', label: w.byAge },
          ]}
        />
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.openDo}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function Running({ drawId }: { readonly drawId: string }) {
  const w = useWords(seatWords)
  const format = useFormat()
  const read = useQuery({
    ...reading(readDraw, { params: { drawId } }),
    refetchInterval: (query) => (query.state.data?.state === 'closed' ? 3_000 : false),
  })
  const close = useDeed(closeDraw, { refreshes })
  const relax = useDeed(relaxDraw, { refreshes })
  const cancel = useDeed(cancelDraw, { refreshes })
  const [asking, setAsking] = useState(false)
  const asked = { params: { drawId } }
  const error = close.error ?? relax.error ?? cancel.error
  return (
    <Shown read={read}>
      {(draw) => (
        <Card title={w.drawOf(format.wholeDay(draw.openedOn))}>
          <p>
            <Tag tone={draw.state === 'impossible' ? 'attention' : 'going'}>{w.drawStates[draw.state]}</Tag>{' '}
            {w.drawSeats(draw.seats.newcomers, draw.seats.locals)}
          </p>
          {draw.state === 'open' && <p>{w.poolOpen(format.day(draw.closesOn))}</p>}
          {draw.state === 'closed' && <p role="status">{w.working}</p>}
          {draw.commitment && <p className={styles.hash}>{draw.commitment}</p>}
          {error && <RefusalLine error={error} />}
          {draw.may.includes('draw') && <Throw drawId={drawId} />}
          <ButtonRow>
            {draw.may.includes('close') && (
              <Button busy={close.isPending} onPress={() => close.mutate(asked)}>
                {w.close}
              </Button>
            )}
            {draw.may.includes('relax') && (
              <Button busy={relax.isPending} onPress={() => relax.mutate(asked)}>
                {w.relax}
              </Button>
            )}
            <LinkButton kind="quiet" href={`/council/draws/${drawId}`}>
              {w.publicPage}
            </LinkButton>
            <LinkButton kind="quiet" href={`/hall/council/draws/${drawId}`}>
              {w.toProjector}
            </LinkButton>
            {draw.may.includes('cancel') && (
              <Button kind="plain" onPress={() => setAsking(true)}>
                {w.cancelDraw}
              </Button>
            )}
          </ButtonRow>
          <Dialog title={w.cancelDraw} open={asking} onClose={() => setAsking(false)}>
            <p>{w.cancelSure}</p>
            <ButtonRow>
              <Button kind="careful" busy={cancel.isPending} onPress={() => cancel.mutate(asked, { onSuccess: () => setAsking(false) })}>
                {w.cancelDraw}
              </Button>
              <Button kind="quiet" onPress={() => setAsking(false)}>
                {w.cancel}
              </Button>
            </ButtonRow>
          </Dialog>
        </Card>
      )}
    </Shown>
  )
}

/** What fell or was called in the room, entered once. */
function Throw({ drawId }: { readonly drawId: string }) {
  const w = useWords(seatWords)
  const [by, setBy] = useState<'dice' | 'seed'>('dice')
  const [digits, setDigits] = useState('')
  const [seed, setSeed] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(throwDraw, { refreshes, onDone: () => toast(w.thrown) })
  const send = (): void => {
    const found: FieldErrors =
      by === 'dice' ? (/^\d{3}$/.test(digits) ? {} : { number: w.diceMissing }) : seed.trim().length >= 4 ? {} : { seed: w.seedMissing }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    deed.mutate({ params: { drawId }, body: by === 'dice' ? { by, number: Number(digits) } : { by, seed: seed.trim() } })
  }
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  return (
    <Form label={w.throwTitle} busy={deed.isPending} errors={faults} error={deed.error} onSubmit={send}>
      <h3>{w.throwTitle}</h3>
      <p className="muted small">{w.throwLead}</p>
      <Choice
        label={w.throwBy}
        value={by}
        onChange={setBy}
        options={[
          { value: 'dice', label: w.byDice },
          { value: 'seed', label: w.bySeed },
        ]}
      />
      {by === 'dice' ? (
        <Field label={w.dice} name="number" hint={w.diceHint} error={errors['number']}>
          <TextInput value={digits} onChange={(typed) => setDigits(typed.replace(/\D/g, '').slice(0, 3))} short />
        </Field>
      ) : (
        <Field label={w.seed} name="seed" hint={w.seedHint} error={errors['seed']}>
          <TextInput value={seed} onChange={setSeed} maxLength={200} />
        </Field>
      )}
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.throwDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
