import { type CaseOnPage, readCase } from '@ronghe/contract/station/cases-desk.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { TwoColumns } from '../../../../shell/ListDetail.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { DaysTag } from '../queue/QueueRow.tsx'
import { viewNamed } from '../queue/views.ts'
import { deskWords } from '../words/words.ts'
import { CaseAnswers } from './CaseAnswers.tsx'
import { CaseClockCard } from './CaseClockCard.tsx'
import { CaseContact } from './CaseContact.tsx'
import { CaseDocuments } from './CaseDocuments.tsx'
import { CaseDuplicates } from './CaseDuplicates.tsx'
import { CaseEligibility } from './CaseEligibility.tsx'
import { CaseExternal } from './CaseExternal.tsx'
import { CaseNotes } from './CaseNotes.tsx'
import { CaseOutcome } from './CaseOutcome.tsx'
import { CaseSteps } from './CaseSteps.tsx'
import { CaseTimeline } from './CaseTimeline.tsx'

/** Everything about a case on one page. */
export function DeskCase() {
  const caseId = useParam('caseId')
  const read = useQuery(reading(readCase, { params: { caseId } }))
  return <Shown read={read}>{(found) => <WholeCase key={caseId} found={found} />}</Shown>
}

function WholeCase({ found }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  const view = viewNamed(useParam('view'))
  useEffect(() => {
    // The button that was pressed is gone with the step: the keyboard goes on from the title, not from nowhere.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [found.events])
  const title = `${text(found.service)} · ${found.person}`
  return (
    <>
      <PageHeader
        title={title}
        above={`${w.codeLine(found.number)} · ${w.filedAt(format.moment(found.filedAt), w.channels[found.channel])}${
          found.reopened > 0 ? ` · ${w.reopenedTimes(found.reopened)}` : ''
        }`}
        beside={
          <>
            {saysMore(found) && <Tag tone="quiet">{found.outcome ? w.outcomes[found.outcome] : w.states[found.state]}</Tag>}
            <DaysTag line={found} />
            {found.escalated > 0 && <Tag tone="alert">{w.isEscalated}</Tag>}
            {found.returned && <Tag tone="attention">{w.isReturned}</Tag>}
          </>
        }
        back={{ to: '/cases/$view', params: { view }, label: w.backToList }}
      />
      {found.mergedInto && (
        <Notice tone="attention">
          {w.mergedInto(found.mergedInto.number)}{' '}
          <LinkButton kind="plain" to="/cases/$view/$caseId" params={{ view: 'all', caseId: found.mergedInto.id }}>
            {w.openOther(found.mergedInto.number)}
          </LinkButton>
        </Notice>
      )}
      <TwoColumns
        beside={
          <>
            <CaseClockCard found={found} />
            <CaseTimeline found={found} />
          </>
        }
      >
        <CaseOutcome found={found} />
        <CaseEligibility found={found} />
        <CaseDocuments found={found} />
        <CaseAnswers found={found} />
        <CaseContact found={found} />
        <CaseExternal found={found} />
        <CaseDuplicates found={found} />
        <CaseNotes found={found} />
      </TwoColumns>
      <CaseSteps found={found} />
    </>
  )
}

/** The tag of the clock already names the state while the resident is asked and once all is over. */
const saysMore = ({ state, outcome }: CaseOnPage): boolean =>
  outcome !== null || state === 'filed' || state === 'accepted' || state === 'routed'
