import type { GroupCounts, StatementResult } from '@ronghe/contract/council/conversations.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useLanguage, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { GroupPair, useGroupName, type Share } from '../../../ui/GroupPair.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './conversations.module.css'
import { conversationWords } from './words/words.ts'

export const shareOf = (counts: GroupCounts | null): Share =>
  counts && counts.seen > 0
    ? { share: counts.agree / counts.seen, low: counts.low, high: counts.high, count: counts.agree, of: counts.seen }
    : null

export const verdictOf = ({ verdict: { newcomer, local } }: Pick<StatementResult, 'verdict'>): 'common' | 'few' | 'open' =>
  newcomer === 'met' && local === 'met' ? 'common' : newcomer === 'tooFew' || local === 'tooFew' ? 'few' : 'open'

/** One statement with what both groups say to it, as far as it may be shown. */
export function StatementResultCard({ result, note }: { readonly result: StatementResult; readonly note?: ReactNode }) {
  const w = useWords(conversationWords)
  const verdict = verdictOf(result)
  return (
    <Card>
      <p className={styles.above}>
        <Tag tone={verdict === 'common' ? 'going' : verdict === 'open' ? 'attention' : 'quiet'}>{w.tags[verdict]}</Tag>
        <span className="muted small">{w.numberOf(result.number)}</span>
      </p>
      <h3 className={styles.words}>
        <StatementWordsIn statement={result} />
      </h3>
      {note !== undefined && <p>{note}</p>}
      <Figures result={result} />
    </Card>
  )
}

/** In the reader's language where there is a translation. */
export function StatementWordsIn({ statement }: { readonly statement: { readonly words: string; readonly translation: string | null } }) {
  const { language } = useLanguage()
  const inEnglish = language === 'en' && statement.translation
  return <span lang={inEnglish ? 'en' : 'zh-CN'}>{inEnglish || statement.words}</span>
}

function Figures({ result }: { readonly result: StatementResult }) {
  const w = useWords(conversationWords)
  const format = useFormat()
  const groupName = useGroupName()
  const { groups, total, unstated, verdict } = result
  if (groups)
    return (
      <>
        <GroupPair
          half
          label={result.words}
          newcomer={shareOf(groups.newcomer)}
          local={shareOf(groups.local)}
          {...(unstated && unstated.seen > 0 && { unstated: shareOf(unstated) })}
        />
        {(['newcomer', 'local'] as const).map(
          (group) =>
            verdict[group] === 'tooFew' && (
              <p key={group} className="muted small">
                {w.verdictFew(groupName(group))}
              </p>
            ),
        )}
        {unstated === null && <p className="muted small extra">{w.unstatedNone}</p>}
      </>
    )
  return (
    <p className="muted">{total ? `${w.groupsFew}${w.totalOnly(format.count(total.agree), format.count(total.seen))}` : w.nothingShown}</p>
  )
}
