import { record } from '@ronghe/server/platform/journal/record.ts'
import { dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { queryCode, uuid7 } from '@ronghe/server/platform/codes.ts'
import { inStreet } from '@ronghe/server/platform/jobs/jobs.ts'
import type { Bulk } from './bulk.ts'
import { casePlans } from './case-plans.ts'
import { cast, type CastKey } from './cast.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import { actingAt } from './council-acting.ts'
import { windowId } from './counter.ts'
import { castId, timedId } from './load-cast.ts'
import type { Maker, Resident } from './residents.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Some claim nothing, and some of what is claimed nobody gets round to confirming. */
const claims = 0.9
const confirms = 0.86

interface Seen {
  readonly id: string
  readonly shift_id: string
  readonly person_id: string
  readonly in_at: Date
  readonly out_at: Date
  readonly way: 'code' | 'paper'
  readonly ends_at: Date
  readonly next_turn: number
}

interface Rows {
  readonly entries: RowOf<'hours_entry'>[]
  readonly confirmations: RowOf<'hours_confirmation'>[]
  readonly pairs: RowOf<'hours_pair'>[]
  readonly gaveUp: RowOf<'sign_up'>[]
}

/** What becomes of the neighbours' mornings in the books: hours, and turns that were given up again; and sheets that left the house. */
export async function loadNeighbourHours(bulk: Bulk, maker: Maker, residents: readonly Resident[]): Promise<void> {
  const mornings = await inStreet(maker.platform, maker.street, seenByNobodyYet)
  const rows = inventHours(maker, mornings, residents)
  await bulk.write(async (copy) => {
    await copy('hours_entry', rows.entries)
    await copy('hours_confirmation', rows.confirmations)
    await copy('hours_pair', rows.pairs)
    await copy('sign_up', rows.gaveUp)
  })
  await inStreet(maker.platform, maker.street, exportSheets)
}

/** Residents nobody plays who were there, on shifts of which nobody has claimed an hour. */
const seenByNobodyYet = async ({ tx, street }: Deed): Promise<readonly Seen[]> => {
  const rows = await tx
    .selectFrom('shift_presence as presence')
    .innerJoin('shift', (join) => join.onRef('shift.street_id', '=', 'presence.street_id').onRef('shift.id', '=', 'presence.shift_id'))
    .select([
      'presence.id',
      'presence.shift_id',
      'presence.person_id',
      'presence.in_at',
      'presence.out_at',
      'presence.way',
      'shift.ends_at',
      'shift.next_turn',
    ])
    .where('presence.street_id', '=', street.id)
    .where(
      'presence.person_id',
      'not in',
      (Object.keys(cast) as CastKey[]).map((key) => castId(street.id, key)),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('hours_entry')
            .select('hours_entry.id')
            .whereRef('hours_entry.street_id', '=', 'presence.street_id')
            .whereRef('hours_entry.shift_id', '=', 'presence.shift_id'),
        ),
      ),
    )
    .orderBy('shift.ends_at')
    .orderBy('presence.shift_id')
    .orderBy('presence.person_id')
    .execute()
  return rows.flatMap(({ out_at, ...row }) => (out_at ? [{ ...row, out_at }] : []))
}

function inventHours({ street, now }: Maker, mornings: readonly Seen[], residents: readonly Resident[]): Rows {
  const chance = chanceOf('neighbour hours')
  const rows: Rows = { entries: [], confirmations: [], pairs: [], gaveUp: [] }
  const paired = new Set<string>()
  for (const seen of Map.groupBy(mornings, ({ shift_id }) => shift_id).values()) {
    const { shift_id, ends_at, next_turn } = seen[0]!
    const claimed = new Date(Math.min(ends_at.getTime() + 14 * hourMs, now.getTime() - 2 * hourMs))
    for (const [place, one] of seen.entries()) {
      if (!chance.in(claims)) continue
      const id = timedId(street.id, claimed, 'hours', shift_id, one.person_id)
      rows.entries.push({
        street_id: street.id,
        id,
        person_id: one.person_id,
        shift_id,
        presence_id: one.id,
        starts_at: one.in_at,
        ends_at: one.out_at,
        minutes: Math.round((one.out_at.getTime() - one.in_at.getTime()) / 60_000),
        evidence: one.way,
        channel: 'phone',
        made_at: claimed,
      })
      // The next in the order of ids confirms, so that nobody returns the favour within a month.
      const second = seen[place + 1]
      if (!second || !chance.in(confirms)) continue
      rows.confirmations.push({
        street_id: street.id,
        entry_id: id,
        confirmed_by: second.person_id,
        role: 'sameShift',
        channel: 'phone',
        confirmed_at: new Date(claimed.getTime() + hourMs),
      })
      const month = `${dayIn(street.zone, one.in_at).slice(0, 7)}-01`
      const pair = `${month} ${one.person_id} ${second.person_id}`
      if (paired.has(pair)) continue
      paired.add(pair)
      rows.pairs.push({ street_id: street.id, month, low_id: one.person_id, high_id: second.person_id, confirmer_id: second.person_id })
    }
    rows.gaveUp.push(...stepBack(street.id, { shift_id, ends_at, next_turn, there: seen }, residents, chance))
  }
  return rows
}

