import { openWindow, type Window } from '@ronghe/contract/station/counter.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { usePermission } from '../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './counter.module.css'
import { useStep } from './line.ts'
import { counterWords } from './words/words.ts'

/** Before anybody is called: where do I sit, and what do I speak today. */
export function ChooseWindow({ windows }: { readonly windows: readonly Window[] }) {
  const w = useWords(counterWords)
  const text = useText()
  const manages = usePermission('station.counter.manage')
  const [spoken, setSpoken] = useState('')
  const sit = useStep(openWindow, (window) => toast(w.opened(window.number)))
  const languages = spoken
    .split(/[,，、;；]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .slice(0, 8)
  if (windows.length === 0)
    return (
      <EmptyState title={w.noWindows} next={manages && <LinkButton to="/counter-plan">{w.setUpWindows}</LinkButton>}>
        {w.noWindowsNext}
      </EmptyState>
    )
  return (
    <>
      <Card title={w.chooseWindow}>
        <Field label={w.speaksMore} hint={w.speaksMoreHint} optional>
          <TextInput value={spoken} onChange={setSpoken} maxLength={120} />
        </Field>
        {sit.error && <RefusalLine error={sit.error} />}
      </Card>
      <ul className={styles.windows}>
        {windows.map((window) => (
          <li key={window.id}>
            <Card title={text(window.name)}>
              <WindowFacts window={window} />
              {window.may.includes('open') && (
                <Button
                  kind={window.state === 'closed' ? 'main' : 'quiet'}
                  busy={sit.isPending && sit.variables?.params?.windowId === window.id}
                  onPress={() => sit.mutate({ params: { windowId: window.id }, body: { languages } })}
                >
                  {w.sit(window.number)}
                </Button>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </>
  )
}

function WindowFacts({ window }: { readonly window: Window }) {
  const w = useWords(counterWords)
  const format = useFormat()
  return (
    <>
      <p>
        <Tag tone={window.state === 'open' ? 'going' : 'quiet'}>{w.states[window.state]}</Tag>{' '}
        {window.model && <Tag tone="quiet">{w.model}</Tag>}
      </p>
      <p className="muted small">
        {[
          window.ticket && `${window.ticket.label} ${w.ticketStates[window.ticket.state]}`,
          window.languages.length > 0 && w.speaks(format.list(window.languages)),
          window.coveredBy !== null && w.coveredBy(window.coveredBy),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
