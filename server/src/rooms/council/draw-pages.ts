import type * as contract from '@ronghe/contract/council/draws.ts'
import { benches, type Bench } from '@ronghe/contract/council/charter.ts'
import { panelAt, readCategories } from '@ronghe/sortition'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { showParts } from '../../platform/privacy/suppression.ts'
import { agrees, agreeTo, consentAsked } from '../people/consenting.ts'
import { groupOf } from '../people/group.ts'
import { residenceLevel } from '../people/residence.ts'
import { organNames } from '../programme/organ-rows.ts'
import { delegatesInOffice, heldIn } from './delegates.ts'
import { benchIn, conflictOf, drawnOf, getDraw, lotteryOf, type DrawRow } from './draws.ts'
import { orderOf } from './draw-order.ts'
import { poolCategories } from './draw-pool.ts'
import { vacantSeats } from './seats.ts'

async function toLines(deed: Deed, rows: readonly DrawRow[]): Promise<contract.DrawLine[]> {
  const names = await organNames(
    deed,
    rows.map(({ council_id }) => council_id),
  )
  return rows.map((row) => ({
    id: row.id,
    council: { id: row.council_id, name: names.get(row.council_id)! },
    state: row.state as contract.DrawState,
    seats: { newcomers: row.seats_newcomers, locals: row.seats_locals },
    substitutes: row.substitutes,
    openedOn: dayIn(deed.street.zone, row.opened_at),
    closesOn: row.closes_on,
    drawnAt: row.drawn_at?.toISOString() ?? null,
  }))
}

export async function listDraws(deed: Deed, councilId: string) {
  const rows = await deed.tx
    .selectFrom('draw')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .orderBy('opened_at', 'desc')
    .limit(50)
    .execute()
  const running = rows.some(({ state }) => state !== 'finished' && state !== 'cancelled')
  const free = await vacantSeats(deed, councilId)
  const vacant = (bench: Bench): number => free.filter((seat) => seat.bench === bench).length
  return {
    items: await toLines(deed, rows),
    may: heldIn(deed, councilId, 'councilClerk') && !running ? ['open' as const] : [],
    vacant: { newcomers: vacant('newcomers'), locals: vacant('locals') },
  }
}

/** Cells of the published file, by line; written by `respondentsCsv`, so a cell has no line break. */
const cellsOf = (file: string): readonly (readonly string[])[] =>
  file
    .trimEnd()
    .split('\n')
    .map((line) => Array.from(line.matchAll(/"((?:[^"]|"")*)"|([^",]+)/g), ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!))

export async function readDraw(deed: Deed, drawId: string): Promise<contract.DrawPage> {
  const draw = await getDraw(deed, drawId)
  const [line] = await toLines(deed, [draw])
  const quotas = draw.categories ? readCategories(draw.categories) : []
  const categories = [...new Set(quotas.map(({ category }) => category))]
  const wanted = poolCategories.filter((category) => category === 'group' || (category === 'community' ? draw.by_community : draw.by_age))
  const report = draw.report as { readonly least: number; readonly greatest: number } | null
  return {
    ...line!,
    categories,
    leftOut: draw.respondents === null ? [] : wanted.filter((category) => !categories.includes(category)),
    quotas: quotas.map(({ category, feature, min, max }) => ({ category, feature, min, max })),
    pool: draw.respondents === null ? null : countPool(draw.respondents, categories),
    commitment: draw.commitment,
    readyAt: draw.ready_at?.toISOString() ?? null,
    panels: lotteryOf(draw)?.of ?? null,
    chances: report,
    conflict: draw.state === 'impossible' ? copyOf(conflictOf(draw)!) : null,
    drawn: await drawnIn(deed, draw),
    may: mayDo(deed, draw),
  }
}

const copyOf = ({ sentences, changes }: NonNullable<ReturnType<typeof conflictOf>>) => ({
  sentences: [...sentences],
  changes: [...changes],
})

function mayDo(deed: Deed, draw: DrawRow): contract.DrawPage['may'] {
  if (!heldIn(deed, draw.council_id, 'councilClerk')) return []
  const cancel = ['open', 'closed', 'impossible', 'ready'].includes(draw.state) ? (['cancel'] as const) : []
  if (draw.state === 'open') return [...(draw.closes_on <= dayIn(deed.street.zone, deed.now) ? (['close'] as const) : []), ...cancel]
  if (draw.state === 'impossible') return ['relax', ...cancel]
  return [...(draw.state === 'ready' ? (['draw'] as const) : []), ...cancel]
}

/** How many stand in the pool under each feature; what is small is not said, here as anywhere (D7). */
function countPool(respondents: string, categories: readonly string[]): NonNullable<contract.DrawPage['pool']> {
  const [, ...rows] = cellsOf(respondents)
  const shown = categories.map((category, at) => {
    const features = [...new Set(rows.map((cells) => cells[at]!))].toSorted()
    const { parts, total } = showParts(features.map((feature) => rows.filter((cells) => cells[at] === feature).length))
    return { total, rows: features.map((feature, index) => ({ category, feature, count: parts[index]! })) }
  })
  return { total: shown[0]!.total, rows: shown.flatMap((one) => one.rows) }
}

