import type { ContractProject } from '@ronghe/contract/programme/contracts.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import styles from './contracts.module.css'
import { contractWords } from './words/words.ts'

/** Everything of a project that is public, in the order in which it comes about; the desk puts its buttons beside it. */
export function ContractSheet({
  project,
  besideMilestone,
}: {
  readonly project: ContractProject
  readonly besideMilestone?: (milestone: ContractProject['milestones'][number]) => ReactNode
}) {
  return (
    <>
      <Need project={project} />
      <Call project={project} />
      <Offers project={project} />
      <Terms project={project} />
      <Milestones project={project} beside={besideMilestone} />
      <Money project={project} />
      <Feedback project={project} />
      <Judged project={project} />
      <History project={project} />
    </>
  )
}

interface Of {
  readonly project: ContractProject
}

function Need({ project }: Of) {
  const w = useWords(contractWords)
  const text = useText()
  const format = useFormat()
  const source = w.source[project.source]
  return (
    <Card title={w.needTitle} className={styles.gap}>
      <p className={styles.words}>{text(project.need)}</p>
      <Facts
        facts={[
          [w.serves, text(project.serves)],
          [w.from, project.sourceNumber ? w.sourceOf(source, project.sourceNumber) : source],
          [w.buyer, text(project.organ.name)],
          ...(project.budgetCents === null
            ? []
            : ([
                [w.budget, format.money(project.budgetCents)],
                [w.budgetFrom, project.budgetReference ?? ''],
              ] as const)),
          [w.catalogue, project.catalogueItem],
          [
            w.checksTitle,
            <ul key="checks" className={styles.list}>
              {(Object.keys(w.checks) as (keyof typeof w.checks)[])
                .filter((check) => project.checks[check])
                .map((check) => (
                  <li key={check}>{w.checks[check]}</li>
                ))}
            </ul>,
          ],
        ]}
      />
      {project.supportId && (
        <LinkButton kind="quiet" href={`/organs/${project.organ.id}`}>
          {w.supportLink}
        </LinkButton>
      )}
      {project.parties.length > 0 && (
        <>
          <h3 className={styles.sub}>{w.parties}</h3>
          <ul className={styles.list}>
            {project.parties.map(({ organ, role }) => (
              <li key={organ.id}>{`${w.parties3[organ.party]} · ${text(organ.name)} · ${text(role)}`}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function Call({ project }: Of) {
  const w = useWords(contractWords)
  const text = useText()
  const format = useFormat()
  if (project.callUntil === null) return null
  return (
    <Card title={w.callTitle} className={styles.gap}>
      <p>{project.offersCount === null ? w.callUntil(format.moment(project.callUntil)) : w.callOver(format.count(project.offersCount))}</p>
      <p className="muted small">{w.limits(format.count(project.limits.months))}</p>
      <h3 className={styles.sub}>{w.criteria}</h3>
      <ul className={styles.list}>
        {project.criteria.map(({ key, name }) => (
          <li key={key}>{text(name)}</li>
        ))}
      </ul>
      {project.crossPostings.length > 0 && (
        <Notice tone="attention" title={w.crossTitle}>
          <ul className={styles.list}>
            {project.crossPostings.map(({ organ, post, deciding }, place) => (
              <li key={place}>{w.cross(text(organ), text(post), text(deciding.organ), text(deciding.post))}</li>
            ))}
          </ul>
          <p>{w.crossText}</p>
        </Notice>
      )}
    </Card>
  )
}

function Offers({ project }: Of) {
  const w = useWords(contractWords)
  const text = useText()
  const format = useFormat()
  if (project.offers.length === 0) return null
  const criterion = (key: string): string => {
    const found = project.criteria.find((one) => one.key === key)
    return found ? text(found.name) : key
  }
  const decided = project.offers.some(({ chosen }) => chosen)
  return (
    <Card title={w.offers} className={styles.gap}>
      {decided && <p className="muted small">{w.offersText}</p>}
      {project.offers.map((offer) => (
        <div key={offer.id} className={styles.line}>
          <p className={styles.head}>
            <strong>{text(offer.organ.name)}</strong>
            <span>{format.money(offer.cents)}</span>
            {decided && <Tag tone={offer.chosen ? 'going' : 'quiet'}>{offer.chosen ? w.chosen : w.notChosen}</Tag>}
          </p>
          {offer.plan && <p className={styles.words}>{offer.plan}</p>}
          {offer.reasons.length > 0 && (
            <Facts facts={offer.reasons.map((reason) => [criterion(reason.criterion), reason.words] as const)} />
          )}
        </div>
      ))}
      {project.decidedBy && project.decidedOn && (
        <p className="muted small">{w.decidedBy(text(project.decidedBy), format.day(project.decidedOn))}</p>
      )}
    </Card>
  )
}

function Terms({ project: { contract } }: Of) {
  const w = useWords(contractWords)
  const text = useText()
  const format = useFormat()
  if (!contract) return null
  return (
    <Card title={w.contract} className={styles.gap}>
      <Facts
        facts={[
          [w.terms.contractor, text(contract.contractor.name)],
          [w.terms.content, contract.content],
          [w.terms.term, w.termOf(format.wholeDay(contract.startsOn), format.wholeDay(contract.endsOn))],
          [w.terms.quantity, contract.quantity],
          [w.terms.quality, contract.quality],
          [w.terms.price, format.money(contract.cents)],
          [w.terms.settlement, contract.settlement],
          [w.terms.duties, contract.duties],
          [w.terms.breach, contract.breach],
          [w.terms.signed, w.signedOf(format.wholeDay(contract.signedOn), format.wholeDay(contract.publishedOn))],
        ]}
      />
    </Card>
  )
}

function Milestones({
  project,
  beside,
}: Of & { readonly beside: ((milestone: ContractProject['milestones'][number]) => ReactNode) | undefined }) {
  const w = useWords(contractWords)
  const format = useFormat()
  if (project.milestones.length === 0) return null
  return (
    <Card title={w.milestones} className={styles.gap}>
      {project.milestones.map((one) => (
        <div key={one.id} className={styles.line}>
          <p className={styles.head}>
            <strong>{one.what}</strong>
            <span className="muted">{w.due(format.day(one.dueOn))}</span>
            <Tag tone={one.confirmedOn ? 'going' : one.reportedOn ? 'attention' : 'quiet'}>
              {one.confirmedOn
                ? w.confirmed(format.day(one.confirmedOn))
                : one.reportedOn
                  ? w.reported(format.day(one.reportedOn))
                  : w.openMilestone}
            </Tag>
          </p>
          {one.report && <p className={styles.words}>{one.report}</p>}
          {one.returned && <p className={styles.words}>{w.returned(one.returned)}</p>}
          {beside?.(one)}
        </div>
      ))}
    </Card>
  )
}

function Money({ project }: Of) {
  const w = useWords(contractWords)
  const format = useFormat()
  if (project.contractCents === null) return null
  return (
    <Card title={w.payments} className={styles.gap}>
      <p>{w.paidOf(format.money(project.paidCents), format.money(project.contractCents))}</p>
      <Table
        caption={w.paymentsCaption}
        rows={project.payments}
        rowKey={({ id }) => id}
        empty={<p className="muted">{w.noPayments}</p>}
        columns={[
          { key: 'day', label: w.day, cell: ({ paidOn }) => format.day(paidOn) },
          { key: 'document', label: w.documentLabel, cell: ({ document }) => document },
          { key: 'amount', label: w.amount, number: true, cell: ({ cents }) => format.money(cents) },
        ]}
      />
    </Card>
  )
}

function Feedback({ project: { state, feedback } }: Of) {
  const w = useWords(contractWords)
  const format = useFormat()
  if (!['running', 'accepted', 'paid', 'evaluated'].includes(state)) return null
  const count = (shown: Shown): string => (shown.kind === 'shown' ? format.count(shown.count) : w.few)
  return (
    <Card title={w.feedback} className={styles.gap}>
      <Facts
        facts={[
          ...(['yes', 'partly', 'no'] as const).map((one) => [w.helped[one], count(feedback[one])] as const),
          [w.total, count(feedback.total)],
        ]}
      />
      <p className="muted small">{w.feedbackText}</p>
    </Card>
  )
}

function Judged({ project: { accepted, evaluations } }: Of) {
  const w = useWords(contractWords)
  const text = useText()
  const format = useFormat()
  if (!accepted && evaluations.length === 0) return null
  return (
    <Card title={evaluations.length > 0 ? w.evaluations : w.acceptance} className={styles.gap}>
      {accepted && (
        <div className={styles.line}>
          <p className={styles.words}>{accepted.words}</p>
          <p className="muted small">{w.acceptedBy(text(accepted.post), format.day(accepted.on))}</p>
        </div>
      )}
      {evaluations.map(({ kind, reached, words, on }) => (
        <div key={kind} className={styles.line}>
          <p className={styles.head}>
            <strong>{w.kinds[kind]}</strong>
            <Tag tone={reached === 'reached' ? 'going' : 'attention'}>{w.reached[reached]}</Tag>
            <span className="muted small">{format.day(on)}</span>
          </p>
          <p className={styles.words}>{words}</p>
        </div>
      ))}
    </Card>
  )
}

function History({ project: { history, state } }: Of) {
  const w = useWords(contractWords)
  const text = useText()
  const format = useFormat()
  const over = state === 'evaluated' || state === 'stopped'
  return (
    <Card title={w.history} className={styles.gap}>
      <Timeline
        steps={history.map(({ kind, post, words, on }, place) => ({
          key: `${kind} ${place}`,
          title: w.events[kind] ?? kind,
          when: [format.day(on), post && text(post), words].filter(Boolean).join(' · '),
          state: !over && place === history.length - 1 ? ('now' as const) : ('done' as const),
        }))}
      />
    </Card>
  )
}
