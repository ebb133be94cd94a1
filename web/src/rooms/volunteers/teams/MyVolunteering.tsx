import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { readMyVolunteering, stopVolunteering, type VolunteerProfile, writeMyVolunteering } from '@ronghe/contract/volunteers/profile.ts'
import { partsOfDay, type Skill, skills } from '@ronghe/contract/volunteers/skills.ts'
import { listMyShifts } from '@ronghe/contract/volunteers/sign-ups.ts'
import { listTeams } from '@ronghe/contract/volunteers/teams.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice, Choices, Tick } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { MyShiftLines } from '../shifts/MyShiftLines.tsx'
import { shiftWords } from '../shifts/words/words.ts'
import styles from '../volunteers.module.css'
import { TeamLines } from './Teams.tsx'
import { teamWords } from './words/words.ts'

/** My shifts, my teams, and what I said about helping. */
export function MyVolunteering() {
  const w = useWords(teamWords)
  const read = useKept(reading(readMyVolunteering))
  return (
    <>
      <PageHeader title={w.meTitle} lead={w.meLead} back={{ to: '/volunteers' }} />
      <MyShifts />
      <MyTeams />
      <Shown read={read}>{({ profile }) => <Wishes key={profile ? 'known' : 'new'} profile={profile} />}</Shown>
    </>
  )
}

function MyShifts() {
  const w = useWords(teamWords)
  const s = useWords(shiftWords)
  const read = useKept(reading(listMyShifts))
  return (
    <Card title={w.shiftsTitle}>
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={s.mineEmpty}
              next={
                <LinkButton kind="quiet" to="/volunteers">
                  {s.toActivities}
                </LinkButton>
              }
            >
              {s.mineEmptyText}
            </EmptyState>
          ) : (
            <MyShiftLines items={items} />
          )
        }
      </Shown>
    </Card>
  )
}

function MyTeams() {
  const w = useWords(teamWords)
  const { data } = useQuery(reading(listTeams))
  const own = data?.items.filter(({ mine }) => mine) ?? []
  return (
    <Card title={w.teamsTitle} className={styles.after}>
      {own.length === 0 ? <p>{w.noTeams}</p> : <TeamLines teams={own} />}
      <LinkButton kind="plain" to="/volunteers/teams">
        {w.title}
      </LinkButton>
    </Card>
  )
}

const empty = {
  available: [] as readonly string[],
  nearLanes: [] as readonly string[],
  nights: false,
  minor: false,
  skills: [] as readonly Skill[],
}

function Wishes({ profile }: { readonly profile: VolunteerProfile | null }) {
  const w = useWords(teamWords)
  const text = useText()
  const format = useFormat()
  const places = useQuery(reading(listPlaces))
  const [typed, setTyped] = useState({ ...empty, ...profile, skills: profile?.skills.map(({ skill }) => skill) ?? [] })
  const deed = useDeed(writeMyVolunteering, { refreshes: [readMyVolunteering], onDone: () => toast(w.saved) })
  const set = (part: Partial<typeof empty>): void => setTyped({ ...typed, ...part } as typeof typed)
  const send = (): void =>
    deed.mutate({
      body: {
        available: [...typed.available],
        nearLanes: [...typed.nearLanes],
        nights: typed.nights,
        minor: typed.minor,
        skills: [...typed.skills],
      },
    })
  const lanes = (places.data?.communities ?? []).flatMap(({ name, lanes: inside }) =>
    inside.map((lane) => ({ value: lane.id, label: `${text(name)} ${text(lane.name)}` })),
  )
  return (
    <>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.meTitle}>
        <Card title={w.whenTitle} className={styles.after}>
          <Week
            parts={partsOfDay.filter((part) => part !== 'night' || (typed.nights && !typed.minor))}
            value={typed.available}
            onChange={(available) => set({ available })}
          />
        </Card>
        <Card className={styles.after}>
          <Choice
            label={w.age}
            value={typed.minor ? 'minor' : 'adult'}
            onChange={(age) => set({ minor: age === 'minor', ...(age === 'minor' && { nights: false }) })}
            options={[
              { value: 'adult', label: w.adult },
              { value: 'minor', label: w.minor },
            ]}
          />
          {typed.minor && <Notice>{w.guardianNeeded}</Notice>}
          {typed.minor && (
            <LinkButton kind="plain" to="/volunteers/guardian">
              {w.printGuardian}
            </LinkButton>
          )}
          {!typed.minor && <Tick label={w.nights} checked={typed.nights} onChange={(nights) => set({ nights })} />}
          <Choices
            label={w.lanes}
            hint={w.lanesHint}
            optional
            value={typed.nearLanes}
            onChange={(nearLanes) => set({ nearLanes })}
            options={lanes}
          />
          <Choices<Skill>
            label={w.canDo}
            hint={w.canDoHint}
            optional
            value={typed.skills}
            onChange={(next) => set({ skills: next })}
            options={(Object.keys(skills) as Skill[]).map((skill) => ({ value: skill, label: text(skills[skill]) }))}
          />
          <p className="muted small">
            {profile && profile.dialects.length > 0 ? w.dialectsHere(format.list(profile.dialects)) : w.noDialects}
          </p>
          {profile && (
            <p className="small">
              {profile.leadersSee ? w.leadersSee : w.leadersDont}{' '}
              <LinkButton kind="plain" to="/me/consents">
                {w.toConsents}
              </LinkButton>
            </p>
          )}
        </Card>
        <div className={styles.acts}>
          <Button type="submit" wide busy={deed.isPending}>
            {w.save}
          </Button>
        </div>
      </Form>
      {profile && <Stop />}
    </>
  )
}

/** Days down, parts of the day across: one box each. */
function Week({
  parts,
  value,
  onChange,
}: {
  readonly parts: readonly (typeof partsOfDay)[number][]
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}) {
  const w = useWords(teamWords)
  const turn = (time: string): void => onChange(value.includes(time) ? value.filter((one) => one !== time) : [...value, time])
  return (
    <table className={styles.week}>
      <caption className="unseen">{w.whenTitle}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{w.day}</span>
          </th>
          {parts.map((part) => (
            <th key={part} scope="col">
              {w.parts[part]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {w.days.map((day, index) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            {parts.map((part) => {
              const time = `${index + 1}-${part}`
              return (
                <td key={part}>
                  <label>
                    <input
                      type="checkbox"
                      aria-label={`${day} ${w.parts[part]}`}
                      checked={value.includes(time)}
                      onChange={() => turn(time)}
                    />
                  </label>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Stop() {
  const w = useWords(teamWords)
  const [open, setOpen] = useState(false)
  const deed = useDeed(stopVolunteering, {
    refreshes: [readMyVolunteering, listMyShifts, listTeams],
    onDone: () => {
      setOpen(false)
      toast(w.stopped)
    },
  })
  return (
    <>
      <Button wide kind="plain" onPress={() => setOpen(true)}>
        {w.stop}
      </Button>
      <Dialog title={w.stopTitle} open={open} onClose={() => setOpen(false)}>
        <p>{w.stopText}</p>
        {deed.error && <RefusalLine error={deed.error} />}
        <Button kind="careful" wide busy={deed.isPending} onPress={() => deed.mutate({})}>
          {w.stopDo}
        </Button>
      </Dialog>
    </>
  )
}
