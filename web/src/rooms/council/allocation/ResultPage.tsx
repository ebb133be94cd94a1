import { type AllocationResult, downloadBallots, type ProjectOutcome, readResult } from '@ronghe/contract/council/allocation-results.ts'
import { type AllocationRound, readRound } from '@ronghe/contract/council/allocation.ts'
import { useQuery } from '@tanstack/react-query'
import { addressOf, ProblemError } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam, useSearchText } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './allocation.module.css'
import { GroupEffects } from './GroupEffects.tsx'
import { Objections } from './Objections.tsx'
import { Returned } from './Returned.tsx'
import { Settle } from './Settle.tsx'
import { toneOf } from './tones.ts'
import { useWhy } from './Why.tsx'
import { allocationWords } from './words/words.ts'

/** Who got what and why, what it did for both groups, and how to check it. */
export function ResultPage() {
  const w = useWords(allocationWords)
  const roundId = useParam('roundId')
  const count = useSearchText('count') === '1' ? 1 : undefined
  const round = useQuery(reading(readRound, { params: { roundId } }))
  const read = useQuery(reading(readResult, { params: { roundId }, query: { ...(count && { count }) } }))
  const back = { to: '/council/allocation/$roundId', params: { roundId } }
  if (read.error instanceof ProblemError && read.error.problem.code === 'no-allocation-result')
    return (
      <>
        <PageHeader title={w.resultTitle} back={back} />
        <EmptyState
          title={w.resultWait}
          next={
            <LinkButton kind="quiet" {...back}>
              {w.projects}
            </LinkButton>
          }
        >
          {w.resultWaitText}
        </EmptyState>
      </>
    )
  return <Shown read={round}>{(theRound) => <Shown read={read}>{(result) => <OneResult round={theRound} result={result} />}</Shown>}</Shown>
}

function OneResult({ round, result }: { readonly round: AllocationRound; readonly result: AllocationResult }) {
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const group = useGroupName()
  const funded = result.projects.filter((project) => project.funded)
  const numbers = (list: readonly number[]): string =>
    list.length === 0 ? w.nothing : format.list(list.map((number) => w.numberOnly(format.count(number))))
  return (
    <>
      <PageHeader
        title={w.resultTitle}
        above={text(round.title)}
        beside={<Tag tone={toneOf(round.state)}>{w.states[round.state]}</Tag>}
        back={{ to: '/council/allocation/$roundId', params: { roundId: round.id } }}
        lead={w.summary(
          result.voters.kind === 'shown' ? format.count(result.voters.count) : w.tooFewVoters,
          format.count(funded.length),
          format.money(result.costCents),
          format.money(result.budgetCents),
        )}
      />
      {result.endowment && (
        <p>{w.endowment(format.count(Math.floor(result.endowment.first)), format.count(Math.floor(result.endowment.last)))}</p>
      )}
      {result.alarms.length > 0 && (
        <Notice tone="attention" title={w.alarmTitle}>
          {result.alarms.map(({ group: of, of: what }) => (
            <p key={`${of} ${what}`}>{w.alarm[what](group(of))}</p>
          ))}
        </Notice>
      )}
      {result.count === 2 && result.changes && (
        <Notice title={w.second}>
          <p>{w.changes(numbers(result.changes.lost), numbers(result.changes.gained))}</p>
          <LinkButton kind="plain" to={`/council/allocation/${round.id}/result`} search={{ count: '1' }}>
            {w.firstCount}
          </LinkButton>
        </Notice>
      )}
      {result.count === 1 && round.returned && (
        <>
          <Returned round={round} />
          {round.state !== 'corrections' && (
            <LinkButton kind="plain" to={`/council/allocation/${round.id}/result`}>
              {w.latestCount}
            </LinkButton>
          )}
        </>
      )}
      <div className={styles.actions}>
        <LinkButton kind="quiet" to="/council/allocation/$roundId/my-vote" params={{ roundId: round.id }}>
          {w.myVote}
        </LinkButton>
        <Button kind="quiet" icon="print" onPress={() => window.print()}>
          {w.print}
        </Button>
      </div>
      {round.may.includes('settle') && <Settle round={round} funded={funded} />}
      <Outcomes title={w.fundedCaption} outcomes={funded} all={result.projects} />
      <Outcomes title={w.unfundedCaption} outcomes={result.projects.filter((project) => !project.funded)} all={result.projects} />
      {result.ties.length > 0 && (
        <Card title={w.tiesTitle} className={styles.gap}>
          {result.ties.map(({ among, winner, by }) => (
            <p key={`${among.join()} ${winner}`}>
              {w.tie(numbers(among), w.numberOnly(format.count(winner)), w.tieBy[by as keyof typeof w.tieBy] ?? by)}
            </p>
          ))}
        </Card>
      )}
      <GroupEffects result={result} />
      <BallotFile round={round} result={result} />
      <Objections round={round} />
    </>
  )
}

/** Each project with its figures in one line and the reason below it. */
function Outcomes({
  title,
  outcomes,
  all,
}: {
  readonly title: string
  readonly outcomes: readonly ProjectOutcome[]
  readonly all: readonly ProjectOutcome[]
}) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const why = useWhy()
  const titles = new Map(all.map((project) => [project.number, project.title]))
  if (outcomes.length === 0) return null
  return (
    <Card title={title} className={styles.gap}>
      <CardList>
        {outcomes.map((project) => (
          <CardItem
            key={project.projectId}
            title={<strong>{w.numbered(format.count(project.number), project.title)}</strong>}
            second={
              <>
                {[
                  format.money(project.cents),
                  w.votes(format.count(project.votes)),
                  project.inGreedy === project.funded ? undefined : project.inGreedy ? w.inGreedy : w.notInGreedy,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                <span className={styles.why}>{why(project, titles)}</span>
              </>
            }
          />
        ))}
      </CardList>
    </Card>
  )
}

function BallotFile({ round, result }: { readonly round: AllocationRound; readonly result: AllocationResult }) {
  const w = useWords(allocationWords)
  const { file } = result
  return (
    <Card title={w.fileTitle} className={styles.gap}>
      <p>{w.fileText}</p>
      <p className="muted small">{w.fileWarn}</p>
      <p className="small">
        {w.command}
        <code className={styles.code}>{file.command}</code>
      </p>
      <p className="small">
        {w.sha}
        <code className={styles.code}>{file.sha256}</code>
      </p>
      <ButtonRow>
        <LinkButton to={`/council/allocation/${round.id}/recount`} search={{ count: String(result.count) }}>
          {w.recount}
        </LinkButton>
        <LinkButton kind="quiet" href={addressOf(downloadBallots, { params: { roundId: round.id }, query: { count: result.count } })}>
          {w.download}
        </LinkButton>
      </ButtonRow>
    </Card>
  )
}
