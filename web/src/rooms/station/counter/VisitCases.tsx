import type { TicketAtDesk } from '@ronghe/contract/station/counter.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useShortcut } from '../../../platform/keyboard/shortcuts.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { usePermission } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import styles from './counter.module.css'
import { Key } from './Key.tsx'
import { LinkCase } from './LinkCase.tsx'
import { counterWords } from './words/words.ts'

/** Several matters in one visit: each can be entered from here, and the cases opened or worked on are noted on the ticket. */
export function VisitCases({ ticket }: { readonly ticket: TicketAtDesk }) {
  const w = useWords(counterWords)
  const text = useText()
  const mayEnter = usePermission('station.cases.work')
  const [linking, setLinking] = useState(false)
  const known = { ticket: ticket.id, ...(ticket.personId !== null && { person: ticket.personId }) }
  useShortcut('l', w.linkCase, () => setLinking(true))
  return (
    <>
      <Card title={w.comesFor}>
        {ticket.services.length === 0 && <p className="muted">{w.unsaid}</p>}
        <ul className={styles.services}>
          {ticket.services.map(({ key, name }) => (
            <li key={key}>
              <span>{text(name)}</span>
              {mayEnter && (
                <LinkButton kind="quiet" to="/paper" search={{ ...known, service: key }}>
                  {w.openCase(text(name))}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
        {mayEnter && (
          <LinkButton kind="plain" to="/paper" search={known}>
            {w.otherMatter}
          </LinkButton>
        )}
      </Card>
      <Card title={w.casesOfVisit}>
        {ticket.cases.length === 0 && <p className="muted">{w.noCases}</p>}
        <ul>
          {ticket.cases.map(({ id, number }) => (
            <li key={id}>
              <Link to={'/cases/$view/$caseId' as string} params={{ view: 'all', caseId: id } as never}>
                {number}
              </Link>
            </li>
          ))}
        </ul>
        <ButtonRow>
          <Button kind="quiet" onPress={() => setLinking(true)}>
            {w.linkCase}
            <Key name="L" />
          </Button>
        </ButtonRow>
      </Card>
      {linking && <LinkCase ticket={ticket} onClose={() => setLinking(false)} />}
    </>
  )
}
