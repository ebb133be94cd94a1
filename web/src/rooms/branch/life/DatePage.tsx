import { type Occasion, readMyBranchYear, readOccasion } from '@ronghe/contract/branch/occasions.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Card, Facts } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './life.module.css'
import { Coming } from './MyYear.tsx'
import { useOccasionLines } from './occasion-lines.ts'
import { lifeWords } from './words/words.ts'

type Page = Occasion & { readonly minutes: string | null }

/** One date, for a member. */
export function DatePage() {
  const w = useWords(lifeWords)
  const text = useText()
  const lines = useOccasionLines()
  const params = { branchId: useParam('branchId'), occasionId: useParam('occasionId') }
  const mine = useQuery(reading(readMyBranchYear)).data?.items.find(({ id }) => id === params.occasionId)
  return (
    <Shown read={useQuery(reading(readOccasion, { params }))}>
      {(one) => (
        <>
          <PageHeader
            title={text(one.title)}
            above={w.kinds[one.kind]}
            beside={<Tag tone={lines.tone(one)}>{w.states[one.state]}</Tag>}
            back={{ to: '/branch/my/year' }}
          />
          <DateFacts one={one} />
          {mine && (
            <div className={styles.acts}>
              <Coming one={mine} />
            </div>
          )}
          <Minutes one={one} />
        </>
      )}
    </Shown>
  )
}

export function DateFacts({ one }: { readonly one: Page }) {
  const w = useWords(lifeWords)
  const format = useFormat()
  const text = useText()
  const lines = useOccasionLines()
  return (
    <>
      <Card>
        <Facts
          facts={[
            [w.when, one.day === one.plannedDay ? lines.when(one) : `${lines.when(one)} · ${w.moved(format.day(one.plannedDay))}`],
            [w.where, text(one.place)],
            ...(one.openToAll ? ([[w.openToAll, w.openHint]] as const) : []),
            ...(one.cancelledFor ? ([[w.callWhy, w.cancelledFor[one.cancelledFor]]] as const) : []),
            ...(one.guests !== null && one.openToAll ? ([[w.guestsWere, format.count(one.guests)]] as const) : []),
          ]}
        />
      </Card>
      {one.agenda.length > 0 && (
        <Card title={w.agenda}>
          <ol className={styles.lines}>
            {one.agenda.map((line) => (
              <li key={line['zh-CN']}>{text(line)}</li>
            ))}
          </ol>
        </Card>
      )}
      {one.appraisal && (
        <Card title={w.appraisalTitle}>
          <Facts
            facts={(['toldBy', 'ownWordsBy', 'meeting', 'letterBy'] as const).map((day) => [
              w.appraisal[day],
              format.day(one.appraisal![day]),
            ])}
          />
          <p className="muted small">{w.appraisalNote}</p>
        </Card>
      )}
    </>
  )
}

function Minutes({ one }: { readonly one: Page }) {
  const w = useWords(lifeWords)
  if (one.state !== 'held') return null
  return (
    <Card title={w.minutes}>
      {one.minutes ? (
        <p className={styles.words}>{one.minutes}</p>
      ) : (
        <p className="muted">{one.minutesWritten ? w.minutesClosed : w.minutesNone}</p>
      )}
    </Card>
  )
}
