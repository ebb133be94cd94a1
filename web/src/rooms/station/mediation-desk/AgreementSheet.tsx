import { listMediations, type MediatedDispute } from '@ronghe/contract/station/mediation-work.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './mediation-desk.module.css'
import { mediationDeskWords } from './words/words.ts'

/** The agreement on A4 for both to sign, printed by the mediators. */
export function AgreementSheet() {
  const w = useWords(mediationDeskWords)
  const disputeId = useParam('disputeId')
  const read = useQuery(reading(listMediations))
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.printTitle} back={{ to: '/mediations/$disputeId', params: { disputeId }, label: w.back }} />
      </div>
      <Shown read={read}>
        {({ items }) => {
          const dispute = items.find(({ id }) => id === disputeId)
          return dispute?.agreement ? (
            <Sheet dispute={dispute} agreement={dispute.agreement} />
          ) : (
            <EmptyState title={w.myEmpty}>{w.myEmptyNext}</EmptyState>
          )
        }}
      </Shown>
    </>
  )
}

function Sheet({
  dispute,
  agreement,
}: {
  readonly dispute: MediatedDispute
  readonly agreement: NonNullable<MediatedDispute['agreement']>
}) {
  const w = useWords(mediationDeskWords)
  const text = useText()
  const format = useFormat()
  const me = useSession().person?.name
  const [printedAt] = useState(() => new Date().toISOString())
  const parties = [dispute.requester.name, dispute.other.name]
  const mediators = [me, dispute.colleague].flatMap((name) => name ?? [])
  return (
    <>
      <div className="screen-only">
        <ButtonRow>
          <Button icon="print" onPress={() => window.print()}>
            {w.print}
          </Button>
        </ButtonRow>
      </div>
      <PrintSheet title={w.printTitle} printedAt={printedAt}>
        <section>
          <h2>{w.parties}</h2>
          <p>{format.list(parties)}</p>
          <p className="small">
            {w.mediators} {format.list(mediators)} · {w.agreedOn(format.day(agreement.on))}
          </p>
        </section>
        <p className={styles.agreement}>{agreement.words}</p>
        <p className="small">{w.followUp(format.day(agreement.followUpOn))}</p>
        <p className="small">{w.note}</p>
        <ul>
          {dispute.waysOn.map((way) => (
            <li key={way.id} className="small">
              {text(way.name)} {way.phone} {way.limit && w.limit(text(way.limit))}
            </li>
          ))}
        </ul>
        <section>
          <h2>{w.signatures}</h2>
          {[...parties, ...mediators].map((name) => (
            <p key={name} className={styles.sign}>
              {w.signatureOf(name)} <span>{w.date}</span>
            </p>
          ))}
        </section>
      </PrintSheet>
    </>
  )
}
