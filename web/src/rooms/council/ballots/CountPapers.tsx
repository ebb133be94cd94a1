import { countPapers, readBallot, type Ballot } from '@ronghe/contract/council/ballots.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { NumberInput, TextArea } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { ballotWords } from './words/words.ts'

type Params = { readonly councilId: string; readonly ballotId: string; readonly boxId: string }

/** One delegate of a bench enters what they counted, without seeing the other's count. */
export function CountPapers() {
  const w = useWords(ballotWords)
  const text = useText()
  const params = { councilId: useParam('councilId'), ballotId: useParam('ballotId'), boxId: useParam('boxId') }
  const read = useQuery(reading(readBallot, { params }))
  return (
    <Shown read={read}>
      {(ballot) => (
        <>
          <PageHeader
            title={text(ballot.title)}
            plainTitle={w.countTitle}
            above={w.countTitle}
            lead={w.countLead}
            back={{ to: '/council/$councilId/ballots/$ballotId', params: { councilId: params.councilId, ballotId: params.ballotId } }}
          />
          <Count ballot={ballot} params={params} />
        </>
      )}
    </Shown>
  )
}

function Count({ ballot, params }: { readonly ballot: Ballot; readonly params: Params }) {
  const w = useWords(ballotWords)
  const text = useText()
  const [numbers, setNumbers] = useState<Readonly<Record<string, number | null>>>({})
  const [preferences, setPreferences] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(countPapers, { refreshes: [readBallot], onDone: () => toast(w.countDone) })
  const ordered = ballot.rule === 'scottish'
  const marks = ordered ? [] : ballot.answers.map(({ name }, place) => ({ key: `marks.${place}`, label: w.countMarks(text(name)) }))
  const fields = [
    { key: 'papers', label: w.countPapers },
    ...marks,
    { key: 'blank', label: w.countBlank },
    { key: 'invalid', label: w.countInvalid },
  ]
  const submit = (): void => {
    const missing = fields.filter(({ key }) => (numbers[key] ?? null) === null)
    setErrors(Object.fromEntries(missing.map(({ key }) => [key, w.needed])))
    if (missing.length > 0) return
    const { papers, blank, invalid } = numbers as Readonly<Record<string, number>>
    const body = { papers: papers!, blank: blank!, invalid: invalid!, marks: marks.map(({ key }) => numbers[key]!) }
    deed.mutate({ params, body: ordered ? { ...body, preferences } : body })
  }
  const box = ballot.boxes.find(({ id }) => id === params.boxId)
  return (
    <Card title={w.countTitle}>
      {deed.data && deed.data.fault === null && deed.data.state !== 'published' && <Notice title={w.countWaits} />}
      {box?.paperFault && (
        <Notice tone="attention" title={w.faults[box.paperFault]}>
          {w.openUntilFits}
        </Notice>
      )}
      {ballot.state === 'published' && <Notice title={w.states.published} />}
      <Form onSubmit={submit} busy={deed.isPending} errors={errors} error={deed.error}>
        {fields.map(({ key, label }) => (
          <Field key={key} name={key} label={label} error={errors[key]}>
            <NumberInput value={numbers[key] ?? null} onChange={(number) => setNumbers({ ...numbers, [key]: number })} />
          </Field>
        ))}
        {ordered && (
          <Field name="preferences" label={w.countPreferences}>
            <TextArea value={preferences} onChange={setPreferences} rows={10} />
          </Field>
        )}
        <Button type="submit" busy={deed.isPending}>
          {w.countDo}
        </Button>
      </Form>
    </Card>
  )
}
