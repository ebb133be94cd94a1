import { type CalendarDay, listCalendar, seedCalendarYear, writeCalendar } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../desk.module.css'
import { CalendarYear } from './CalendarYear.tsx'
import { settingsWords } from './words/words.ts'

/** Days off and worked weekends, a year at a time: taken from the announced ones, then corrected by hand. */
export function CalendarPart() {
  const today = useToday()
  const w = useWords(settingsWords)
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const read = useQuery(reading(listCalendar, { params: { year } }))
  const write = useDeed(writeCalendar, { refreshes: [listCalendar] })
  const seed = useDeed(seedCalendarYear, { refreshes: [listCalendar] })
  const putBack = (days: readonly CalendarDay[]) =>
    days.length > 0 ? () => write.mutate({ params: { year }, body: { days: [...days] } }, { onSuccess: () => toast(w.undone) }) : undefined
  return (
    <>
      <div className={styles.tools} role="group" aria-label={w.year}>
        {[thisYear - 1, thisYear, thisYear + 1].map((one) => (
          <Button key={one} kind={one === year ? 'main' : 'quiet'} onPress={() => setYear(one)}>
            {String(one)}
          </Button>
        ))}
      </div>
      <Shown read={read}>
        {(found) => (
          <Card>
            <Notice tone={found.source === 'street' ? 'info' : 'attention'}>{w.calendarSources[found.source]}</Notice>
            <div className={styles.tools}>
              <Button
                kind={found.source === 'street' ? 'quiet' : 'main'}
                busy={seed.isPending}
                onPress={() =>
                  seed.mutate(
                    { params: { year } },
                    {
                      onSuccess: ({ days }) => toast(w.imported(days.length), found.source === 'street' ? putBack(found.days) : undefined),
                    },
                  )
                }
              >
                {w.importAnnounced}
              </Button>
            </div>
            {found.source === 'street' && <p className="muted small">{w.importSure}</p>}
            {seed.error && <RefusalLine error={seed.error} />}
            <CalendarYear
              key={`${year}:${found.source}:${JSON.stringify(found.days)}`}
              year={year}
              days={found.days}
              busy={write.isPending}
              error={write.error}
              onSave={(days) =>
                write.mutate(
                  { params: { year }, body: { days: [...days] } },
                  { onSuccess: () => toast(w.calendarSaved, putBack(found.days)) },
                )
              }
            />
          </Card>
        )}
      </Shown>
    </>
  )
}
