import { listHazardsAtDesk } from '@ronghe/contract/station/hazards.ts'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { placeOf } from '../../../platform/place.ts'
import { TwoColumns } from '../../../shell/ListDetail.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { hazardsWords } from '../words/hazards/words.ts'
import { type DeskHazard, useHazardTitle } from './HazardList.tsx'
import { HazardPhotos } from './HazardPhotos.tsx'
import { HazardSteps } from './HazardSteps.tsx'
import styles from './hazards-desk.module.css'
import { hazardsDeskWords } from './words/words.ts'

/** There is no reading of one at the desk: it is looked for among the open ones, then among the ended. */
async function findHazard(id: string, signal: AbortSignal): Promise<DeskHazard | null> {
  for (const open of ['yes', 'no'] as const) {
    let after: string | undefined
    do {
      const page = await call(listHazardsAtDesk, { query: { open, limit: 100, ...(after !== undefined && { after }) }, signal })
      const found = page.items.find((item) => item.id === id)
      if (found) return found
      after = page.next ?? undefined
    } while (after !== undefined)
  }
  return null
}

/** One hazard: the words as they came, the photos to cover, what was done, and the next step. */
export function OneHazard() {
  const w = useWords(hazardsDeskWords)
  const id = useParam('hazardId')
  const read = useQuery({ queryKey: [listHazardsAtDesk.id, 'one', id], queryFn: ({ signal }) => findHazard(id, signal) })
  return (
    <Shown read={read}>
      {(hazard) => (hazard === null ? <EmptyState title={w.empty}>{w.emptyNext}</EmptyState> : <Whole key={id} hazard={hazard} />)}
    </Shown>
  )
}

function Whole({ hazard }: { readonly hazard: DeskHazard }) {
  const w = useWords(hazardsDeskWords)
  const states = useWords(hazardsWords).state
  const text = useText()
  const format = useFormat()
  const title = useHazardTitle()
  return (
    <>
      <PageHeader
        title={title(hazard)}
        above={`${hazard.number} · ${w.reported(format.day(hazard.reportedOn))}`}
        beside={<Tag tone={hazard.late ? 'alert' : 'going'}>{hazard.late ? w.late : states[hazard.state]}</Tag>}
        lead={hazard.line}
        back={{ to: '/hazards', label: w.back }}
      />
      <TwoColumns beside={<Beside hazard={hazard} />}>
        <Card title={w.asSent}>
          {hazard.wordsAsSent === null ? (
            <p className="muted">{w.notForDepartment}</p>
          ) : (
            <>
              <p className={styles.words}>{hazard.wordsAsSent}</p>
              <p className={`${styles.hint} muted small`}>{w.asSentHint}</p>
            </>
          )}
          <Facts
            facts={[
              [w.public, hazard.words ?? w.notPublicYet],
              [
                w.place,
                hazard.lane || hazard.community
                  ? format.list([hazard.community, hazard.lane].flatMap((place) => (place ? [text(place)] : [])))
                  : w.placeUnknown,
              ],
              [w.department, hazard.department === null ? w.noDepartment : text(hazard.department)],
              ...(hazard.reopened > 0 ? [['', w.reopened(hazard.reopened)] as const] : []),
            ]}
          />
        </Card>
        <HazardPhotos hazard={hazard} />
        <HazardSteps hazard={hazard} />
      </TwoColumns>
    </>
  )
}

function Beside({ hazard }: { readonly hazard: DeskHazard }) {
  const w = useWords(hazardsDeskWords)
  const states = useWords(hazardsWords).state
  const format = useFormat()
  return (
    <>
      <Card title={w.timeline}>
        <Timeline
          steps={hazard.timeline.map(({ on, sentence }, place) => ({ key: String(place), title: sentence, when: format.day(on) }))}
        />
        <LinkButton kind="plain" href={`${placeOf(location.pathname).prefix}/hazards/${hazard.id}`}>
          {w.openPublic}
        </LinkButton>
      </Card>
      {hazard.similar.length > 0 && (
        <Card title={w.similar}>
          <ul className={styles.similar}>
            {hazard.similar.map(({ id, number, state }) => (
              <li key={id}>
                <Link to={'/hazards/$hazardId' as string} params={{ hazardId: id } as never}>
                  {number}
                </Link>{' '}
                <Tag tone="quiet">{states[state]}</Tag>
              </li>
            ))}
          </ul>
          <p className="muted small">{w.similarHint}</p>
        </Card>
      )}
    </>
  )
}
