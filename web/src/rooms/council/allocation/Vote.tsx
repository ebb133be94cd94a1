import { castBallot, type Choice, type OwnBallot, readOwnBallot } from '@ronghe/contract/council/allocation-ballots.ts'
import { type AllocationProject, listProjects } from '@ronghe/contract/council/allocation-projects.ts'
import { type AllocationRound, readRound } from '@ronghe/contract/council/allocation.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { recall, remember } from '../../../platform/memory.ts'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './allocation.module.css'
import { BallotForm } from './BallotForm.tsx'
import { mostOf, usedOf } from './choosing.ts'
import { Receipt } from './Receipt.tsx'
import { allocationWords } from './words/words.ts'

/** One's own ballot: filled in, cast, changed until the close. */
export function Vote() {
  const roundId = useParam('roundId')
  const round = useQuery(reading(readRound, { params: { roundId } }))
  const projects = useQuery(reading(listProjects, { params: { roundId } }))
  const own = useQuery(reading(readOwnBallot, { params: { roundId } }))
  return (
    <Shown read={round}>
      {(theRound) => (
        <Shown read={projects}>
          {({ items }) => (
            <Shown read={own}>
              {(ballot) => <Ballot round={theRound} projects={items.filter(({ state }) => state === 'feasible')} own={ballot} />}
            </Shown>
          )}
        </Shown>
      )}
    </Shown>
  )
}

interface Given {
  readonly round: AllocationRound
  readonly projects: readonly AllocationProject[]
  readonly own: OwnBallot
}

function Ballot({ round, projects, own }: Given) {
  const w = useWords(allocationWords)
  const { person } = useSession()
  const format = useFormat()
  const { ballot } = round.rules
  const lead =
    ballot.form === 'points' ? w.voteLead.points(format.count(ballot.points)) : w.voteLead[ballot.form](format.count(ballot.most))
  const back = { to: '/council/allocation/$roundId', params: { roundId: round.id } }
  if (own.because) return <MayNot round={round} because={own.because} />
  return (
    <>
      <PageHeader title={w.voteTitle} lead={lead} back={back} />
      <Filling key={person?.id} round={round} projects={projects} own={own} />
    </>
  )
}

function Filling({ round, projects, own }: Given) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const group = useGroupName()
  const { person } = useSession()
  const draft = useDraft<readonly Choice[]>(`ballot:${round.id}:${person?.id}`, own.choices ?? [])
  const receiptName = `ballot-receipt.${round.id}.${person?.id}`
  const deed = useDeed(castBallot, {
    refreshes: [readOwnBallot],
    onDone: ({ receipt }) => {
      void draft.discard()
      remember(receiptName, receipt ?? undefined)
      if (receipt === null) toast(w.tookBack)
    },
  })
  if (draft.state === 'reading') return <Loading />
  const { ballot, budgetCents, dates } = round.rules
  const chosen = draft.value.filter(({ projectId }) => projects.some(({ id }) => id === projectId))
  const cents = chosen.reduce((sum, { projectId }) => sum + (projects.find(({ id }) => id === projectId)?.cents ?? 0), 0)
  const send = (choices: readonly Choice[]): void => deed.mutate({ params: { roundId: round.id }, body: { choices: [...choices] } })
  const receipt = deed.data ? deed.data.receipt : (recall(receiptName) ?? null)
  return (
    <>
      {own.choices && receipt && (
        <Notice title={w.castTitle}>
          <p>{w.castText(format.day(dates.votingUntil))}</p>
          <Receipt roundId={round.id} receipt={receipt} />
        </Notice>
      )}
      <p>{own.group === null || own.group === 'unstated' ? w.groupUnstated : w.group(group(own.group))}</p>
      <p className="muted small">{w.secret}</p>
      <BallotForm ballot={ballot} projects={projects} choices={chosen} onChange={draft.change} leads />
      <div className={styles.bar}>
        {deed.error && <RefusalLine error={deed.error} />}
        <p role="status">
          {chosen.length === 0 ? w.noneChosen : w.chosen(format.count(chosen.length), format.money(cents), format.money(budgetCents))}
        </p>
        {ballot.form === 'points' && <p role="status">{w.pointsLeft(format.count(mostOf(ballot) - usedOf(chosen, ballot)))}</p>}
        <ButtonRow>
          {chosen.length > 0 && (
            <Button busy={deed.isPending} onPress={() => send(chosen)}>
              {w.cast}
            </Button>
          )}
          {own.choices && (
            <Button
              kind="quiet"
              busy={deed.isPending}
              onPress={() => {
                draft.change([])
                send([])
              }}
            >
              {w.takeBack}
            </Button>
          )}
        </ButtonRow>
      </div>
    </>
  )
}

function MayNot({ round, because }: { readonly round: AllocationRound; readonly because: NonNullable<OwnBallot['because']> }) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const { votingFrom, votingUntil } = round.rules.dates
  const words = {
    notOpen: [w.notOpen, w.notOpenText(format.wholeDay(votingFrom), format.wholeDay(votingUntil))],
    level: [w.level, w.levelText],
    elsewhere: [w.elsewhere, w.elsewhereText],
    onPaper: [w.onPaper, w.onPaperText],
  } as const
  const [title, text] = words[because]
  return (
    <>
      <PageHeader title={w.voteTitle} back={{ to: '/council/allocation/$roundId', params: { roundId: round.id } }} />
      <EmptyState
        title={title}
        next={
          because === 'level' ? (
            <LinkButton to="/me/residence">{w.levelDo}</LinkButton>
          ) : (
            <LinkButton kind="quiet" to="/council/allocation/$roundId" params={{ roundId: round.id }}>
              {w.projects}
            </LinkButton>
          )
        }
      >
        {text}
      </EmptyState>
    </>
  )
}
