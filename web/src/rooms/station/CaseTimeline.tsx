import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { UseOutcome } from '@ronghe/contract/programme/agreements.ts'
import { readMyCase } from '@ronghe/contract/station/cases.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { useParam } from '../../platform/params.ts'
import { reading } from '../../platform/queries.ts'
import { ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { agreementWords } from '../programme/words/resident/agreements/words.ts'
import { CaseAnswers } from './CaseAnswers.tsx'
import { CaseClockCard } from './CaseClockCard.tsx'
import { CasePapers } from './CasePapers.tsx'
import { caseTag } from './case-tag.ts'
import { MyRating } from './Rating.tsx'
import styles from './station.module.css'
import { casesWords } from './words/cases/words.ts'
import { Decision } from './CaseDecision.tsx'
import { Withdraw } from './WithdrawCase.tsx'

export type MyCase = ReplyOf<typeof readMyCase>

/** My case on one page: what stands, whose turn it is and until when, what happened, in plain words. */
export function CaseTimeline() {
  const caseId = useParam('caseId')
  return <Shown read={useKept(reading(readMyCase, { params: { caseId } }))}>{(found) => <Whole found={found} />}</Shown>
}

function Whole({ found }: { readonly found: MyCase }) {
  const w = useWords(casesWords)
  const text = useText()
  const format = useFormat()
  const agreement = useWords(agreementWords)
  const tag = caseTag(w, found.state, found.outcome)
  return (
    <>
      <PageHeader
        title={text(found.service)}
        above={[
          found.number,
          found.forPerson && w.forPerson(found.forPerson),
          found.onBehalf && w.onBehalf(found.onBehalf.name, found.onBehalf.relation),
        ]
          .filter(Boolean)
          .join(' · ')}
        beside={<Tag tone={tag.tone}>{tag.words}</Tag>}
        back={{ to: '/cases', label: w.title }}
        lead={found.line}
      />
      {found.notice && found.yourTurn && <YourTurn found={found} notice={found.notice} />}
      {found.decision && <Decision found={found} decision={found.decision} />}
      {/* A rating is the person's own word: a proxy is not asked for it. */}
      {!found.forPerson && (found.may.includes('rate') || found.state === 'rated') && <MyRating caseId={found.id} />}
      {found.clock && <CaseClockCard clock={found.clock} />}
      {found.external && (
        <Card title={w.external}>
          <Facts
            facts={[
              [w.externalParty, text(found.external.party)],
              ...dated(w.externalSent, found.external.sentOn, format.day),
              ...dated(w.externalNext, found.external.repliedOn ? null : found.external.nextAskOn, format.day),
              ...dated(w.externalReplied, found.external.repliedOn, format.day),
              ...(isUse(found.external.outcome) ? [[w.externalOutcome, agreement.outcomes[found.external.outcome]] as const] : []),
            ]}
          />
        </Card>
      )}
      <Card title={w.timeline}>
        <Timeline
          steps={found.timeline.map((entry, place) => ({
            key: String(entry.number),
            title: entry.sentence,
            when: [format.moment(entry.at), entry.by].filter(Boolean).join(' · '),
            ...(entry.words !== null && { detail: entry.words }),
            state: place === found.timeline.length - 1 && found.clock ? ('now' as const) : ('done' as const),
          }))}
        />
        {found.reopened > 0 && <p className="muted small">{w.reopenedTimes(found.reopened)}</p>}
      </Card>
      <CasePapers documents={found.documents} />
      <CaseAnswers answers={found.answers} />
      <Card>
        <p>
          {w.code} <strong>{found.queryCode}</strong>
        </p>
        <ButtonRow>
          <LinkButton kind="quiet" to="/cases/$caseId/receipt" params={{ caseId: found.id }}>
            {w.receipt}
          </LinkButton>
          {found.may.includes('withdraw') && <Withdraw caseId={found.id} />}
        </ButtonRow>
      </Card>
    </>
  )
}

const isUse = (outcome: string | null | undefined): outcome is UseOutcome => uses.some((one) => one === outcome)
const uses: readonly UseOutcome[] = ['settledOnTheSpot', 'reimbursedLater', 'refused']

const dated = (name: string, day: string | null, say: (day: string) => string): readonly (readonly [string, string])[] =>
  day === null ? [] : [[name, say(day)]]

/** Everything missing, told once, with the day until which it can be handed in. */
function YourTurn({ found, notice }: { readonly found: MyCase; readonly notice: NonNullable<MyCase['notice']> }) {
  const w = useWords(casesWords)
  const text = useText()
  const format = useFormat()
  const missing = [
    ...notice.documents
      .map((need) => found.documents.find((document) => document.need === need)?.name)
      .flatMap((name) => (name ? [text(name)] : [])),
    ...notice.fields.map((field) => found.answers.find((answer) => answer.field === field)?.question ?? field),
  ]
  return (
    <Card title={w.yourTurn} className={styles.turn}>
      {notice.words !== '' && <p>{notice.words}</p>}
      {missing.length > 0 && (
        <>
          <p>{w.missing}</p>
          <ul className={styles.plainList}>
            {missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {notice.dueOn && <p>{w.dueBy(format.day(notice.dueOn))}</p>}
      {found.may.includes('supplement') && (
        <LinkButton wide to="/cases/$caseId/supplement" params={{ caseId: found.id }}>
          {w.supplement}
        </LinkButton>
      )}
    </Card>
  )
}
