import { calendarFor } from '../../../platform/calendar/calendar-days.ts'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused } from '../../../platform/http/problems.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { issueCertificate } from '../certificates.ts'
import { findPost, today } from '../posts.ts'
import { commendationFigures } from './commendation-figures.ts'
import { changeNomination, nameOf, named, nominationsOf, openIn, type RoundRow } from './nomination-rows.ts'
import { answersOf } from './objections.ts'

/** Once the notice is over and every objection answered: who was not objected to with reason is awarded, the figures are settled. */
export async function awardRound(deed: Deed, round: RoundRow): Promise<{ readonly awarded_on: string; readonly figures: string }> {
  const day = dayIn((await calendarFor(deed)).zone, deed.now)
  if (day <= round.notice_until!) throw refused('commend-notice-still-up', { params: { day: round.notice_until! } })
  const rows = await nominationsOf(deed).where('round_id', '=', round.id).execute()
  const proposed = rows.filter(({ state }) => state === 'proposed')
  const answers = await answersOf(
    deed,
    proposed.map(({ id }) => id),
  )
  const open = proposed.filter(({ id }) => answers.get(id)?.open).length
  if (open > 0) throw refused('commend-objections-open', { params: { count: open } })
  const issuer = round.called_by ? (await findPost(deed, round.called_by))?.organId : undefined
  for (const row of proposed) {
    const postponed = answers.get(row.id)?.given.some(({ upheld }) => upheld) ?? false
    await changeNomination(deed, row.id, postponed ? { state: 'postponed', ended_on: day } : { state: 'awarded' })
    if (!row.nominee_id) continue
    await notify(deed, row.nominee_id, { template: 'commend-decided', link: '/me/commendations' })
    if (postponed || !issuer) continue
    const category = nameOf(round.categories, row.category)
    const deeds = openIn(deed, row, 'deeds_sealed')
    await issueCertificate(deed, {
      kind: 'commendation',
      personId: row.nominee_id,
      issuerOrganId: issuer,
      achievement: {
        key: `commendation-${round.year}-${row.category.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        name: {
          'zh-CN': `${round.year}年表彰：${category['zh-CN']}`,
          en: `Commendation ${round.year}: ${category.en ?? category['zh-CN']}`,
        },
        description: round.summary,
        criteria: {
          'zh-CN': named(round.criteria)
            .map(({ name }) => name['zh-CN'])
            .join('；'),
          en: named(round.criteria)
            .map(({ name }) => name.en ?? name['zh-CN'])
            .join('; '),
        },
      },
      ...(deeds ? { narrative: { 'zh-CN': deeds } } : {}),
      thingId: row.id,
    })
  }
  for (const row of rows) if (row.state === 'notProposed') await changeNomination(deed, row.id, { ended_on: day })
  return {
    awarded_on: today(deed),
    figures: JSON.stringify(
      await commendationFigures(deed, { ...round }, await nominationsOf(deed).where('round_id', '=', round.id).execute()),
    ),
  }
}
