import { callNext, closeWindow, type Window } from '@ronghe/contract/station/counter.ts'
import { useState } from 'react'
import { useShortcut } from '../../../platform/keyboard/shortcuts.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './counter.module.css'
import { Finished, type Finish } from './Finished.tsx'
import { Key } from './Key.tsx'
import { useStep } from './line.ts'
import { Lunch } from './Lunch.tsx'
import type { MissedToday } from './missed.ts'
import { TicketCard } from './TicketCard.tsx'
import { counterWords } from './words/words.ts'

/** The window I sit at: whom I serve now, or the button that calls the next. */
export function MyWindow({
  window,
  windows,
  missed,
}: {
  readonly window: Window
  readonly windows: readonly Window[]
  readonly missed: MissedToday
}) {
  const w = useWords(counterWords)
  const [finished, setFinished] = useState<Finish>()
  const next = useStep(callNext, ({ ticket }) => {
    if (ticket) setFinished(undefined)
    else toast(w.nobodyWaits)
  })
  const mayCall = window.may.includes('call')
  const call = (): void => {
    if (!next.isPending) next.mutate({ params: { windowId: window.id } })
  }
  useShortcut('n', mayCall ? w.callNext : undefined, call)
  return (
    <>
      <div role="status" aria-live="polite" className="unseen">
        {window.ticket ? `${window.ticket.label} ${w.ticketStates[window.ticket.state]}` : w.nobodyCalled}
      </div>
      <WindowBar window={window} windows={windows} />
      {finished && <Finished finish={finished} />}
      {window.ticket ? (
        <TicketCard ticket={window.ticket} window={window} windows={windows} missed={missed} onFinished={setFinished} />
      ) : (
        <Card className={styles.called}>
          <p className="muted">{w.nobodyCalled}</p>
          {next.error && <RefusalLine error={next.error} />}
          {mayCall && (
            <div className={styles.steps}>
              <Button onPress={call} busy={next.isPending}>
                {w.callNext}
                <Key name="N" />
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  )
}

function WindowBar({ window, windows }: { readonly window: Window; readonly windows: readonly Window[] }) {
  const w = useWords(counterWords)
  const text = useText()
  const format = useFormat()
  const [lunch, setLunch] = useState(false)
  const close = useStep(closeWindow, () => toast(w.closed))
  return (
    <Card>
      <div className={styles.bar}>
        <h2>
          {text(window.name)} <Tag>{w.states[window.state]}</Tag> {window.model && <Tag tone="quiet">{w.model}</Tag>}
        </h2>
        {window.may.includes('close') ? (
          <div className={styles.barSteps}>
            <Button kind="quiet" onPress={() => setLunch(true)}>
              {w.lunchWindow}
            </Button>
            <Button kind="quiet" busy={close.isPending} onPress={() => close.mutate({ params: { windowId: window.id }, body: {} })}>
              {w.closeWindow}
            </Button>
          </div>
        ) : (
          <p className="muted small">{w.closeAfter}</p>
        )}
      </div>
      {window.languages.length > 0 && <p className="muted small">{w.speaks(format.list(window.languages))}</p>}
      {close.error && <RefusalLine error={close.error} />}
      {lunch && <Lunch window={window} windows={windows} onClose={() => setLunch(false)} />}
    </Card>
  )
}
