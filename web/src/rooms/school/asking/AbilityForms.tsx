import { AbilityMoment, printAbilityForms, readAbilityForm } from '@ronghe/contract/school/ability.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { NumberInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from '../learning.module.css'
import { askingWords } from './words/words.ts'

/** Forms on paper, each with a code of its own: equal to the page on the phone. */
export function AbilityForms() {
  const w = useWords(askingWords)
  const text = useText()
  const courseId = useParam('courseId')
  const [count, setCount] = useState<number | null>(20)
  const [printedAt] = useState(() => new Date().toISOString())
  const make = useMutation({ mutationFn: (forms: number) => call(printAbilityForms, { params: { courseId }, query: { forms } }) })
  return (
    <Shown read={useQuery(reading(readAbilityForm, { params: { courseId } }))}>
      {({ title, questions }) => (
        <>
          <div className="screen-only">
            <PageHeader
              title={w.forms}
              above={text(title)}
              lead={w.formsLead}
              back={{ to: '/school/courses/$courseId', params: { courseId } }}
            />
            <Form
              label={w.formsMake}
              busy={make.isPending}
              error={make.error}
              onSubmit={() => count !== null && count > 0 && make.mutate(Math.min(60, count))}
            >
              <Field label={w.formsCount} name="forms">
                <NumberInput value={count} onChange={setCount} />
              </Field>
              <ButtonRow>
                <Button type="submit" kind={make.data ? 'quiet' : 'main'} busy={make.isPending}>
                  {w.formsMake}
                </Button>
                {make.data && (
                  <Button icon="print" onPress={() => print()}>
                    {w.formsPrint}
                  </Button>
                )}
              </ButtonRow>
            </Form>
          </div>
          {make.data?.codes.map((code) => (
            <div key={code} className={styles.slip}>
              <PrintSheet
                title={w.formTitle(text(title))}
                printedAt={printedAt}
                address={`${location.origin}/school/courses/${courseId}/ability`}
              >
                <p>
                  {w.formCode}：<strong>{code}</strong> · {w.wordHere(make.data.word)}
                </p>
                <p className="small">{w.formKeep}</p>
                <p className="small">{w.formTick}</p>
                {AbilityMoment.options.map((moment) => (
                  <section key={moment} className={styles.part}>
                    <h2>{w.moment[moment]}</h2>
                    <Lines questions={questions.map(text)} />
                  </section>
                ))}
                <section className={styles.part}>
                  <h2>{w.evaluate}</h2>
                  <Lines questions={[w.content, w.usefulness, w.place]} />
                  <p className={styles.part}>{w.words} ________________________________</p>
                </section>
              </PrintSheet>
            </div>
          ))}
        </>
      )}
    </Shown>
  )
}

const Lines = ({ questions }: { readonly questions: readonly string[] }) =>
  questions.map((question) => (
    <div key={question}>
      {question}
      <div className={styles.scale}>
        {[1, 2, 3, 4, 5].map((step) => (
          <span key={step}>□ {step}</span>
        ))}
      </div>
    </div>
  ))
