import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { say } from '@ronghe/contract/words.ts'
import { inLanguage, type Language, type Text } from '@ronghe/contract/values.ts'
import { addDays, startOfDay } from '../../../platform/calendar/working-days.ts'
import { findCertificate } from '../../programme/certificate-rows.ts'
import { issueCertificate, revokeCertificate } from '../../programme/certificates.ts'
import { today } from '../../programme/posts.ts'
import { hoursRows, shiftLines, type HoursRow, type ShiftLine } from './hours-rows.ts'

/**
 * Certifies confirmed hours of a period (志愿服务记录与证明出具办法, 民政部令67): free, at once, by the organ that recorded them. The person asks for
 * their own; nobody else can.
 */
export async function issueProofs(
  deed: Deed,
  personId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<{ certificates: { id: string; organ: Text; minutes: number }[] }> {
  if (from > until) throw unfit([{ path: 'until', code: 'period-backwards' }])
  if (until > today(deed)) throw unfit([{ path: 'until', code: 'day-to-come' }])
  const rows = await confirmedIn(deed, personId, from, until)
  if (rows.length === 0) throw refused('hours-none-in-period')
  const shifts = await shiftLines(
    deed,
    rows.map(({ shift_id }) => shift_id),
  )
  const certificates = []
  for (const [organId, lines] of Map.groupBy(rows, (row) => shifts.get(row.shift_id)!.organId)) {
    const minutes = lines.reduce((sum, row) => sum + row.minutes, 0)
    const proofId = deed.id()
    const { id } = await issueCertificate(deed, {
      kind: 'service',
      personId,
      issuerOrganId: organId,
      achievement: {
        key: 'volunteer-service',
        name: both('proof-name'),
        description: both('proof-description'),
        criteria: both('proof-criteria'),
      },
      narrative: contentOf(lines, shifts),
      period: { from, until },
      hours: hoursOf(minutes),
      thingId: proofId,
    })
    await deed.tx
      .insertInto('service_proof')
      .values({
        street_id: deed.street.id,
        id: proofId,
        person_id: personId,
        organ_id: organId,
        from_day: from,
        until_day: until,
        minutes,
        certificate_id: id,
        issued_at: deed.now,
      })
      .execute()
    await record(deed, { kind: 'volunteers.hours.proved', about: personId, plain: { proof: proofId, certificate: id, organ: organId } })
    certificates.push({ id, organ: shifts.get(lines[0]!.shift_id)!.organ, minutes })
  }
  return { certificates }
}

/** Confirmed hours that stand, in the order of time. */
export const confirmedIn = (deed: Deed, personId: string, from: string, until: string): Promise<HoursRow[]> =>
  hoursRows(deed)
    .where('entry.person_id', '=', personId)
    .where('confirmation.entry_id', 'is not', null)
    .where('reversal.id', 'is', null)
    .where('entry.starts_at', '>=', startOfDay(deed.street.zone, from))
    .where('entry.starts_at', '<', startOfDay(deed.street.zone, addDays(until, 1)))
    .orderBy('entry.starts_at')
    .execute()

/** Whole tenths of an hour, rounded down: nobody is certified a minute more than there was. */
export const hoursOf = (minutes: number): number => Math.floor(minutes / 6) / 10

/** What was done, by activity: how often and how long. */
function contentOf(rows: readonly HoursRow[], shifts: ReadonlyMap<string, ShiftLine>): Text {
  const groups = [...Map.groupBy(rows, (row) => shifts.get(row.shift_id)!.title['zh-CN']).values()]
  const inOne = (language: Language) =>
    groups
      .map((lines) =>
        say(language, 'proof-line', {
          title: inLanguage(shifts.get(lines[0]!.shift_id)!.title, language),
          count: lines.length,
          hours: hoursOf(lines.reduce((sum, row) => sum + row.minutes, 0)),
        }),
      )
      .join(language === 'zh-CN' ? '；' : '; ')
  return { 'zh-CN': inOne('zh-CN'), en: inOne('en') }
}

const both = (code: string): Text => ({ 'zh-CN': say('zh-CN', code), en: say('en', code) })

/** A proof that counted an hour which does not hold is taken back with it; the volunteer can have a new one made at once. */
export async function fallWith(deed: Deed, row: HoursRow): Promise<void> {
  const day = dayIn(deed.street.zone, row.starts_at)
  const proofs = await deed.tx
    .selectFrom('service_proof')
    .select('certificate_id')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', row.person_id)
    .where('from_day', '<=', day)
    .where('until_day', '>=', day)
    .where('issued_at', '>=', row.confirmed_at ?? row.made_at)
    .execute()
  for (const { certificate_id } of proofs) {
    const certificate = await findCertificate(deed, certificate_id)
    if (certificate && !certificate.revoked_at) await revokeCertificate(deed, certificate_id, 'evidence')
  }
}
