import { listPosts } from '@ronghe/contract/programme/appointments.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { listCalendar, readSettings } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../desk.module.css'
import { checks, isDone, type StreetSoFar } from './street-check.ts'
import { settingsWords } from './words/words.ts'

/** What a street needs before its doors open, with the way to each thing that is missing. */
export function CheckPart() {
  const today = useToday()
  const year = Number(today.slice(0, 4))
  const settings = useQuery(reading(readSettings))
  const posts = useQuery(reading(listPosts))
  const places = useQuery(reading(listPlaces))
  const thisYear = useQuery(reading(listCalendar, { params: { year } }))
  const nextYear = useQuery(reading(listCalendar, { params: { year: year + 1 } }))
  const data: StreetSoFar | undefined =
    settings.data && posts.data && places.data && thisYear.data && nextYear.data
      ? {
          settings: settings.data.settings,
          posts: posts.data.items,
          communities: places.data.communities,
          thisYear: thisYear.data.source,
          nextYear: nextYear.data.source,
        }
      : undefined
  const error = settings.error ?? posts.error ?? places.error ?? thisYear.error ?? nextYear.error
  return <Shown read={{ data, error, refetch: settings.refetch }}>{(street) => <Checked street={street} />}</Shown>
}

function Checked({ street }: { readonly street: StreetSoFar }) {
  const w = useWords(settingsWords)
  const missing = checks.filter(({ check }) => !isDone(street, check)).length
  return (
    <>
      <p className="muted">{w.checkLead}</p>
      <Notice tone={missing === 0 ? 'info' : 'attention'} title={missing === 0 ? w.checkReady : w.checkMissing(missing)} />
      <Card>
        <CardList>
          {checks.map(({ check, to }) => {
            const done = isDone(street, check)
            return (
              <CardItem
                key={check}
                title={w.check[check]}
                second={w.checkWhy[check]}
                end={
                  <span className={styles.inline}>
                    <Tag tone={done ? 'going' : 'attention'}>{done ? w.checkDone : w.checkTodo}</Tag>
                    {!done && (
                      <LinkButton kind="plain" to={to}>
                        {w.go}
                        <span className="unseen">{w.check[check]}</span>
                      </LinkButton>
                    )}
                  </span>
                }
              />
            )
          })}
        </CardList>
      </Card>
    </>
  )
}
