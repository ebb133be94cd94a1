import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { readDraft } from '@ronghe/contract/station/forms.ts'
import { readService } from '@ronghe/contract/station/services.ts'
import {
  faultSentence,
  type GuideService,
  type Letter,
  nextPage,
  prefill,
  previousPage,
  progress,
  validatePage,
  visiblePages,
  writeLetter,
} from '@ronghe/forms'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { dayOf, useFormat } from '../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../platform/language/language.tsx'
import { useDraft } from '../../platform/offline/draft.ts'
import { useKept } from '../../platform/offline/kept.ts'
import { useParam } from '../../platform/params.ts'
import { reading } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PrintSheet } from '../../ui/PrintSheet.tsx'
import { QuestionPage } from '../../ui/QuestionPage.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { AnswerPage } from './AnswerPage.tsx'
import { answersForm, noFiles } from './Eligibility.tsx'
import styles from './station.module.css'
import { servicesWords } from './words/services/words.ts'

const written = 'written-letter'

/** A guide's letter: a few questions, then the letter on A4. It is written on the phone; nothing is kept anywhere else. */
export function ServiceLetter() {
  const w = useWords(servicesWords)
  const key = useParam('key')
  return (
    <Shown read={useKept(reading(readService, { params: { key } }))}>
      {({ definition }) =>
        definition.mode === 'guide' && definition.letter ? (
          <Writing definition={definition} letter={definition.letter} />
        ) : (
          <EmptyState
            title={w.noRules}
            next={
              <LinkButton to="/services/$key" params={{ key }}>
                {w.toGuide}
              </LinkButton>
            }
          />
        )
      }
    </Shown>
  )
}

function Writing({ definition, letter }: { readonly definition: GuideService; readonly letter: Letter }) {
  const w = useWords(servicesWords)
  const text = useText()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const format = useFormat()
  const person = useSession().person
  const [now] = useState(() => new Date())
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const asked = useParam('page')
  const { key } = definition
  const { form } = letter
  const draft = useDraft<Readonly<Record<string, unknown>>>(answersForm(key, person?.id), {})
  const known = useQuery({ ...reading(readDraft, { params: { key } }), enabled: person !== null, retry: false })
  const places = useKept(reading(listPlaces))
  const { state, change } = draft
  useEffect(() => {
    const facts = known.data?.prefilled ?? (person?.name ? prefill(form, { name: person.name }) : undefined)
    if (state !== 'reading' && facts) change((answers) => ({ ...facts, ...answers }))
  }, [state, change, known.data, person?.name, form])
  if (draft.state === 'reading') return <Loading />
  const answers = draft.value
  const today = dayOf(now)
  const matter = w.letterTitle(text(definition.name))
  const address = (page: string) => ({ to: '/services/$key/letter/$page', params: { key, page } })
  const guide = { to: '/services/$key', params: { key } }
  if (asked === written) {
    const names = Object.fromEntries(
      (places.data?.communities ?? []).flatMap((one) => [one, ...one.lanes]).map((one) => [one.id, text(one.name)]),
    )
    const ready = writeLetter(letter, answers, today, language, names)
    const last = visiblePages(form, answers, today).at(-1)
    return (
      <>
        <div className="screen-only">
          <PageHeader title={matter} back={guide} />
        </div>
        <PrintSheet title={ready.title} printedAt={now.toISOString()}>
          <p>{ready.to}</p>
          <p className={styles.letter}>{ready.body.replaceAll(today, format.day(today, now))}</p>
        </PrintSheet>
        <div className="screen-only">
          <ButtonRow>
            <Button icon="print" onPress={() => print()}>
              {w.letterPrint}
            </Button>
            {last && (
              <LinkButton kind="quiet" {...address(form.pages[0]!.id)}>
                {w.letterBack}
              </LinkButton>
            )}
          </ButtonRow>
        </div>
      </>
    )
  }
  const page = form.pages.find(({ id }) => id === asked) ?? form.pages[0]!
  const place = progress(form, answers, today, page.id)
  const before = previousPage(form, answers, today, page.id)
  const after = nextPage(form, answers, today, page.id)
  const next = (): void => {
    const faults = validatePage(form, page.id, answers, today)
    setErrors(Object.fromEntries(faults.map((fault) => [fault.path, faultSentence(fault, language)])))
    if (faults.length === 0) void navigate(address(after ?? written) as never)
  }
  return (
    <QuestionPage
      matter={matter}
      question={text(page.title)}
      hint={page.help && text(page.help)}
      step={place.number}
      of={place.of}
      back={before ? address(before) : guide}
      next={after ? w.letterNext : w.letterShow}
      onNext={next}
      errors={errors}
      saved={state === 'saved'}
    >
      <AnswerPage
        key={page.id}
        form={form}
        page={page}
        answers={answers}
        change={(id, value) => change((all) => ({ ...all, [id]: value }))}
        errors={errors}
        today={today}
        files={noFiles}
      />
    </QuestionPage>
  )
}
