import { listBranches, type BranchKind } from '@ronghe/contract/branch/branches.ts'
import { issueOfficeCode } from '@ronghe/contract/branch/offices.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { usePrintedAt } from './use-printed-at.ts'
import { houseWords } from './words/words.ts'

/** For the street office: a slip that goes with the approving document. It names a branch and nobody else. */
export function OfficeCode() {
  const w = useWords(houseWords)
  const text = useText()
  const [branchId, setBranch] = useState<string>()
  const [forgot, setForgot] = useState(false)
  const [kind, setKind] = useState<BranchKind>('floating')
  const [slip, setSlip] = useState<ReplyOf<typeof issueOfficeCode>>()
  const deed = useDeed(issueOfficeCode, { onDone: setSlip })
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.issueTitle} back={{ to: '/branch' }} lead={w.issueLead} />
        <Card>
          <Shown read={useQuery(reading(listBranches))}>
            {({ items }) => (
              <Form
                label={w.issueTitle}
                busy={deed.isPending}
                errors={forgot && !branchId ? { branch: w.choose } : fieldErrorsOf(deed.error)}
                error={deed.error}
                onSubmit={() => {
                  setForgot(!branchId)
                  if (branchId) deed.mutate({ body: { branchId, kind } })
                }}
              >
                <Choice
                  label={w.issueBranch}
                  name="branch"
                  error={forgot && !branchId ? w.choose : undefined}
                  value={branchId}
                  onChange={setBranch}
                  options={items.map(({ id, name }) => ({ value: id, label: text(name) }))}
                />
                <Choice
                  label={w.issueKind}
                  value={kind}
                  onChange={setKind}
                  options={(['floating', 'council', 'socialOrganisation', 'community'] as const).map((value) => ({
                    value,
                    label: w.kinds[value],
                  }))}
                />
                <Button type="submit" busy={deed.isPending}>
                  {w.issue}
                </Button>
              </Form>
            )}
          </Shown>
        </Card>
      </div>
      {slip && <Slip slip={slip} />}
    </>
  )
}

function Slip({ slip }: { readonly slip: ReplyOf<typeof issueOfficeCode> }) {
  const printedAt = usePrintedAt()
  const w = useWords(houseWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      <div className="screen-only">
        <ButtonRow>
          <Button onPress={() => window.print()}>{w.print}</Button>
        </ButtonRow>
      </div>
      <PrintSheet title={`${text(slip.branch)} · ${w.codeTitle}`} number={slip.code} printedAt={printedAt}>
        <p>{w.issueValid(format.day(slip.validUntil))}</p>
        <p>{w.issueHow}</p>
      </PrintSheet>
    </>
  )
}
