import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { listQueue } from '@ronghe/contract/station/cases-desk.ts'
import { fileCaseAtDesk } from '@ronghe/contract/station/cases.ts'
import { readService } from '@ronghe/contract/station/services.ts'
import {
  cleanAnswers,
  documentsMissing,
  documentsNeeded,
  faultSentence,
  prefill,
  validateForm,
  visiblePages,
  type CaseService,
} from '@ronghe/forms'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useShortcut } from '../../../../platform/keyboard/shortcuts.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { AnswerPage } from '../../AnswerPage.tsx'
import { dayOfEntry, type Entry, toFiling } from './entry.ts'
import { HowItCame } from './HowItCame.tsx'
import { typeThrough } from './keys.ts'
import { PapersShown } from './PapersShown.tsx'
import { usePersonCard } from './person-card.ts'
import styles from './paper.module.css'
import { uploadedFiles } from './uploaded-files.ts'
import { paperWords } from './words/words.ts'

interface Filling {
  readonly entry: Entry
  readonly personId: string
  readonly service: string
  readonly change: (part: Partial<Entry>) => void
  readonly today: string
  readonly onFiled: (reply: ReplyOf<typeof fileCaseAtDesk>) => void
}

export function FillIn(props: Filling) {
  const read = useQuery(reading(readService, { params: { key: props.service } }))
  return (
    <Shown read={read}>{({ definition }) => (definition.mode === 'case' ? <WholeForm {...props} definition={definition} /> : null)}</Shown>
  )
}

function WholeForm({ entry, personId, change, today, onFiled, definition }: Filling & { readonly definition: CaseService }) {
  const w = useWords(paperWords)
  const text = useText()
  const format = useFormat()
  const { language } = useLanguage()
  const day = dayOfEntry(entry, today)
  const { form } = definition
  const card = usePersonCard(personId)
  const [files] = useState(uploadedFiles)
  const [errors, setErrors] = useState<FieldErrors>({})
  const deed = useDeed(fileCaseAtDesk, { refreshes: [listQueue], onDone: onFiled })
  const answers = entry.answers
  const answer = (id: string, value: unknown): void => change({ answers: { ...answers, [id]: value } })

  /** What the street knows is not typed again (D9); what was typed already stays. */
  const known = useMemo(() => knownOf(card.data), [card.data])
  useEffect(() => {
    if (known) change({ answers: prefill(form, known, signedOnPaper(form, known.name, answers)) })
    // Only when the person becomes known; later changes are the clerk's own.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [known])

  const missing = documentsMissing(
    documentsNeeded(definition, answers, day),
    new Set([...entry.seen, ...entry.documents.map(({ need }) => need)]),
  )
  const submit = (): void => {
    const faults = {
      ...Object.fromEntries(validateForm(form, answers, day).map((fault) => [fault.path, faultSentence(fault, language)])),
      ...behalfFaults(entry, w.needBehalf),
    }
    setErrors(faults)
    if (Object.keys(faults).length > 0 || deed.isPending) return
    deed.mutate({ body: toFiling(entry, personId, definition.key, definition.version, cleanAnswers(form, answers, day)) })
  }
  useShortcut('Ctrl+Enter', w.submitKey, submit)
  const stops = useRef<HTMLDivElement>(null)
  // Whoever has just chosen the service goes on typing here.
  useEffect(() => stops.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  const said = { ...serverErrors(deed.error), ...errors }
  const listed = Object.keys(said).length > 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys are pressed in the fields inside
    <div ref={stops} onKeyDown={typeThrough}>
      <Form onSubmit={submit} busy={deed.isPending} errors={said} {...(!listed && { error: deed.error })} label={text(definition.name)}>
        <Card title={w.serviceStep}>
          <p>
            <strong>{w.chosenService(text(definition.name))}</strong>{' '}
            <Button kind="plain" onPress={() => change({ service: null })}>
              {w.changeService}
            </Button>
          </p>
        </Card>
        <Card title={w.howStep}>
          <HowItCame entry={entry} change={change} errors={said} today={today} />
        </Card>
        <Card title={w.formStep}>
          {visiblePages(form, answers, day).map((page) => (
            <section key={page.id} className={styles.question} aria-label={text(page.title)}>
              <h3>{text(page.title)}</h3>
              <AnswerPage form={form} page={page} answers={answers} change={answer} errors={said} today={day} files={files} />
            </section>
          ))}
        </Card>
        <Card title={w.papersStep}>
          <PapersShown definition={definition} entry={entry} change={change} today={day} />
          {missing.length > 0 && <Notice>{w.missing(format.list(missing.map(({ name }) => text(name))))}</Notice>}
        </Card>
        {definition.consents.length > 0 && entry.channel !== 'onBehalf' && (
          <Card title={w.consentStep}>
            <p className="muted">{w.consentLead}</p>
            {definition.consents.map((consent) => (
              <Tick
                key={consent.purpose}
                checked={entry.consents.includes(consent.purpose)}
                onChange={(given) =>
                  change({
                    consents: given ? [...entry.consents, consent.purpose] : entry.consents.filter((one) => one !== consent.purpose),
                  })
                }
                label={text(consent.text)}
                hint={text(consent.withoutIt)}
              />
            ))}
          </Card>
        )}
        {missing.length === 0 && (
          <Card>
            <Tick checked={entry.accept} onChange={(accept) => change({ accept })} label={w.acceptNow} hint={w.acceptHint} />
          </Card>
        )}
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.submit}
          </Button>
          <span className="muted small">Ctrl + Enter</span>
        </ButtonRow>
      </Form>
    </div>
  )
}

type PersonCard = NonNullable<ReturnType<typeof usePersonCard>['data']>
const knownOf = (card: PersonCard | undefined) =>
  card && {
    name: card.name,
    ...(card.phone !== null && { phone: card.phone }),
    ...(card.community && {
      community: card.community.id,
      address: { community: card.community.id, ...(card.address !== null && card.address !== '' && { detail: card.address }) },
    }),
  }

/** The paper carries the signature; the desk keeps the paper, the case says so. */
const signedOnPaper = (form: CaseService['form'], name: string, answers: Entry['answers']): Entry['answers'] => ({
  ...Object.fromEntries(
    form.pages
      .filter((page) => !page.repeat)
      .flatMap((page) => page.fields)
      .filter((field) => field.kind === 'signature')
      .map((field) => [field.id, { name, how: 'paper' }]),
  ),
  ...answers,
})

const behalfFaults = (entry: Entry, words: Readonly<Record<'name' | 'relation' | 'authority', string>>): FieldErrors =>
  entry.channel === 'onBehalf'
    ? Object.fromEntries(
        (['name', 'relation', 'authority'] as const)
          .filter((part) => entry.behalf[part].trim() === '')
          .map((part) => [`onBehalf.${part}`, words[part]]),
      )
    : {}

/** The server names answers below `answers`; on the page they stand by themselves. */
const serverErrors = (error: unknown): FieldErrors =>
  Object.fromEntries(Object.entries(fieldErrorsOf(error)).map(([path, sentence]) => [path.replace(/^answers\./, ''), sentence]))
