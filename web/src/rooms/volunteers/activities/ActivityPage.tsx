import { readActivity, type Activity } from '@ronghe/contract/volunteers/activities.ts'
import { skills } from '@ronghe/contract/volunteers/skills.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useSpan } from '../span.ts'
import styles from '../volunteers.module.css'
import { toneOf } from './Volunteers.tsx'
import { activityWords } from './words/words.ts'

/** One activity: what, where, what it may do to one, and its shifts. */
export function ActivityPage() {
  const params = { activityId: useParam('activityId') }
  const read = useKept(reading(readActivity, { params }))
  return <Shown read={read}>{(activity) => <Page activity={activity} />}</Shown>
}

function Page({ activity }: { readonly activity: Activity }) {
  const w = useWords(activityWords)
  const text = useText()
  const coming = activity.shifts.filter(({ over }) => !over)
  return (
    <>
      <PageHeader
        title={text(activity.title)}
        back={{ to: '/volunteers' }}
        above={w.kind[activity.kind]}
        beside={
          <span className={styles.tags}>
            <Tag tone={toneOf(activity.state)}>{w.state[activity.state]}</Tag>
            {activity.mine && <Tag tone="quiet">{w.mineTag}</Tag>}
          </span>
        }
      />
      {activity.reason && (
        <Notice tone="attention" title={w.reason}>
          {activity.reason}
        </Notice>
      )}
      <ActivityFacts activity={activity} />
      {activity.briefing && (
        <Card title={w.risk} className={styles.after}>
          <p className="muted small">{w.riskLead}</p>
          <p className={styles.words}>{text(activity.briefing)}</p>
        </Card>
      )}
      <Card title={w.shifts} className={styles.after}>
        {coming.length === 0 ? <p>{w.noShifts}</p> : <ShiftLines shifts={coming} />}
      </Card>
      <div className={styles.acts}>
        {activity.may.length > 0 && (
          <LinkButton wide kind="quiet" to="/volunteers/work/$activityId" params={{ activityId: activity.id }}>
            {w.lead2}
          </LinkButton>
        )}
        <LinkButton wide kind="plain" to="/volunteers">
          {w.toAll}
        </LinkButton>
      </div>
    </>
  )
}

export function ActivityFacts({ activity }: { readonly activity: Activity }) {
  const w = useWords(activityWords)
  const text = useText()
  const format = useFormat()
  const { skill, proof, dialect } = activity.needs
  const named = skill && (proof ? w.needsProof(text(skills[skill])) : text(skills[skill]))
  const facts: (readonly [string, React.ReactNode])[] = [
    [
      w.about,
      <span key="about" className={styles.words}>
        {text(activity.about)}
      </span>,
    ],
    [w.where, [text(activity.place), activity.where && text(activity.where)].filter(Boolean).join(' · ')],
    ...(activity.team ? [[w.team, text(activity.team.name)] as const] : []),
    ...(named || dialect
      ? [
          [
            w.needs,
            <>
              {format.list([named, dialect].filter((one) => typeof one === 'string'))}
              <br />
              <span className="muted small">{w.needsSome}</span>
            </>,
          ] as const,
        ]
      : []),
    ...(activity.insurance
      ? [
          [
            w.insurance,
            w.insured(activity.insurance.insurer, activity.insurance.policyNumber, format.wholeDay(activity.insurance.until)),
          ] as const,
        ]
      : []),
    ...(activity.parties.length > 0
      ? [
          [
            w.parties,
            format.list(activity.parties.map(({ organ, host, role }) => w.stands(text(organ.name), host ? w.host : text(role)))),
          ] as const,
        ]
      : []),
  ]
  return (
    <Card>
      <Facts facts={facts} />
      {activity.withChildren && <Notice>{w.children}</Notice>}
    </Card>
  )
}

export function ShiftLines({ shifts, to = '/volunteers/shifts/$shiftId' }: { readonly shifts: Activity['shifts']; readonly to?: string }) {
  const w = useWords(activityWords)
  const text = useText()
  const span = useSpan()
  return (
    <CardList>
      {shifts.map((shift) => (
        <CardItem
          key={shift.id}
          title={span(shift)}
          second={
            shift.cancelled
              ? w.cancelledShift(shift.cancelled.because)
              : [w.places(shift.placesLeft), shift.night && w.night, shift.place && text(shift.place)].filter(Boolean).join(' · ')
          }
          end={
            shift.over ? (
              <Tag tone="quiet">{w.overTag}</Tag>
            ) : shift.missing > 0 && !shift.cancelled ? (
              <Tag tone="attention">{w.missing(shift.missing)}</Tag>
            ) : undefined
          }
          to={to}
          params={{ shiftId: shift.id }}
        />
      ))}
    </CardList>
  )
}
