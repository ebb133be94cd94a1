import type { Resolution } from '@ronghe/contract/council/resolutions.ts'
import type { Shown } from '@ronghe/contract/platform/shown.ts'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../../platform/language/language.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import styles from './resolutions.module.css'
import { resolutionWords } from './words/words.ts'

/** The text that was voted on, the reasons, and the advice where another body decides. */
export function Decided({ resolution }: { readonly resolution: Resolution }) {
  const w = useWords(resolutionWords)
  const { language } = useLanguage()
  const format = useFormat()
  const lines = (language === 'en' && resolution.translation) || resolution.decided
  return (
    <>
      <Card title={w.decided}>
        <ol className={styles.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <Facts
          facts={[
            [w.adoptedOn, format.wholeDay(resolution.adoptedOn)],
            ...(resolution.publishedOn ? ([[w.publishedOn, format.wholeDay(resolution.publishedOn)]] as const) : []),
            ...(resolution.doer ? ([[w.doer, resolution.doer]] as const) : []),
          ]}
        />
      </Card>
      <Card title={w.reasons}>
        <p className={styles.words}>{resolution.reasons ?? w.noReasons(format.wholeDay(resolution.publishBy))}</p>
      </Card>
      {resolution.advice && <Advice advice={resolution.advice} />}
    </>
  )
}

function Advice({ advice }: { readonly advice: NonNullable<Resolution['advice']> }) {
  const w = useWords(resolutionWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.advice}>
      <Facts facts={[[w.adviceTo, text(advice.to)], ...(advice.law ? ([[w.law, advice.law]] as const) : [])]} />
      {advice.reply ? (
        <p className={styles.words}>
          <strong>{w.replies[advice.reply]}</strong> {advice.words}
        </p>
      ) : (
        <p>{advice.replyBy && w.replyBy(format.wholeDay(advice.replyBy))}</p>
      )}
      {advice.silentSince && <Notice tone="attention">{w.silent(format.wholeDay(advice.silentSince))}</Notice>}
    </Card>
  )
}

/** When it is asked, and what was said; few are not shown. */
export function ReviewCard({ resolution: { review, reviewOn } }: { readonly resolution: Resolution }) {
  const w = useWords(resolutionWords)
  const format = useFormat()
  if (!review)
    return reviewOn === null ? null : (
      <Card title={w.review}>
        <p>{w.reviewOn(format.wholeDay(reviewOn))}</p>
      </Card>
    )
  const said = (shown: z.infer<typeof Shown>): string => (shown.kind === 'shown' ? w.people(format.count(shown.count)) : w.few)
  return (
    <Card title={w.review}>
      <Facts
        facts={[
          [w.reviewAsked, said(review.asked)],
          [w.solved.yes, said(review.yes)],
          [w.solved.partly, said(review.partly)],
          [w.solved.no, said(review.no)],
        ]}
      />
    </Card>
  )
}

export function Course({ resolution: { events } }: { readonly resolution: Resolution }) {
  const w = useWords(resolutionWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.course}>
      <Timeline
        steps={events.map((event, place) => ({
          key: String(place),
          title: event.kind === 'escalated' ? `${w.events.escalated}：${w.told[event.words as keyof typeof w.told]}` : w.events[event.kind],
          when: [format.day(event.onDay), event.by && text(event.by)].filter(Boolean).join(' · '),
          ...(event.words && event.kind !== 'escalated' && { detail: <span className={styles.words}>{event.words}</span> }),
        }))}
      />
    </Card>
  )
}
