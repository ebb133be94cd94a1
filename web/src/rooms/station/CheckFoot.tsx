import { listProxies } from '@ronghe/contract/people/proxies.ts'
import { type CaseService, nothingYet } from '@ronghe/forms'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../platform/language/language.tsx'
import { reading } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { toast } from '../../ui/Toast.tsx'
import { uiWords } from '../../ui/words/words.ts'
import type { StepPage } from './filing-page.ts'
import styles from './station.module.css'
import type { Filing } from './use-filing.ts'
import { filingWords } from './words/filing/words.ts'

/** Shown only to somebody who is registered as another's proxy for cases. */
export function ForWhom({ filing }: { readonly filing: Filing }) {
  const w = useWords(filingWords)
  const person = useSession().person
  const { data } = useQuery({ ...reading(listProxies), enabled: person !== null })
  const others = data?.held.filter(({ scope }) => scope === 'cases') ?? []
  if (others.length === 0) return null
  return (
    <div className={styles.after}>
      <Choice
        label={w.forWhom}
        name="forPerson"
        hint={w.forWhomHint}
        value={filing.draft.forPerson ?? 'self'}
        onChange={(next) => filing.change((now) => ({ ...now, forPerson: next === 'self' ? undefined : next }))}
        options={[{ value: 'self', label: w.forMyself }, ...others.map(({ personId, name }) => ({ value: personId, label: name }))]}
      />
    </div>
  )
}

/** The same page for somebody who has not signed in: nothing is lost on the way there and back. */
export function SignInFirst({
  definition,
  page,
  foot,
  children,
}: {
  readonly definition: CaseService
  readonly page: StepPage
  readonly foot: React.ReactNode
  readonly children: React.ReactNode
}) {
  const w = useWords(filingWords)
  const ui = useWords(uiWords)
  const step = ui.step(page.step, page.of)
  return (
    <>
      <ProgressBar value={page.step} of={page.of} label={step} />
      <PageHeader title={w.checkTitle} above={`${page.matter} · ${step}`} back={page.back} lead={w.checkHint} />
      {children}
      <Notice>{w.signInText}</Notice>
      <LinkButton wide to="/sign-in" search={{ next: `/services/${definition.key}/form/check-all?mine=yes` }}>
        {w.signInToFile}
      </LinkButton>
      {foot}
    </>
  )
}

/** Throwing a form away can be taken back for as long as the sentence stands. */
export function ThrowAway({ definition, filing }: { readonly definition: CaseService; readonly filing: Filing }) {
  const w = useWords(filingWords)
  const navigate = useNavigate()
  const { draft } = filing
  const throwAway = async (): Promise<void> => {
    await filing.discard()
    await navigate({ to: '/services/$key', params: { key: definition.key } } as never)
    toast(w.thrownAway, () => filing.change(() => ({ ...draft, edit: 0, base: nothingYet, stored: [] })))
  }
  return (
    <Button kind="plain" onPress={() => void throwAway()}>
      {w.throwAway}
    </Button>
  )
}
