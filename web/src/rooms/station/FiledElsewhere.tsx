import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { type CaseService } from '@ronghe/forms'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { dayOf, useFormat } from '../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { findWaiting, withdraw } from '../../platform/offline/outbox.ts'
import { reading } from '../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { classNames } from '../../ui/class-names.ts'
import { linesChangedHere } from './filed-otherwise.ts'
import { namesOfPlaces } from './names-of-places.ts'
import styles from './station.module.css'
import type { Filing } from './use-filing.ts'
import { filingWords } from './words/filing/words.ts'

/**
 * Another device filed this form. With nothing of its own left to say the page gives way to the case; what was written here since is
 * shown and kept until the person throws it away.
 */
export function FiledElsewhere({ definition, filing }: { readonly definition: CaseService; readonly filing: Filing }) {
  const w = useWords(filingWords)
  const text = useText()
  const format = useFormat()
  const { language } = useLanguage()
  const names = namesOfPlaces(useKept(reading(listPlaces)).data, text)
  const navigate = useNavigate()
  const { draft, discardHere } = filing
  const lines = linesChangedHere(definition, draft, dayOf(new Date()), language, names)
  const caseId = draft.caseId
  const nothingLeft = lines.length === 0
  useEffect(() => {
    if (nothingLeft) void discardHere()
    // Once: the draft is gone with it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [nothingLeft])
  if (nothingLeft) return <Navigate to="/cases/$caseId" params={{ caseId } as never} replace />
  const throwAway = async (): Promise<void> => {
    const waiting = await findWaiting(caseId)
    if (waiting) await withdraw(waiting)
    await discardHere()
    await navigate({ to: '/cases/$caseId', params: { caseId }, replace: true } as never)
  }
  return (
    <>
      <PageHeader
        title={w.filedElsewhereTitle}
        above={text(definition.name)}
        lead={w.filedElsewhereLead}
        back={{ to: '/services/$key', params: { key: definition.key } }}
      />
      <Card title={w.writtenHere}>
        <Facts
          facts={lines.map(({ label, answer, at }) => [
            label,
            <span key={label}>
              {answer}
              {at !== undefined && <span className={classNames(styles.moment, 'muted', 'small')}>{w.writtenAt(format.moment(at))}</span>}
            </span>,
          ])}
        />
      </Card>
      <ButtonRow>
        <LinkButton to="/cases/$caseId" params={{ caseId }}>
          {w.follow}
        </LinkButton>
        <LinkButton kind="quiet" to="/visit">
          {w.tellDesk}
        </LinkButton>
        <Button kind="plain" onPress={() => void throwAway()}>
          {w.throwHereAway}
        </Button>
      </ButtonRow>
    </>
  )
}
