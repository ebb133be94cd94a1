import { type HazardOnDesk, readHazardAtDesk } from '@ronghe/contract/station/hazards.ts'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { placeOf } from '../../../platform/place.ts'
import { reading } from '../../../platform/queries.ts'
import { EscalationsCard } from '../../../shell/EscalationDays.tsx'
import { TwoColumns } from '../../../shell/ListDetail.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { hazardsWords } from '../words/hazards/words.ts'
import { useHazardTitle } from './HazardList.tsx'
import { HazardPhotos } from './HazardPhotos.tsx'
import { HazardSteps } from './HazardSteps.tsx'
import styles from './hazards-desk.module.css'
import { hazardsDeskWords } from './words/words.ts'

type OneOnDesk = z.infer<typeof HazardOnDesk>

/** One hazard: the words as they came, the photos to cover, what was done, and the next step. */
export function OneHazard() {
  const hazardId = useParam('hazardId')
  return (
    <Shown read={useQuery(reading(readHazardAtDesk, { params: { hazardId } }))}>
      {(hazard) => <Whole key={hazardId} hazard={hazard} />}
    </Shown>
  )
}

function Whole({ hazard }: { readonly hazard: OneOnDesk }) {
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

function Beside({ hazard }: { readonly hazard: OneOnDesk }) {
  const w = useWords(hazardsDeskWords)
  const states = useWords(hazardsWords).state
  const format = useFormat()
  return (
    <>
      <Card title={w.timeline}>
        <Timeline
          steps={hazard.timeline.map(({ on, sentence, words }, place) => ({
            key: String(place),
            title: sentence,
            when: format.day(on),
            ...(words !== null && { detail: words }),
          }))}
        />
        <LinkButton kind="plain" href={`${placeOf(location.pathname).prefix}/hazards/${hazard.id}`}>
          {w.openPublic}
        </LinkButton>
      </Card>
      {hazard.escalations && <EscalationsCard escalations={hazard.escalations} escalated={hazard.escalated} />}
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
