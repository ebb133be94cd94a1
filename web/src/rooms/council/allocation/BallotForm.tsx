import type { Choice } from '@ronghe/contract/council/allocation-ballots.ts'
import type { BallotForm as Form } from '@ronghe/contract/council/allocation-rules.ts'
import type { AllocationProject } from '@ronghe/contract/council/allocation-projects.ts'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import styles from './allocation.module.css'
import { hasRoom, moved, pointed, toggled } from './choosing.ts'
import { FindProjects, foundBy, nothingAsked } from './FindProjects.tsx'
import { allocationWords } from './words/words.ts'

interface Filling {
  readonly ballot: Form
  readonly projects: readonly AllocationProject[]
  readonly choices: readonly Choice[]
  readonly onChange: (choices: readonly Choice[]) => void
  /** Where the projects' pages are at hand. */
  readonly leads?: boolean
}

/** Ticks, points or places: the same list, each within reach of one thumb. */
export function BallotForm(filling: Filling) {
  const w = useWords(allocationWords)
  const [asked, setAsked] = useState(nothingAsked)
  const { ballot, projects, choices } = filling
  const shown = projects
    .filter(foundBy(asked))
    .filter(({ id }) => ballot.form !== 'ranking' || !choices.some(({ projectId }) => projectId === id))
  return (
    <>
      {ballot.form === 'ranking' && <Ranked {...filling} />}
      {projects.length > 8 && <FindProjects projects={projects} asked={asked} onChange={setAsked} />}
      {!hasRoom(choices, ballot) && <p role="status">{w.full}</p>}
      {shown.length === 0 && projects.length > choices.length && <p className="muted">{w.foundNone}</p>}
      <ul className={styles.ballot} aria-label={w.projects}>
        {shown.map((project) => (
          <Option key={project.id} project={project} {...filling} />
        ))}
      </ul>
    </>
  )
}

function Option({ project, ballot, choices, onChange, leads = false }: Filling & { readonly project: AllocationProject }) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const { id, title } = project
  const mine = choices.find(({ projectId }) => projectId === id)
  const room = hasRoom(choices, ballot)
  const name = w.numbered(format.count(project.number), title)
  const field = `ballot-${id}`
  if (ballot.form === 'approval')
    return (
      <li className={styles.option}>
        <input
          id={field}
          type="checkbox"
          checked={mine !== undefined}
          aria-disabled={!mine && !room}
          onChange={() => onChange(toggled(choices, ballot, id))}
        />
        <label htmlFor={field}>{name}</label>
        <Under project={project} leads={leads} />
      </li>
    )
  if (ballot.form === 'ranking')
    return (
      <li className={styles.option}>
        <Round icon="up" label={w.rankAdd(name)} off={!room} onPress={() => onChange(toggled(choices, ballot, id))} />
        <span>{name}</span>
        <Under project={project} leads={leads} />
      </li>
    )
  return (
    <li className={classNames(styles.option, styles.pointed, mine && styles.chosen)}>
      <span>{name}</span>
      <span className={styles.stepper} role="group" aria-label={w.pointsOf(name)}>
        <Round label={w.less(name)} off={!mine} onPress={() => onChange(pointed(choices, ballot, id, -1))}>
          −
        </Round>
        <output>{mine?.points ?? 0}</output>
        <Round label={w.more(name)} off={!room} onPress={() => onChange(pointed(choices, ballot, id, 1))}>
          +
        </Round>
      </span>
      <Under project={project} leads={leads} />
    </li>
  )
}

/** What is placed already, in order, with the way up, down and off. */
function Ranked({ projects, choices, ballot, onChange }: Filling) {
  const w = useWords(allocationWords)
  const format = useFormat()
  if (choices.length === 0) return <p>{w.rankNone}</p>
  return (
    <ol className={styles.ballot} aria-label={w.ranked}>
      {choices.map(({ projectId }, place) => {
        const project = projects.find(({ id }) => id === projectId)
        if (!project) return null
        const name = w.numbered(format.count(project.number), project.title)
        return (
          <li key={projectId} className={classNames(styles.option, styles.chosen)}>
            <span className={styles.place}>{place + 1}</span>
            <span>{name}</span>
            <span className={styles.actions}>
              <Round icon="up" label={w.rankUp(name)} off={place === 0} onPress={() => onChange(moved(choices, projectId, -1))} />
              <Round
                icon="down"
                label={w.rankDown(name)}
                off={place === choices.length - 1}
                onPress={() => onChange(moved(choices, projectId, 1))}
              />
              <Round icon="close" label={w.rankOff(name)} onPress={() => onChange(toggled(choices, ballot, projectId))} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const Round = ({
  icon,
  label,
  off = false,
  onPress,
  children,
}: {
  readonly icon?: IconName
  readonly label: string
  readonly off?: boolean
  readonly onPress: () => void
  readonly children?: ReactNode
}) => (
  <button type="button" className={styles.round} aria-label={label} aria-disabled={off || undefined} onClick={() => !off && onPress()}>
    {icon ? <Icon name={icon} /> : children}
  </button>
)

function Under({ project, leads }: { readonly project: AllocationProject; readonly leads: boolean }) {
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  return (
    <span className={styles.under}>
      <span>{[format.money(project.cents), project.place && text(project.place)].filter(Boolean).join(' · ')}</span>
      {leads && (
        <Link
          to={'/council/allocation/$roundId/projects/$projectId' as string}
          params={{ roundId: project.roundId, projectId: project.id } as never}
          aria-label={`${w.details}: ${project.title}`}
        >
          {w.details}
        </Link>
      )}
    </span>
  )
}
