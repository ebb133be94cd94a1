import { joinTeam, leaveTeam, listTeams, readTeam, type Team } from '@ronghe/contract/volunteers/teams.ts'
import { listActivities } from '@ronghe/contract/volunteers/activities.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { LeadingTeam } from '../roster/LeadingTeam.tsx'
import { useSpan } from '../span.ts'
import styles from '../volunteers.module.css'
import { teamWords } from './words/words.ts'

/** Every team that is at work. */
export function Teams() {
  const w = useWords(teamWords)
  const read = useKept(reading(listTeams))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/volunteers' }} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={w.none}
              next={
                <LinkButton kind="quiet" to="/volunteers">
                  {w.toActivities}
                </LinkButton>
              }
            >
              {w.noneText}
            </EmptyState>
          ) : (
            <Card>
              <TeamLines teams={items} />
            </Card>
          )
        }
      </Shown>
    </>
  )
}

export function TeamLines({ teams }: { readonly teams: readonly Team[] }) {
  const w = useWords(teamWords)
  const text = useText()
  const format = useFormat()
  return (
    <CardList>
      {teams.map((team) => (
        <CardItem
          key={team.id}
          title={text(team.name)}
          second={[w.kind[team.kind], team.endsOn && w.until(format.day(team.endsOn)), format.list(team.dialects)]
            .filter(Boolean)
            .join(' · ')}
          end={team.mine ? <Tag>{w.mine}</Tag> : undefined}
          to="/volunteers/teams/$teamId"
          params={{ teamId: team.id }}
        />
      ))}
    </CardList>
  )
}

export function TeamPage() {
  const params = { teamId: useParam('teamId') }
  const read = useKept(reading(readTeam, { params }))
  return <Shown read={read}>{(team) => <Page team={team} />}</Shown>
}

function Page({ team }: { readonly team: Team }) {
  const w = useWords(teamWords)
  const ui = useWords(uiWords)
  const text = useText()
  const format = useFormat()
  const { person } = useSession()
  const params = { teamId: team.id }
  const refreshes = [readTeam, listTeams]
  const leave = useDeed(leaveTeam, { refreshes, onDone: () => toast(w.left, () => join.mutate({ params })) })
  const join = useDeed(joinTeam, { refreshes, onDone: () => toast(w.joined) })
  const error = join.error ?? leave.error
  return (
    <>
      <PageHeader
        title={text(team.name)}
        above={w.kind[team.kind]}
        back={{ to: '/volunteers/teams' }}
        beside={team.mine ? <Tag>{w.mine}</Tag> : team.closedOn ? <Tag tone="quiet">{w.closed}</Tag> : undefined}
        lead={text(team.about)}
      />
      <Card>
        <Facts
          facts={[
            [w.leader, text(team.leader.post)],
            [w.organ, text(team.organ.name)],
            [w.members, team.members.kind === 'shown' ? `${format.count(team.members.count)} ${w.people}` : ui.tooFew],
            ...(team.dialects.length > 0 ? [[w.dialects, format.list(team.dialects)] as const] : []),
            ...(team.endsOn ? [[w.kind.taskTeam, w.until(format.day(team.endsOn))] as const] : []),
          ]}
        />
      </Card>
      {error && <RefusalLine error={error} />}
      <div className={styles.acts}>
        {team.may.includes('join') && (
          <Button wide busy={join.isPending} onPress={() => join.mutate({ params })}>
            {w.join}
          </Button>
        )}
        {!person && !team.closedOn && (
          <LinkButton wide to="/sign-in" search={{ next: `/volunteers/teams/${team.id}` }}>
            {w.signInFirst}
          </LinkButton>
        )}
        {team.may.includes('leave') && (
          <Button wide kind="quiet" busy={leave.isPending} onPress={() => leave.mutate({ params })}>
            {w.leave}
          </Button>
        )}
        {team.may.includes('lead') && (
          <LinkButton wide kind="quiet" to="/volunteers/teams/$teamId/members" params={params}>
            {w.toMembers}
          </LinkButton>
        )}
        {team.may.includes('lead') && <LeadingTeam team={team} />}
      </div>
      <OpenHere teamId={team.id} />
    </>
  )
}

function OpenHere({ teamId }: { readonly teamId: string }) {
  const w = useWords(teamWords)
  const text = useText()
  const span = useSpan()
  const { data } = useQuery(reading(listActivities, { query: { teamId, limit: 10 } }))
  if (!data) return null
  return (
    <Card title={w.activities} className={styles.after}>
      {data.items.length === 0 ? (
        <p>{w.noActivities}</p>
      ) : (
        <CardList>
          {data.items.map(({ id, title, next }) => (
            <CardItem
              key={id}
              title={text(title)}
              {...(next && { second: span(next) })}
              to="/volunteers/activities/$activityId"
              params={{ activityId: id }}
            />
          ))}
        </CardList>
      )}
    </Card>
  )
}
