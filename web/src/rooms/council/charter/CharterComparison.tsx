import { compareCharters, type ComparedArticle } from '@ronghe/contract/council/charter-pages.ts'
import { useQuery } from '@tanstack/react-query'
import { useLanguage, useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { usePermission } from '../../../platform/session/session.tsx'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './charter.module.css'
import { VersionTag } from './VersionTag.tsx'
import { charterWords } from './words/words.ts'

/** Two versions side by side: only what changed, the rest is counted. */
export function CharterComparison() {
  const councilId = useParam('councilId')
  const w = useWords(charterWords)
  const sits = usePermission('council.sit')
  const query = { from: useParam('from'), to: useParam('to') }
  const read = useQuery(reading(compareCharters, { params: { councilId }, query }))
  return (
    <Shown read={read}>
      {({ from, to, articles, unchanged }) => (
        <>
          <PageHeader
            title={w.compareTitle(from.number, to.number)}
            back={{ to: '/council/$councilId/charter/versions', params: { councilId } }}
            beside={<VersionTag version={to} />}
            lead={to.reason ?? undefined}
          />
          {articles.length === 0 ? (
            <EmptyState title={w.nothing} />
          ) : (
            articles.map((article) => <Changed key={article.key} article={article} />)
          )}
          {articles.length > 0 && <p className={styles.apart}>{w.unchanged(unchanged)}</p>}
          {to.state === 'draft' && sits && (
            <Card>
              <p>{w.fileLead}</p>
              <ButtonRow>
                <LinkButton kind="quiet" to="/council/$councilId/motions/new" params={{ councilId }}>
                  {w.fileMotion}
                </LinkButton>
              </ButtonRow>
            </Card>
          )}
        </>
      )}
    </Shown>
  )
}

function Changed({ article }: { readonly article: ComparedArticle }) {
  const w = useWords(charterWords)
  const text = useText()
  const { language } = useLanguage()
  const lines = article.prose[language]
  return (
    <Card
      title={
        <>
          <span className={styles.number}>{w.article(article.number)}</span>
          {text(article.title)}
        </>
      }
    >
      {article.parameters.length > 0 && (
        <table className={styles.changes}>
          <thead>
            <tr>
              <th scope="col">{w.changedNumbers}</th>
              <th scope="col">{w.before}</th>
              <th scope="col">{w.after}</th>
            </tr>
          </thead>
          <tbody>
            {article.parameters.map(({ label, before, after }) => (
              <tr key={text(label)}>
                <th scope="row">{text(label)}</th>
                <td>{text(before)}</td>
                <td>
                  <strong>{text(after)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.sides}>
        <div className={styles.side}>
          <h3>{w.before}</h3>
          <p>
            {lines
              .filter(({ kind }) => kind !== 'added')
              .map(({ kind, text: words }) => (kind === 'dropped' ? <del key={words}>{words}</del> : <span key={words}>{words}</span>))}
          </p>
        </div>
        <div className={styles.side}>
          <h3>{w.after}</h3>
          <p>
            {lines
              .filter(({ kind }) => kind !== 'dropped')
              .map(({ kind, text: words }) => (kind === 'added' ? <ins key={words}>{words}</ins> : <span key={words}>{words}</span>))}
          </p>
        </div>
      </div>
    </Card>
  )
}
