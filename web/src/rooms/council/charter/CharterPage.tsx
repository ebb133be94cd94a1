import { readCharter } from '@ronghe/contract/council/charter-pages.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam, useSearchText } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './charter.module.css'
import { VersionTag } from './VersionTag.tsx'
import { charterWords } from './words/words.ts'

type Charter = ReplyOf<typeof readCharter>

/** The charter in force, article by article; a refusal anywhere in the council leads to one of them. */
export function CharterPage() {
  const councilId = useParam('councilId')
  const version = useSearchText('version')
  const read = useQuery(reading(readCharter, { params: { councilId }, query: version ? { version } : {} }))
  return <Shown read={read}>{(charter) => <Articles charter={charter} councilId={councilId} />}</Shown>
}

function Articles({ charter, councilId }: { readonly charter: Charter; readonly councilId: string }) {
  const w = useWords(charterWords)
  const text = useText()
  const format = useFormat()
  const { hash } = useLocation()
  // The page was still empty when the browser looked for the article it was sent to.
  useEffect(() => {
    if (hash === '') return
    const article = document.getElementById(hash)
    article?.scrollIntoView({ block: 'start' })
    article?.focus({ preventScroll: true })
  }, [hash])
  const { version } = charter
  return (
    <>
      <PageHeader
        title={w.title}
        above={text(charter.council.name)}
        back={{ to: '/council/$councilId', params: { councilId } }}
        beside={<VersionTag version={version} />}
        lead={w.lead}
      />
      <p className="muted">
        {[w.version(version.number), version.inForceFrom && w.inForceSince(format.wholeDay(version.inForceFrom))]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className={styles.acts}>
        <LinkButton kind="quiet" to="/council/$councilId/charter/versions" params={{ councilId }}>
          {w.versions}
        </LinkButton>
        {charter.may.includes('propose') && (
          <LinkButton kind="quiet" to="/council/$councilId/charter/change" params={{ councilId }}>
            {w.propose}
          </LinkButton>
        )}
        <Button kind="plain" icon="print" onPress={() => window.print()}>
          {w.print}
        </Button>
      </div>
      <Card title={w.contents}>
        <nav aria-label={w.contents} className={styles.contents}>
          {charter.articles.map(({ key, number, title }) => (
            <a key={key} href={`#${key}`}>
              {number}. {text(title)}
            </a>
          ))}
        </nav>
      </Card>
      {charter.articles.map(({ key, number, title, text: words }) => (
        <div key={key} id={key} tabIndex={-1} className={styles.article}>
          <Card
            className={styles.article}
            title={
              <>
                <span className={styles.number}>{w.article(number)}</span>
                {text(title)}
              </>
            }
          >
            <p className={styles.prose}>{text(words)}</p>
          </Card>
        </div>
      ))}
    </>
  )
}
