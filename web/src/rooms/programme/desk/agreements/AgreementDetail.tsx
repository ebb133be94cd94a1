import { type AgreementPage, readAgreement } from '@ronghe/contract/programme/agreements.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { TwoColumns } from '../../../../shell/ListDetail.tsx'
import { Card, Facts } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import styles from '../desk.module.css'
import { toneOf } from './agreement-reads.ts'
import { AgreementActs } from './AgreementActs.tsx'
import { AgreementUses } from './AgreementUses.tsx'
import { Matters } from './Matters.tsx'
import { agreementDeskWords } from './words/words.ts'

/** One agreement: how far it is, what people do today and instead, what is still open, how often it was used. */
export function AgreementDetail() {
  const agreementId = useParam('agreementId')
  const read = useQuery(reading(readAgreement, { params: { agreementId } }))
  return <Shown read={read}>{(found) => <Whole key={found.id} found={found} />}</Shown>
}

function Whole({ found }: { readonly found: AgreementPage }) {
  const w = useWords(agreementDeskWords)
  const text = useText()
  const format = useFormat()
  const term = found.startsOn && found.endsOn ? w.from(format.day(found.startsOn), format.day(found.endsOn)) : w.noTerm
  return (
    <>
      <PageHeader
        title={text(found.title)}
        above={`${w.subjects[found.subject]} · ${text(found.counterpart)}`}
        beside={<Tag tone={toneOf(found)}>{w.states[found.state]}</Tag>}
        back={{ to: '/agreements', label: w.back }}
      />
      <TwoColumns
        beside={
          <>
            <Card title={w.history}>
              <Timeline
                steps={found.history
                  .toSorted((one, other) => (one.onDay < other.onDay ? -1 : one.onDay > other.onDay ? 1 : 0))
                  .map(({ kind, onDay, note }, place) => ({
                    key: String(place),
                    title: w.events[kind],
                    when: format.day(onDay),
                    ...(note !== '' && { detail: note }),
                  }))}
              />
            </Card>
            <AgreementUses uses={found.uses} />
          </>
        }
      >
        <Card>
          <Facts
            facts={[
              [w.owner, text(found.owner)],
              [w.term, term],
              ...(found.signedOn ? [[w.signedOn, format.day(found.signedOn)] as const] : []),
              ...(found.terms.document ? [[w.document, found.terms.document] as const] : []),
            ]}
          />
          <AgreementActs found={found} />
        </Card>
        <Matters found={found} />
        <Card title={w.summary}>
          <p className={styles.words}>{text(found.terms.summary)}</p>
          {found.terms.places.map((place) => (
            <p key={place.name['zh-CN']} className="small">
              {[text(place.name), place.address && text(place.address), place.phone].filter(Boolean).join(' · ')}
            </p>
          ))}
        </Card>
        <Card title={w.today}>
          {found.today ? (
            <>
              <p className={styles.words}>{text(found.today.guide)}</p>
              <ol>
                {found.today.steps.map((step, place) => (
                  <li key={step['zh-CN']}>
                    {place + 1}. {text(step)}
                  </li>
                ))}
              </ol>
              <p className="muted small">{w.checked(text(found.today.source), format.day(found.today.checkedOn))}</p>
            </>
          ) : (
            <p className="muted">{w.todayNone}</p>
          )}
        </Card>
        <Card title={w.instead}>
          {found.instead ? <p className={styles.words}>{text(found.instead)}</p> : <Notice tone="attention">{w.insteadNone}</Notice>}
        </Card>
      </TwoColumns>
    </>
  )
}
