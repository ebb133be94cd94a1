import { listProxies } from '@ronghe/contract/people/proxies.ts'
import { readService } from '@ronghe/contract/station/services.ts'
import { type CaseService, faultSentence, validatePage } from '@ronghe/forms'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf } from '../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { useParam, useSearchText } from '../../platform/params.ts'
import { reading } from '../../platform/queries.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QuestionPage } from '../../ui/QuestionPage.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { AgreeTo } from './AgreeTo.tsx'
import { AnswerPage } from './AnswerPage.tsx'
import { CheckAnswers } from './CheckAnswers.tsx'
import { agreePage, checkPage, handInPage, stepAfter, stepsOf } from './filing-steps.ts'
import { HandIn } from './HandIn.tsx'
import { Standing } from './ServiceStanding.tsx'
import { type Filing, useFiling } from './use-filing.ts'
import { filingWords } from './words/filing/words.ts'
import { FiledElsewhere } from './FiledElsewhere.tsx'
import { Strangers, Waits } from './FilingHeld.tsx'
import { TwoSides } from './TwoSides.tsx'
import { twoSided } from './two-sides.ts'

/** The form of a service: one question a page, then the papers, what may be agreed to, and a look at everything. */
export function FilingForm() {
  const key = useParam('key')
  const handingInFor = useSearchText('for')
  return (
    <Shown read={useKept(reading(readService, { params: { key } }))}>
      {(found) => {
        const { definition } = found
        if (definition.mode === 'case' && found.notOffered === null) return <Filling key={handingInFor} definition={definition} />
        return <NoForm definition={definition} standing={<Standing found={found} />} />
      }}
    </Shown>
  )
}

function NoForm({
  definition,
  standing,
}: {
  readonly definition: { readonly key: string; readonly name: CaseService['name'] }
  readonly standing: React.ReactNode
}) {
  const w = useWords(filingWords)
  const text = useText()
  return (
    <>
      <PageHeader title={text(definition.name)} back={{ to: '/services/$key', params: { key: definition.key } }} />
      {standing}
      <EmptyState
        title={w.guideOnly}
        next={
          <LinkButton to="/services/$key" params={{ key: definition.key }}>
            {w.toGuide}
          </LinkButton>
        }
      >
        {w.guideOnlyText}
      </EmptyState>
    </>
  )
}

function Filling({ definition }: { readonly definition: CaseService }) {
  const filing = useFiling(definition, { mine: useSearchText('mine') === 'yes', handingInFor: useSearchText('for') })
  if (!filing) return <Loading />
  if (filing.filedElsewhere) return <FiledElsewhere definition={definition} filing={filing} />
  if (filing.waiting) return <Waits definition={definition} filing={filing} />
  if (filing.strangers) return <Strangers definition={definition} strangers={filing.strangers} />
  return <Held definition={definition} filing={filing} />
}

/**
 * Two answers to one question are asked about when the form is opened and before it is filed; what arrives while somebody is writing only
 * says so above the question.
 */
function Held({ definition, filing }: { readonly definition: CaseService; readonly filing: Filing }) {
  const w = useWords(filingWords)
  const [laterFor, setLaterFor] = useState<readonly string[]>()
  const open = twoSided(definition, filing.draft).map(({ part }) => part)
  const [atOpening] = useState(open.length > 0)
  const [asking, setAsking] = useState(atOpening)
  const atCheck = useParam('page') === checkPage && open.some((part) => !laterFor?.includes(part))
  const later = (): void => {
    setAsking(false)
    setLaterFor(open)
  }
  if (open.length > 0 && (asking || atCheck)) return <TwoSides definition={definition} filing={filing} later={later} />
  return (
    <>
      {open.length > 0 && (
        <Notice tone="attention" title={w.twoSidesTitle}>
          <Button kind="quiet" onPress={() => setAsking(true)}>
            {w.twoSidesLook(open.length)}
          </Button>
        </Notice>
      )}
      <Steps definition={definition} filing={filing} />
    </>
  )
}

function Steps({ definition, filing }: { readonly definition: CaseService; readonly filing: Filing }) {
  const w = useWords(filingWords)
  const text = useText()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [today] = useState(() => dayOf(new Date()))
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const asked = useParam('page')
  const fromCheck = useSearchText('from') === 'check'
  const { draft } = filing
  const handedInFor = useNameOf(filing.handingInFor)
  const steps = stepsOf(definition, draft, today)
  // `go-on` leads to where the person stood last.
  const here = steps.includes(asked) ? asked : (steps.find((step) => step === draft.page) ?? steps[0]!)
  const number = steps.indexOf(here) + 1
  const address = (step: string) => ({
    to: '/services/$key/form/$page',
    params: { key: definition.key, page: step },
    ...(filing.handingInFor !== undefined && { search: { for: filing.handingInFor } }),
  })
  const before = steps[number - 2]
  const goOn = (): void => {
    const next = fromCheck ? checkPage : stepAfter(definition, stepsOf(definition, draft, today), here)
    filing.change((now) => ({ ...now, page: next }))
    setErrors({})
    void navigate(address(next) as never)
  }
  const common = {
    matter: handedInFor ? `${w.handInFor(handedInFor)} · ${text(definition.name)}` : text(definition.name),
    step: number,
    of: steps.length,
    back: fromCheck ? address(checkPage) : before ? address(before) : { to: '/services/$key', params: { key: definition.key } },
    saved: filing.saved === 'no' ? undefined : filing.saved === 'server' ? w.savedServer : w.saved,
    next: fromCheck ? w.toCheck : w.next,
    onNext: goOn,
  }
  if (here === checkPage) return <CheckAnswers definition={definition} filing={filing} today={today} {...common} />
  if (here === handInPage) return <HandIn definition={definition} filing={filing} today={today} {...common} />
  if (here === agreePage) return <AgreeTo definition={definition} filing={filing} {...common} />

  const page = definition.form.pages.find(({ id }) => id === here)!
  const next = (): void => {
    const faults = validatePage(definition.form, page.id, draft.answers, today)
    if (faults.length === 0) goOn()
    else setErrors(Object.fromEntries(faults.map((fault) => [fault.path, faultSentence(fault, language)])))
  }
  return (
    <QuestionPage
      {...common}
      question={text(page.title)}
      hint={page.help && text(page.help)}
      onNext={next}
      errors={errors}
      saved={common.saved}
    >
      <AnswerPage
        key={page.id}
        form={definition.form}
        page={page}
        answers={draft.answers}
        change={filing.answer}
        errors={errors}
        today={today}
        files={filing.files}
      />
      {page.why && (
        <Notice tone="why" title={text(page.why.title)}>
          {text(page.why.text)}
        </Notice>
      )}
    </QuestionPage>
  )
}

/** Whose papers these are, said on every page, so that nobody's own form is mistaken for theirs. */
function useNameOf(personId: string | undefined): string | undefined {
  const { data } = useQuery({ ...reading(listProxies), enabled: personId !== undefined })
  return data?.held.find((one) => one.personId === personId)?.name
}
