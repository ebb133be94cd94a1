import { applicationSteps } from '@ronghe/contract/branch/application-steps.ts'
import { listApplications, readMyApplication } from '@ronghe/contract/branch/applications.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from '../life/life.module.css'
import { liaisonWords } from './words/words.ts'

interface Handed {
  readonly steps: readonly { readonly step: number; readonly day: string | null }[]
  readonly handedOver: { readonly to: string; readonly on: string; readonly receipt: string } | null
}

/** The applicant's copy. */
export function MyHandOverSheet() {
  return (
    <Shown read={useQuery(reading(readMyApplication))}>
      {({ application }) => <Sheet handed={application} name={application?.name ?? ''} back={{ to: '/branch/application' }} />}
    </Shown>
  )
}

/** The branch's copy: the applicant's name is written by hand. */
export function HandOverSheet() {
  const branchId = useParam('branchId')
  const applicationId = useParam('applicationId')
  return (
    <Shown read={useQuery(reading(listApplications, { params: { branchId } }))}>
      {({ items }) => (
        <Sheet
          handed={items.find(({ id }) => id === applicationId) ?? null}
          name=""
          back={{ to: '/branch/office/$branchId/applications', params: { branchId } }}
        />
      )}
    </Shown>
  )
}

function Sheet({
  handed,
  name,
  back,
}: {
  readonly handed: Handed | null
  readonly name: string
  readonly back: { readonly to: string; readonly params?: Record<string, string> }
}) {
  const w = useWords(liaisonWords)
  const text = useText()
  const format = useFormat()
  const [printedAt] = useState(() => new Date().toISOString())
  const over = handed?.handedOver
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.receiptTitle} back={back} />
        {over && (
          <ButtonRow>
            <Button icon="print" onPress={() => print()}>
              {w.print}
            </Button>
          </ButtonRow>
        )}
      </div>
      {!over && (
        <EmptyState
          title={w.notHanded}
          next={
            <LinkButton kind="quiet" to={back.to} {...(back.params ? { params: back.params } : {})}>
              {w.toSteps}
            </LinkButton>
          }
        >
          {w.notHandedText}
        </EmptyState>
      )}
      {handed && over && (
        <PrintSheet title={w.receiptTitle} number={`${w.receiptNumber} ${over.receipt}`} printedAt={printedAt}>
          <p>{w.receiptText}</p>
          <Facts
            facts={[
              [w.applicant, name || '　　　　　　　　'],
              [w.handedTo, over.to],
              [w.handedOn, format.wholeDay(over.on)],
            ]}
          />
          <table className={styles.blank}>
            <tbody>
              {handed.steps
                .filter(({ day }) => day !== null)
                .map(({ step, day }) => (
                  <tr key={step}>
                    <th scope="row">{step}</th>
                    <td>{text(applicationSteps[step - 1]!.name)}</td>
                    <td>{format.wholeDay(day!)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
          <p className={styles.sign}>
            {w.receiptSign}: ____________ {w.receiptTaken}: ____________
          </p>
        </PrintSheet>
      )}
    </>
  )
}
