import type { Answers, FormDefinition, Page } from '@ronghe/forms'
import { isRecord, visibleFields } from '@ronghe/forms'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { toast } from '../../ui/Toast.tsx'
import { AnswerField } from './AnswerField.tsx'
import type { KeptFiles } from './kept-files.ts'
import { answerWords } from './words/answer/words.ts'

/** The fields of one page; a page that repeats shows its items under each other, with a way to add one and to take one back. */
export function AnswerPage(props: {
  readonly form: FormDefinition
  readonly page: Page
  readonly answers: Answers
  readonly change: (id: string, value: unknown) => void
  readonly errors: Readonly<Record<string, string>>
  readonly today: string
  readonly files: KeptFiles
}) {
  const { form, page, answers, change, errors, today, files } = props
  const w = useWords(answerWords)
  const text = useText()
  const title = text(page.title)
  if (!page.repeat) {
    const fields = visibleFields(form, page.id, answers, today)
    return fields.map((field) => (
      <AnswerField
        key={field.id}
        field={field}
        path={field.id}
        value={answers[field.id]}
        onChange={(value) => change(field.id, value)}
        errors={errors}
        asTitle={fields.length === 1 && field.label === undefined}
        title={title}
        today={today}
        files={files}
      />
    ))
  }
  const { most, itemTitle } = page.repeat
  const given = answers[page.id]
  // One empty item stands ready, so that nobody has to press a button to begin.
  const items = Array.isArray(given) && given.length > 0 ? (given as readonly unknown[]) : [{}]
  const put = (place: number, id: string, value: unknown): void =>
    change(
      page.id,
      items.map((item, at) => (at === place ? { ...(isRecord(item) ? item : {}), [id]: value } : item)),
    )
  const remove = (place: number): void => {
    change(
      page.id,
      items.filter((_, at) => at !== place),
    )
    toast(w.itemRemoved(text(itemTitle), place + 1), () => change(page.id, items))
  }
  return (
    <>
      {errors[page.id] !== undefined && <p role="alert">{errors[page.id]}</p>}
      {items.map((item, place) => (
        <Card key={place} title={w.item(text(itemTitle), place + 1)}>
          {visibleFields(form, page.id, answers, today, place).map((field) => (
            <AnswerField
              key={field.id}
              field={field}
              path={`${page.id}.${place}.${field.id}`}
              value={isRecord(item) ? item[field.id] : undefined}
              onChange={(value) => put(place, field.id, value)}
              errors={errors}
              title={title}
              today={today}
              files={files}
            />
          ))}
          {items.length > 1 && (
            <Button kind="quiet" onPress={() => remove(place)}>
              {w.removeItem(text(itemTitle), place + 1)}
            </Button>
          )}
        </Card>
      ))}
      {items.length < most && (
        <p>
          <Button kind="quiet" onPress={() => change(page.id, [...items, {}])}>
            {w.addItem(text(itemTitle))}
          </Button>
        </p>
      )}
    </>
  )
}
