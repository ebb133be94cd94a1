import { applicationStages, applicationSteps } from '@ronghe/contract/branch/application-steps.ts'
import type { ApplicationStepNote } from '@ronghe/contract/branch/applications.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { liaisonWords } from './words/words.ts'

/** The steps that are handed in, by stage: name, whose step it is, and the day with who noted it. */
export function StepList({
  steps,
  act,
}: {
  readonly steps: readonly ApplicationStepNote[]
  readonly act: (step: ApplicationStepNote) => ReactNode
}) {
  const w = useWords(liaisonWords)
  const text = useText()
  const format = useFormat()
  const noted = new Map(steps.map((one) => [one.step, one]))
  const stages = applicationStages.filter((stage) => applicationSteps.some((one) => one.stage === stage && noted.has(one.step)))
  return stages.map((stage) => (
    <Card key={stage} title={w.stages[stage]}>
      <CardList>
        {applicationSteps
          .filter((one) => one.stage === stage && noted.has(one.step))
          .map(({ step, body, name }) => {
            const note = noted.get(step)!
            return (
              <CardItem
                key={step}
                title={`${step}. ${text(name)}`}
                second={`${w.bodies[body]} · ${
                  note.day ? w.noted(format.wholeDay(note.day), w.notedBy[note.notedBy!], format.wholeDay(note.notedOn!)) : w.notYet
                }`}
                below={act(note)}
              />
            )
          })}
      </CardList>
    </Card>
  ))
}
