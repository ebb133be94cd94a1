import { useRouter } from '@tanstack/react-router'
import { OfflineError, ProblemError } from '../api.ts'
import { useWords } from '../platform/language/language.tsx'
import { Button, ButtonRow, LinkButton } from './Button.tsx'
import { Card } from './Card.tsx'
import { Notice } from './Notice.tsx'
import styles from './notice.module.css'
import { uiWords } from './words/words.ts'

/** A refusal in words: what, why (with the article), and what else is possible. Also for a broken line and for our own mistakes. */
export function Refusal({
  error,
  again,
  wholePage = false,
}: {
  readonly error: unknown
  readonly again?: (() => void) | undefined
  /** It stands in place of a screen, so its title is the page's. */ readonly wholePage?: boolean
}) {
  const w = useWords(uiWords)
  const { title, text, article, articleAt, instead, next } = wordsFor(error, w)
  return (
    <Card className={styles.refusal}>
      <div role="alert">
        {wholePage ? <h1>{title}</h1> : <h2>{title}</h2>}
        {text !== undefined && <p>{text}</p>}
        {article !== undefined && (
          <p className="muted small">
            <Cited article={article} at={articleAt} />
          </p>
        )}
      </div>
      {instead !== undefined && <Notice title={w.refusalInstead}>{instead}</Notice>}
      <ButtonRow>
        {next ? (
          <ProveButton to={next} label={next === '/sign-in' ? w.signInDo : w.secondFactorDo} />
        ) : isNotThere(error) ? (
          <LinkButton kind="quiet" to="/">
            {w.toStart}
          </LinkButton>
        ) : (
          again && (
            <Button kind="quiet" onPress={again}>
              {w.tryAgain}
            </Button>
          )
        )}
      </ButtonRow>
    </Card>
  )
}

/** Asking once more would be answered the same; the way on is elsewhere. */
const isNotThere = (error: unknown): boolean => error instanceof ProblemError && [403, 404, 410].includes(error.problem.status)

/** The same in one line, under a button or in a form. */
export function RefusalLine({ error }: { readonly error: unknown }) {
  const w = useWords(uiWords)
  const { title, text, article, articleAt, instead } = wordsFor(error, w)
  return (
    <div role="alert">
      <Notice tone="attention" title={title}>
        {text !== undefined && <p>{text}</p>}
        {article !== undefined && (
          <p className="small">
            <Cited article={article} at={articleAt} />
          </p>
        )}
        {instead !== undefined && <p>{instead}</p>}
      </Notice>
    </div>
  )
}

/** The article a refusal rests on, with the way to its words where there is a page. */
function Cited({ article, at }: { readonly article: string; readonly at: string | undefined }) {
  const w = useWords(uiWords)
  return at === undefined ? w.article(article) : <a href={at}>{w.article(article)}</a>
}

/** To where one shows who one is, and back to this page afterwards. */
export function ProveButton({ to, label }: { readonly to: '/sign-in' | '/second-factor'; readonly label: string }) {
  const { pathname, searchStr } = useRouter().latestLocation
  return (
    <LinkButton to={to} search={{ next: `${pathname}${searchStr}` }}>
      {label}
    </LinkButton>
  )
}

interface Worded {
  readonly title: string
  /** Absent where the title already says all of it. */
  readonly text?: string | undefined
  readonly article?: string | undefined
  readonly articleAt?: string | undefined
  readonly instead?: string | undefined
  /** The page that opens the way. */
  readonly next?: '/sign-in' | '/second-factor'
}

function wordsFor(error: unknown, w: (typeof uiWords)['zh-CN']): Worded {
  if (error instanceof OfflineError) return { title: w.offlineTitle, text: w.offlineText }
  if (!(error instanceof ProblemError)) return { title: w.brokenTitle, text: w.brokenText }
  const { status, code, title, detail, article, articleAt, instead } = error.problem
  if (status === 401) return { title: w.signInTitle, text: detail || w.signInText, next: '/sign-in' }
  if (code === 'session-empty') return { title, text: title === detail ? undefined : detail, next: '/sign-in' }
  if (code === 'second-factor-first') return { title, text: title === detail ? undefined : detail, next: '/second-factor' }
  // Codes used up, or locked out: these name their own time. Only the general limits are worded here.
  // What is away is not the street itself: the refusal says what, and that the rest goes on.
  if (status === 503 && code === 'city-away') return { title: detail }
  if (status === 503 || (status === 429 && (code === 'too-many' || detail === '')))
    return { title: w.busyTitle, text: w.busyText(error.retryAfter ?? 10) }
  if (status >= 500 || detail === '') return { title: w.brokenTitle, text: w.brokenText }
  return { title, text: title === detail ? undefined : detail, article, articleAt, instead }
}
