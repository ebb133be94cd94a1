import type { Chain } from '@ronghe/contract/council/chain.ts'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Timeline, type TimelineStep } from '../../../ui/Timeline.tsx'
import styles from './resolutions.module.css'
import { resolutionWords } from './words/words.ts'

/** From a knock on the door to the deed: every link that is there, in order, and no name in it. */
export function ChainView({ chain }: { readonly chain: Chain }) {
  const w = useWords(resolutionWords)
  const text = useText()
  const format = useFormat()
  const { visits, concerns, merged, conversation, support, meeting, vote, resolution } = chain
  const steps: readonly (TimelineStep | null)[] = [
    {
      key: 'visits',
      title: w.chainVisits,
      when: visits.count > 0 && visits.lastOn ? format.day(visits.lastOn) : undefined,
      detail: visits.count > 0 ? w.chainVisitsText(visits.count, format.list(visits.lanes.map(text))) : w.chainNoVisits,
    },
    {
      key: 'concerns',
      title: w.chainConcerns,
      detail: concerns.kind === 'shown' ? w.chainConcernsCount(format.count(concerns.count)) : w.chainFew,
    },
    merged && {
      key: 'merged',
      title: w.chainMerged,
      detail: (
        <>
          <Link to="/council/merged/$mergedId" params={{ mergedId: merged.id } as never}>
            {merged.title}
          </Link>
          {merged.dropped.length > 0 && <p>{w.chainDropped(format.list(merged.dropped))}</p>}
        </>
      ),
    },
    conversation && {
      key: 'statements',
      title: w.chainStatements,
      detail: (
        <>
          <p>{text(conversation.title)}</p>
          <ul className={styles.lines}>
            {conversation.statements.map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </>
      ),
    },
    {
      key: 'support',
      title: w.chainSupport,
      detail: w.chainSupportText(format.count(support.residents ?? 0), format.count(support.delegates)),
    },
    meeting && { key: 'meeting', title: w.chainMeeting, when: w.chainMeetingText(format.day(meeting.onDay)) },
    vote && {
      key: 'vote',
      title: `${w.chainVote}：${w.voteStates[vote.state] ?? vote.state}`,
      when: vote.onDay ? format.day(vote.onDay) : undefined,
    },
    resolution && {
      key: 'resolution',
      title: w.chainResolution,
      detail: (
        <>
          <Link to="/council/resolutions/$resolutionId" params={{ resolutionId: resolution.id } as never}>
            {w.number(resolution.number)}
          </Link>
          <ul className={styles.lines}>
            {resolution.tasks.map((task) => (
              <li key={task.what}>
                {w.chainTask(task.what, text(task.owner), format.day(task.dueOn))}
                {task.overdue && ` · ${w.late}`}
              </li>
            ))}
          </ul>
        </>
      ),
    },
  ]
  return (
    <Card title={w.chain}>
      <Timeline steps={steps.filter((step) => step !== null)} />
    </Card>
  )
}
