import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Card, Facts } from '../../../../ui/Card.tsx'
import { Covered } from '../../../../ui/Covered.tsx'
import { deskWords } from '../words/words.ts'
import { uncover } from './CaseAnswers.tsx'

/** Who it is for, who filed it, and in whose hands it is. */
export function CaseContact({ found }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const text = useText()
  const covered = (label: string, value: string, field: string) => (
    <Covered key={field} label={label} covered={value} onUncover={() => uncover(found.id, field)} />
  )
  const behalf = found.onBehalfOf
  return (
    <Card title={w.contact}>
      <Facts
        facts={[
          [w.applicant, covered(w.applicant, found.person, 'name')],
          [w.phone, found.phone === null ? w.noPhone : covered(w.phone, found.phone, 'phone')],
          ...(behalf
            ? [
                [w.onBehalf, w.onBehalfLine(behalf.name, behalf.relation, behalf.authority)] as const,
                [w.onBehalfPhone, covered(w.onBehalfPhone, behalf.phone ?? w.noPhone, 'agent')] as const,
                ...(behalf.kind === 'handsIn' ? [['', w.handsInNote] as const] : []),
              ]
            : []),
          [w.department, w.departmentLine(text(found.departmentName), found.departmentAccepted)],
          ...(found.departmentNumber === null ? [] : [[w.departmentNumber, found.departmentNumber] as const]),
        ]}
      />
    </Card>
  )
}
