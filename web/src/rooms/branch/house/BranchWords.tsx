import { editBranch, listBranches, readBranch, type BranchPage } from '@ronghe/contract/branch/branches.ts'
import type { Duty, DutySide } from '@ronghe/contract/branch/duties.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { houseWords } from './words/words.ts'

/** What the branch says of itself, and the ten duties as it agreed on them. */
export function BranchWords() {
  const w = useWords(houseWords)
  const branchId = useParam('branchId')
  return (
    <>
      <PageHeader title={w.wordsTitle} back={{ to: '/branch/office/$branchId', params: { branchId } }} lead={w.wordsLead} />
      <Shown read={useQuery(reading(readBranch, { params: { branchId } }))}>{(branch) => <Edit key={branch.id} branch={branch} />}</Shown>
    </>
  )
}

const texts = ['reception', 'hours', 'welcomes'] as const

function Edit({ branch }: { readonly branch: BranchPage }) {
  const w = useWords(houseWords)
  const [said, setSaid] = useState({
    reception: branch.reception?.['zh-CN'] ?? '',
    hours: branch.hours?.['zh-CN'] ?? '',
    welcomes: branch.welcomes?.['zh-CN'] ?? '',
  })
  const [takesCheckIns, setTakes] = useState(branch.takesCheckIns)
  const [duties, setDuties] = useState<readonly Duty[]>(branch.duties)
  const deed = useDeed(editBranch, { refreshes: [readBranch, listBranches], onDone: () => toast(w.saved) })
  const errors = fieldErrorsOf(deed.error)
  const change = (at: number, part: Partial<Duty>): void =>
    setDuties(duties.map((duty, index) => (index === at ? { ...duty, ...part } : duty)))
  const english = (field: (typeof texts)[number]) =>
    branch[field]?.en && said[field] === branch[field]['zh-CN'] ? { en: branch[field].en } : {}
  return (
    <Form
      label={w.wordsTitle}
      busy={deed.isPending}
      errors={errors}
      error={deed.error}
      onSubmit={() =>
        deed.mutate({
          params: { branchId: branch.id },
          body: {
            reception: { 'zh-CN': said.reception, ...english('reception') },
            hours: { 'zh-CN': said.hours, ...english('hours') },
            welcomes: { 'zh-CN': said.welcomes, ...english('welcomes') },
            takesCheckIns,
            duties: duties.map(({ name, side }) => ({ name, side })),
          },
        })
      }
    >
      <Card>
        {texts.map((field) => (
          <Field key={field} label={w[field]} name={field} error={errors[`${field}.zh-CN`]} optional>
            <TextInput value={said[field]} onChange={(value) => setSaid({ ...said, [field]: value })} maxLength={200} />
          </Field>
        ))}
        <Tick checked={takesCheckIns} onChange={setTakes} label={w.takes} />
      </Card>
      <Card title={w.dutiesTitle}>
        {duties.map(({ name, side }, index) => (
          <div key={index}>
            <Field label={w.dutyNumber(index + 1)} name={`duty-${index}`} error={errors[`duties.${index}.name.zh-CN`]}>
              <TextInput
                value={name['zh-CN']}
                onChange={(value) =>
                  change(index, { name: { 'zh-CN': value, ...(value === name['zh-CN'] && name.en ? { en: name.en } : {}) } })
                }
                maxLength={40}
              />
            </Field>
            <Field label={w.side} name={`side-${index}`}>
              <Select<DutySide>
                value={side}
                onChange={(value) => change(index, { side: value })}
                options={(['home', 'host', 'both'] as const).map((value) => ({ value, label: w.sides[value] }))}
              />
            </Field>
          </div>
        ))}
      </Card>
      <Button type="submit" busy={deed.isPending}>
        {w.save}
      </Button>
    </Form>
  )
}
