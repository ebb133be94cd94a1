import { useLanguage, useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import type { LeaveLine } from './LeaveCalendar.tsx'
import styles from './leave.module.css'
import { daysOfMonth, isAway } from './leave-days.ts'
import { organDeskWords } from './words/words.ts'

/** This month, a row for each person and a column for each day. The list below says the same in words. */
export function LeaveMonth({ items, today }: { readonly items: readonly LeaveLine[]; readonly today: string }) {
  const w = useWords(organDeskWords)
  const { language } = useLanguage()
  const days = daysOfMonth(today)
  const shown = items.filter((item) => days.some((day) => isAway(item, day)))
  if (shown.length === 0) return null
  const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${today}T00:00:00Z`),
  )
  return (
    <Card className={styles.card}>
      <table className={styles.month}>
        <caption>{w.calendarCaption(month)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{w.leaveWho}</span>
            </th>
            {days.map((day) => (
              <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
                {Number(day.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={item.id}>
              <th scope="row">{item.name}</th>
              {days.map((day) => (
                <td key={day} data-away={isAway(item, day) || undefined}>
                  {isAway(item, day) && <span className="unseen">{w.away}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
