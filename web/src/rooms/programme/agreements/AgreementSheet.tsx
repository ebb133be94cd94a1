import { type AgreementPage, readAgreement } from '@ronghe/contract/programme/agreements.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import styles from '../concerns/concerns.module.css'
import { agreementWords } from '../words/resident/agreements/words.ts'

/** What somebody does today comes first; the agreement itself after it. */
export function AgreementSheet() {
  const w = useWords(agreementWords)
  const text = useText()
  const read = useQuery(reading(readAgreement, { params: { agreementId: useParam('agreementId') } }))
  return (
    <Shown read={read}>
      {(agreement) => (
        <>
          <PageHeader
            title={text(agreement.title)}
            above={w.counterpart(text(agreement.counterpart))}
            back={{ to: '/agreements' }}
            beside={<Tag tone={agreement.inForce ? 'going' : 'attention'}>{agreement.inForce ? w.now : w.notNow}</Tag>}
          />
          {!agreement.inForce && agreement.instead && (
            <Notice tone="attention" title={w.instead}>
              {text(agreement.instead)}
            </Notice>
          )}
          {agreement.inForce && agreement.today && <Today today={agreement.today} />}
          <Terms agreement={agreement} />
          <Matters agreement={agreement} />
          <Uses uses={agreement.uses} />
          <History agreement={agreement} />
        </>
      )}
    </Shown>
  )
}

function Today({ today }: { readonly today: NonNullable<AgreementPage['today']> }) {
  const w = useWords(agreementWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.today}>
      <p className={`${styles.words} ${styles.note}`}>{text(today.guide)}</p>
      <Timeline steps={today.steps.map((step, place) => ({ key: String(place), title: text(step), state: 'later' }))} />
      <ReadAloud text={[today.guide, ...today.steps].map(text).join('\n')} />
      <p className={`muted small ${styles.note}`}>{w.source(text(today.source).replace(/[。.]$/u, ''), format.day(today.checkedOn))}</p>
    </Card>
  )
}

function Terms({ agreement }: { readonly agreement: AgreementPage }) {
  const w = useWords(agreementWords)
  const text = useText()
  const format = useFormat()
  const { terms } = agreement
  const facts = [
    [
      w.states[agreement.state],
      [agreement.startsOn && w.from(format.day(agreement.startsOn)), agreement.endsOn && w.until(format.day(agreement.endsOn))]
        .filter(Boolean)
        .join(' '),
    ],
    [w.signed, agreement.signedOn && format.day(agreement.signedOn)],
    [w.document, terms.document],
    [w.owner, text(agreement.owner)],
  ] as const
  return (
    <>
      <Card title={w.terms}>
        <p className={`${styles.words} ${styles.note}`}>{text(terms.summary)}</p>
        <Facts facts={facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))} />
      </Card>
      {terms.places.length > 0 && (
        <Card title={w.places}>
          <CardList>
            {terms.places.map((place) => (
              <CardItem
                key={text(place.name)}
                title={text(place.name)}
                second={[place.address && text(place.address), place.phone].filter(Boolean).join(' · ')}
              />
            ))}
          </CardList>
        </Card>
      )}
    </>
  )
}

function Matters({ agreement }: { readonly agreement: AgreementPage }) {
  const w = useWords(agreementWords)
  const text = useText()
  const format = useFormat()
  if (agreement.matters.length === 0) return null
  return (
    <Card title={w.matters}>
      <CardList>
        {agreement.matters.map((matter) => (
          <CardItem
            key={matter.id}
            title={matter.what}
            second={[
              text(matter.owner),
              matter.settledOn
                ? w.matterSettled(format.day(matter.settledOn))
                : matter.overdue
                  ? w.matterLate(format.day(matter.dueOn))
                  : w.matterDue(format.day(matter.dueOn)),
              matter.outcome,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </CardList>
    </Card>
  )
}

function Uses({ uses }: { readonly uses: AgreementPage['uses'] }) {
  const w = useWords(agreementWords)
  const format = useFormat()
  const said = (count: AgreementPage['uses']['total']): string => (count.kind === 'few' ? w.tooFew : format.count(count.count))
  return (
    <Card title={w.uses}>
      <Facts
        facts={[[w.total, said(uses.total)], ...uses.outcomes.map(({ outcome, count }) => [w.outcomes[outcome], said(count)] as const)]}
      />
      <p className={`muted small ${styles.note}`}>
        {w.usesUntil(format.day(uses.until))} {w.usesMean}
      </p>
    </Card>
  )
}

/** As it happened; entries of one day stay in the order they came in. */
const inOrder = (history: AgreementPage['history']): AgreementPage['history'] =>
  history.toSorted((one, other) => (one.onDay < other.onDay ? -1 : one.onDay > other.onDay ? 1 : 0))

function History({ agreement }: { readonly agreement: AgreementPage }) {
  const w = useWords(agreementWords)
  const format = useFormat()
  if (agreement.history.length === 0) return null
  return (
    <Card title={w.history}>
      <Timeline
        steps={inOrder(agreement.history).map((step, place) => ({
          key: String(place),
          title: w.steps[step.kind] ?? step.kind,
          when: format.day(step.onDay),
          ...(step.note && { detail: step.note }),
        }))}
      />
    </Card>
  )
}