/** One or two who signed up and changed their mind; nobody asks why. */
function stepBack(
  street_id: string,
  { shift_id, ends_at, next_turn, there }: Pick<Seen, 'shift_id' | 'ends_at' | 'next_turn'> & { readonly there: readonly Seen[] },
  residents: readonly Resident[],
  chance: Chance,
): RowOf<'sign_up'>[] {
  const came = new Set(there.map(({ person_id }) => person_id))
  const some = new Set([chance.pick(residents).id, ...(chance.in(0.5) ? [chance.pick(residents).id] : [])])
  const signed = new Date(ends_at.getTime() - 4 * dayMs)
  return [...some]
    .filter((id) => !came.has(id))
    .map((person_id, place) => ({
      street_id,
      id: timedId(street_id, signed, 'gave up', shift_id, person_id),
      shift_id,
      person_id,
      fits: ['any'],
      turn: next_turn + place,
      state: 'left' as const,
      channel: 'phone' as const,
      created_at: signed,
      changed_at: new Date(signed.getTime() + dayMs),
    }))
}

/** The tickets of finished days, as many as the day's sums say; the table keeps ninety days of them. Nobody's name is on one. */
export function pastTickets({ street, platform }: Maker, days: readonly RowOf<'counter_day'>[]): RowOf<'ticket'>[] {
  const chance = chanceOf('past tickets')
  const services = Object.keys(casePlans)
  return days.flatMap(({ day, served, serve_median }) =>
    Array.from({ length: served }, (_, place) => {
      const drawn = new Date(startOfDay(street.zone, day).getTime() + (510 + place * 9) * 60_000)
      const called = new Date(drawn.getTime() + (2 + chance.below(12)) * 60_000)
      const minutes = (serve_median ?? 7) - 4 + chance.below(9)
      return {
        street_id: street.id,
        id: uuid7(drawn.getTime(), chance.bytes),
        day,
        number: place + 1,
        person_id: null,
        services: [chance.pick(services), ...(chance.in(0.1) ? [chance.pick(services)] : [])],
        speaks: null,
        channel: 'desk' as const,
        code_hash: platform.sealer.lookup(street.id, 'code', `ticket ${queryCode(chance.bytes)}`),
        state: 'done' as const,
        line_at: drawn,
        window_id: windowId(street.id, 1 + (place % 2)),
        served_post: null,
        calls: 1,
        drawn_at: drawn,
        called_at: called,
        ended_at: new Date(called.getTime() + minutes * 60_000),
      }
    }),
  )
}

/** Sheets of cases for the monthly report and the register of volunteers for the insurer, as the journal has them. */
async function exportSheets(deed: Deed): Promise<void> {
  const chance = chanceOf('exports')
  for (let month = 11; month >= 1; month--) {
    const at = new Date(deed.now.getTime() - month * 30 * dayMs)
    const station = actingAt(deed, 'luoYan', at, chance)
    const purpose = '街道月报'
    await record(station, {
      kind: 'station.cases.exported',
      plain: { rows: 40 + chance.below(90), withNames: false, from: dayIn(deed.street.zone, at), to: dayIn(deed.street.zone, at) },
      sealed: { purpose },
    })
    if (month % 3 === 0)
      await record(actingAt(deed, 'luMeng', new Date(at.getTime() + hourMs), chance), {
        kind: 'volunteers.register.exported',
        plain: { rows: 20 + chance.below(30) },
        sealed: { purpose: '给保险公司' },
      })
  }
}
