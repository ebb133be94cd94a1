import { listMediations, type MediatedDispute, mediate } from '@ronghe/contract/station/mediation-work.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { TwoColumns } from '../../../shell/ListDetail.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { mediationWords } from '../words/mediation/words.ts'
import styles from './mediation-desk.module.css'
import { MediatorSteps } from './MediatorSteps.tsx'
import { mediationDeskWords } from './words/words.ts'

/** One dispute for its mediators: both views side by side, the meetings, the agreement, the next step. */
export function OneMediation() {
  const w = useWords(mediationDeskWords)
  const id = useParam('disputeId')
  const read = useQuery(reading(listMediations))
  return (
    <Shown read={read}>
      {({ items }) => {
        const dispute = items.find((one) => one.id === id)
        return dispute ? <Whole key={id} dispute={dispute} /> : <EmptyState title={w.myEmpty}>{w.myEmptyNext}</EmptyState>
      }}
    </Shown>
  )
}

function Whole({ dispute }: { readonly dispute: MediatedDispute }) {
  const w = useWords(mediationDeskWords)
  const { topic: topics, state: states } = useWords(mediationWords)
  return (
    <>
      <PageHeader
        title={topics[dispute.topic]}
        beside={<Tag>{states[dispute.state]}</Tag>}
        lead={dispute.line}
        back={{ to: '/mediations', label: w.back }}
      />
      <TwoColumns
        beside={
          <>
            <Sessions dispute={dispute} />
            <WaysOn dispute={dispute} />
          </>
        }
      >
        <div className={styles.sides}>
          <Side title={w.asks} side={dispute.requester} kept={dispute.kept.requester} />
          <Side title={w.other} side={dispute.other} kept={dispute.kept.other} />
        </div>
        <p className={`${styles.recorded} muted small`}>
          {w.myLead} {w.recorded}
        </p>
        <Agreement dispute={dispute} />
        <MediatorSteps key={dispute.state} dispute={dispute} />
      </TwoColumns>
    </>
  )
}

function Side({
  title,
  side,
  kept,
}: {
  readonly title: string
  readonly side: { readonly name: string; readonly phone: string | null; readonly words: string | null }
  readonly kept: keyof typeof mediationDeskWords.en.keptAs | null
}) {
  const w = useWords(mediationDeskWords)
  return (
    <Card title={`${title} · ${side.name}`}>
      <p className={styles.words}>{side.words ?? w.noWords}</p>
      <p>
        {w.phone} {side.phone === null ? w.noPhone : <a href={`tel:${side.phone}`}>{side.phone}</a>}
      </p>
      {kept !== null && <Tag tone="quiet">{w.keptSaid(w.keptAs[kept])}</Tag>}
    </Card>
  )
}

function Sessions({ dispute }: { readonly dispute: MediatedDispute }) {
  const w = useWords(mediationDeskWords)
  const format = useFormat()
  const hold = useDeed(mediate, { refreshes: [listMediations], onDone: () => toast(w.done.hold) })
  return (
    <Card title={w.sessions}>
      {dispute.sessions.length === 0 && <p className="muted">{w.noSessions}</p>}
      {hold.error && <RefusalLine error={hold.error} />}
      <CardList>
        {dispute.sessions.map(({ id, at, place, held }) => (
          <CardItem
            key={id}
            title={w.sessionAt(format.moment(at), place)}
            end={
              held ? (
                <Tag tone="quiet">{w.held}</Tag>
              ) : (
                dispute.may.includes('hold') && (
                  <Button
                    kind="quiet"
                    busy={hold.isPending}
                    onPress={() => hold.mutate({ params: { disputeId: dispute.id }, body: { step: 'hold', session: id } })}
                  >
                    {w.hold}
                  </Button>
                )
              )
            }
          />
        ))}
      </CardList>
    </Card>
  )
}

function Agreement({ dispute: { id, agreement } }: { readonly dispute: MediatedDispute }) {
  const w = useWords(mediationDeskWords)
  const format = useFormat()
  if (agreement === null) return null
  return (
    <Card title={w.agreement}>
      <p className={styles.words}>{agreement.words}</p>
      <p className="muted small">
        {[
          w.agreedOn(format.day(agreement.on)),
          agreement.signed ? w.signed : w.notSigned,
          w.followUp(format.day(agreement.followUpOn)),
        ].join(' · ')}
      </p>
      <LinkButton kind="quiet" icon="print" to="/mediations/$disputeId/agreement" params={{ disputeId: id }}>
        {w.print}
      </LinkButton>
    </Card>
  )
}

function WaysOn({ dispute }: { readonly dispute: MediatedDispute }) {
  const w = useWords(mediationDeskWords)
  const text = useText()
  return (
    <Card title={w.waysOn}>
      <CardList>
        {dispute.waysOn.map((way) => (
          <CardItem
            key={way.id}
            title={text(way.name)}
            second={[text(way.text), way.limit && w.limit(text(way.limit))].filter(Boolean).join(' ')}
            end={way.phone && <a href={`tel:${way.phone}`}>{way.phone}</a>}
          />
        ))}
      </CardList>
    </Card>
  )
}
