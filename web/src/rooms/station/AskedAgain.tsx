import { readService } from '@ronghe/contract/station/services.ts'
import { formOf, labelOf, type ServiceDefinition } from '@ronghe/forms'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../platform/language/language.tsx'
import { reading } from '../../platform/queries.ts'
import { Shown } from '../../ui/Shown.tsx'
import { AnswerField } from './AnswerField.tsx'
import type { MyCase } from './CaseTimeline.tsx'
import type { KeptFiles } from './kept-files.ts'

/** The questions to be answered once more, as the form asks them in the version the case was filed under. */
export function AskedAgain({
  found,
  fields,
  answers,
  change,
  errors,
  today,
  files,
}: {
  readonly found: MyCase
  readonly fields: readonly string[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly change: (id: string, answer: unknown) => void
  readonly errors: Readonly<Record<string, string>>
  readonly today: string
  readonly files: KeptFiles
}) {
  const text = useText()
  const service = useQuery(reading(readService, { params: { key: found.serviceKey }, query: { version: found.version } }))
  return (
    <Shown read={service}>
      {({ definition }: { readonly definition: ServiceDefinition }) =>
        (formOf(definition)?.pages ?? []).flatMap((page) =>
          page.fields
            .filter(({ id }) => fields.includes(id))
            .map((field) => (
              <AnswerField
                key={field.id}
                field={field}
                path={field.id}
                value={answers[field.id]}
                onChange={(answer) => change(field.id, answer)}
                errors={errors}
                title={text(labelOf(page, field))}
                today={today}
                files={files}
              />
            )),
        )
      }
    </Shown>
  )
}