async function drawnIn(deed: Deed, draw: DrawRow): Promise<contract.DrawPage['drawn']> {
  const lottery = lotteryOf(draw)
  if (draw.number === null || !draw.drawn_at || !lottery || !draw.respondents) return null
  const rows = panelAt(lottery, draw.number)
  const cells = cellsOf(draw.respondents)
  const wanted = drawnOf(draw)
  const benchOf = (row: number): Bench => (cells[row]![0] === 'newcomer' ? 'newcomers' : 'locals')
  const offers = await deed.tx
    .selectFrom('seat_offer')
    .select(['row', 'state'])
    .where('street_id', '=', deed.street.id)
    .where('draw_id', '=', draw.id)
    .execute()
  const order = orderOf(draw.commitment!, draw.number, rows)
  return {
    by: draw.drawn_by as 'dice' | 'seed',
    seed: draw.seed,
    number: draw.number,
    at: draw.drawn_at.toISOString(),
    rows: benches.flatMap((bench) =>
      order
        .filter((row) => benchOf(row) === bench)
        .map((row, index) => ({
          row,
          bench,
          features: [...cells[row]!],
          place: index + 1,
          role: index < wanted[bench] - draw.substitutes ? ('seat' as const) : ('substitute' as const),
          answer: answerOf(offers.find((offer) => offer.row === row)?.state),
        })),
    ),
  }
}

function answerOf(state: string | undefined): 'waiting' | 'asked' | 'accepted' | 'declined' {
  if (state === 'offered') return 'asked'
  if (state === 'accepted') return 'accepted'
  return state === undefined || state === 'waiting' ? 'waiting' : 'declined'
}

/** A published file as it stands; `lottery.json` in the form the command reads. */
export async function drawFile(deed: Deed, drawId: string, name: 'respondents.csv' | 'categories.csv' | 'lottery.json'): Promise<string> {
  const draw = await getDraw(deed, drawId)
  if (name === 'lottery.json') {
    const lottery = lotteryOf(draw)
    if (!lottery) throw notFound('draw-file')
    return `${JSON.stringify({ seed: draw.seed, commitment: draw.commitment, number: draw.number, ...lottery }, null, 1)}\n`
  }
  const text = name === 'respondents.csv' ? draw.respondents : draw.categories
  if (text === null) throw notFound('draw-file')
  return text
}

export async function myDraws(deed: Deed, personId: string) {
  const rows = await deed.tx
    .selectFrom('draw')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'open')
    .orderBy('opened_at')
    .execute()
  const items: contract.MyDraw[] = []
  for (const row of rows) items.push(await myDraw(deed, personId, row))
  const { version, title, text, given } = await consentAsked(deed, personId, 'drawPool')
  return { items, consent: { version, title, text, given } }
}

async function myDraw(deed: Deed, personId: string, draw: DrawRow): Promise<contract.MyDraw> {
  const [line] = await toLines(deed, [draw])
  const choice = await deed.tx
    .selectFrom('draw_choice')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('draw_id', '=', draw.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const group = await groupOf(deed, personId, draw.opened_at)
  const bench = benchIn(group, (choice?.bench ?? null) as Bench | null)
  const seated = (await delegatesInOffice(deed, draw.council_id)).some((delegate) => delegate.personId === personId)
  return {
    draw: line!,
    missing: [
      ...((await agrees(deed, personId, 'drawPool')) ? [] : (['consent'] as const)),
      ...((await residenceLevel(deed, personId)).level === 'confirmed' ? [] : (['confirmed'] as const)),
      ...(bench ? [] : (['group'] as const)),
      ...(bench && drawnOf(draw)[bench] === 0 ? (['noSeats'] as const) : []),
      ...(seated ? (['seated'] as const) : []),
      ...(choice?.stays_out ? (['out'] as const) : []),
    ],
    group,
    bench,
    ageBand: (choice?.age_band ?? null) as contract.MyDraw['ageBand'],
    asksAge: draw.by_age,
  }
}

/** For this draw alone; a bench may be chosen only by whoever states no group. */
export async function chooseForDraw(
  deed: Deed,
  personId: string,
  drawId: string,
  {
    bench,
    ageBand,
    staysOut,
    consentVersion,
  }: {
    readonly bench: Bench | null
    readonly ageBand: contract.MyDraw['ageBand']
    readonly staysOut: boolean
    readonly consentVersion: string | null
  },
): Promise<contract.MyDraw> {
  const draw = await getDraw(deed, drawId, 'lock')
  if (draw.state !== 'open') throw notFound('draw')
  if (consentVersion) await agreeTo(deed, personId, 'drawPool', consentVersion)
  const group = await groupOf(deed, personId, draw.opened_at)
  const said = {
    bench: group === 'newcomer' || group === 'local' ? null : bench,
    age_band: draw.by_age ? ageBand : null,
    stays_out: staysOut,
    at: deed.now,
  }
  await deed.tx
    .insertInto('draw_choice')
    .values({ street_id: deed.street.id, draw_id: drawId, person_id: personId, ...said })
    .onConflict((conflict) => conflict.columns(['street_id', 'draw_id', 'person_id']).doUpdateSet(said))
    .execute()
  await record(deed, { kind: 'council.draw.chosen', about: personId, plain: { draw: drawId } })
  return myDraw(deed, personId, draw)
}
