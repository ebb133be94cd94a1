import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { answerNomination, enterNomination, nominate, OwnNomination, ShownAs } from '@ronghe/contract/programme/commendations.ts'
import { Phone } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { requireConsent } from '../../../platform/privacy/consent.ts'
import { findByPhone } from '../../people/persons.ts'
import { getOrgan, organNames } from '../organ-rows.ts'
import { today } from '../posts.ts'
import { takesNominations } from './commendation-lifecycle.ts'
import {
  changeNomination,
  getNomination,
  getRound,
  nameOf,
  named,
  nominationsOf,
  openIn,
  openStory,
  sealIn,
  storiesOf,
  type NominationRow,
  type RoundRow,
} from './nomination-rows.ts'

type Nomination = BodyOf<typeof nominate>
type Paper = BodyOf<typeof enterNomination>

/**
 * Nominates oneself, a neighbour, or somebody for an organ. Whether there is an account with that name and number is not told: the nominee is asked in
 * the app, or the desk rings.
 */
export async function nominateSomebody(deed: Deed, personId: string, roundId: string, body: Nomination): Promise<{ id: string }> {
  const round = await openRound(deed, roundId, body.category)
  if (body.by === 'organ') await ownOrgan(deed, body.organId)
  if (body.by !== 'self') checkWho(body.name, body.phone)
  const nominee = body.by === 'self' ? personId : await whoIs(deed, body.name, body.phone)
  if (body.by !== 'self' && nominee === personId) throw refused('commend-that-is-you')
  const id = await keep(deed, round, { ...body, channel: 'phone', nominator: personId, nominee })
  if (nominee && nominee !== personId) await notify(deed, nominee, { template: 'commend-asked', link: '/me/commendations' })
  return { id }
}

/** A form that came in on paper counts like one on the phone; with the nominee’s signature nothing is left to ask. */
export async function enterOnPaper(deed: Deed, roundId: string, body: Paper): Promise<{ id: string }> {
  const round = await openRound(deed, roundId, body.category)
  if (body.by === 'organ') await namedOrgan(deed, body.organId)
  if (body.phone !== '') checkWho(body.name, body.phone)
  const nominee = body.phone === '' ? null : await whoIs(deed, body.name, body.phone)
  const id = await keep(deed, round, { ...body, channel: 'paper', nominator: null, nominee })
  if (body.signed) await signed(deed, await getNomination(deed, id), body)
  else if (nominee) await notify(deed, nominee, { template: 'commend-asked', link: '/me/commendations' })
  return { id }
}

async function openRound(deed: Deed, id: string, category: string): Promise<RoundRow> {
  const round = await getRound(deed, id)
  if (!takesNominations(round, today(deed))) throw refused('commend-no-nominations-now')
  if (!named(round.categories).some(({ key }) => key === category)) throw unfit([{ path: 'category', code: 'field-choice' }])
  return round
}

function checkWho(name: string, phone: string): void {
  const faults = [
    ...(name === '' ? [{ path: 'name', code: 'field-missing' }] : []),
    ...(Phone.safeParse(phone).success ? [] : [{ path: 'phone', code: 'field-phone' }]),
  ]
  if (faults.length > 0) throw unfit(faults)
}

const whoIs = async (deed: Deed, name: string, phone: string): Promise<string | null> =>
  (await findByPhone(deed, phone)).find((person) => person.name === name)?.id ?? null

/** The branch's own categories run in its room; here it nominates nobody, so that being nominated says nothing (D1). */
async function namedOrgan(deed: Deed, organId: string | undefined): Promise<void> {
  if (!organId) throw unfit([{ path: 'organId', code: 'field-missing' }])
  if ((await getOrgan(deed, organId)).kind === 'branch') throw refused('commend-not-by-branch')
}

async function ownOrgan(deed: Deed, organId: string | undefined): Promise<void> {
  await namedOrgan(deed, organId)
  if (deed.actor.kind !== 'person' || !deed.actor.posts.some((post) => post.organId === organId)) throw forbidden('not-your-organ')
}

interface Kept extends Pick<Nomination, 'by' | 'organId' | 'category' | 'name' | 'phone' | 'deeds'> {
  readonly channel: 'phone' | 'paper'
  readonly nominator: string | null
  readonly nominee: string | null
}
async function keep(deed: Deed, round: RoundRow, { nominee, nominator, ...typed }: Kept): Promise<string> {
  const id = deed.id()
  await deed.tx
    .insertInto('nomination')
    .values({
      street_id: deed.street.id,
      id,
      round_id: round.id,
      category: typed.category,
      by_whom: typed.by,
      channel: typed.channel,
      nominator_id: nominator,
      nominator_organ: typed.by === 'organ' ? typed.organId! : null,
      nominee_id: nominee,
      name_sealed: nominee ? null : sealIn(deed, id, 'name_sealed', typed.name),
      phone_sealed: nominee ? null : sealIn(deed, id, 'phone_sealed', typed.phone),
      deeds_sealed: sealIn(deed, id, 'deeds_sealed', typed.deeds),
      state: 'asked',
      nominated_on: today(deed),
    })
    .execute()
  await record(deed, {
    kind: 'programme.commend.nominated',
    about: nominee,
    plain: { round: round.id, nomination: id, by: typed.by, channel: typed.channel },
  })
  return id
}

interface Shown {
  readonly shownAs: ShownAs
  readonly alias: string
}

/** The nominee decides, and until then nobody reads the nomination. Declined, it is gone; only the round counts that somebody declined. */
export async function answer(
  deed: Deed,
  personId: string,
  id: string,
  body: BodyOf<typeof answerNomination>,
): Promise<{ item: OwnNomination | null }> {
  const row = await ownNomination(deed, personId, id)
  if (!body.agrees) return declined(deed, row)
  if (row.state !== 'asked') throw refused('commend-answered-already')
  await openForAnswers(deed, row)
  checkAlias(body)
  if (body.shownAs !== 'none') await requireConsent(deed, personId, 'deedsPublicity')
  await agreed(deed, row, body, body.deeds ? { deeds_sealed: sealIn(deed, id, 'deeds_sealed', body.deeds) } : {})
  return { item: await ownItem(deed, personId, id) }
}

/** What was signed on paper: for whoever has no account the signature is the consent too. */
export async function answerPaper(deed: Deed, id: string, body: Shown & { readonly agrees: boolean }): Promise<void> {
  const row = await getNomination(deed, id)
  if (row.state !== 'asked' && body.agrees) throw refused('commend-answered-already')
  if (body.agrees) await signed(deed, row, body)
  else await declined(deed, row)
}

async function signed(deed: Deed, row: NominationRow, body: Shown): Promise<void> {
  await openForAnswers(deed, row)
  checkAlias(body)
  if (body.shownAs !== 'none' && row.nominee_id) await requireConsent(deed, row.nominee_id, 'deedsPublicity')
  await agreed(deed, row, body, { signed_on: today(deed) })
}

async function agreed(
  deed: Deed,
  row: NominationRow,
  { shownAs, alias }: Shown,
  more: Parameters<typeof changeNomination>[2],
): Promise<void> {
  if (row.nominee_id) {
    const other = await nominationsOf(deed)
      .where('round_id', '=', row.round_id)
      .where('nominee_id', '=', row.nominee_id)
      .where('state', '<>', 'asked')
      .executeTakeFirst()
    if (other) throw refused('commend-once-a-round')
  }
  await changeNomination(deed, row.id, {
    ...more,
    state: 'agreed',
    agreed_on: today(deed),
    shown_as: shownAs,
    alias_sealed: shownAs === 'alias' ? sealIn(deed, row.id, 'alias_sealed', alias) : null,
  })
  await record(deed, { kind: 'programme.commend.agreed', about: row.nominee_id, plain: { round: row.round_id, nomination: row.id } })
}

async function declined(deed: Deed, row: NominationRow): Promise<{ item: null }> {
  const round = await getRound(deed, row.round_id, true)
  if (round.state === 'awarded') throw refused('commend-awarded-already')
  await deed.tx.deleteFrom('nomination').where('street_id', '=', deed.street.id).where('id', '=', row.id).execute()
  await deed.tx
    .updateTable('commendation_round')
    .set({ declined: round.declined + 1 })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', round.id)
    .execute()
  await record(deed, { kind: 'programme.commend.declined', about: row.nominee_id, plain: { round: round.id } })
  return { item: null }
}

export const stepBack = async (deed: Deed, personId: string, id: string): Promise<void> =>
  void (await declined(deed, await ownNomination(deed, personId, id)))

/** From now on, also on the notice that is up already. */
export async function showAs(deed: Deed, personId: string, id: string, body: Shown): Promise<{ item: OwnNomination | null }> {
  const row = await ownNomination(deed, personId, id)
  if (row.state === 'asked') throw refused('commend-answer-first')
  checkAlias(body)
  if (body.shownAs !== 'none') await requireConsent(deed, personId, 'deedsPublicity')
  await changeNomination(deed, id, {
    shown_as: body.shownAs,
    alias_sealed: body.shownAs === 'alias' ? sealIn(deed, id, 'alias_sealed', body.alias) : null,
  })
  await record(deed, { kind: 'programme.commend.shown-as', about: personId, plain: { nomination: id } })
  return { item: await ownItem(deed, personId, id) }
}

const checkAlias = ({ shownAs, alias }: Shown): void => {
  if (shownAs === 'alias' && alias === '') throw unfit([{ path: 'alias', code: 'field-missing' }])
}

async function openForAnswers(deed: Deed, row: NominationRow): Promise<void> {
  const { state } = await getRound(deed, row.round_id)
  if (state !== 'nominations' && state !== 'review') throw refused('commend-answers-over')
}

export async function ownNomination(deed: Deed, personId: string, id: string): Promise<NominationRow> {
  const row = await getNomination(deed, id)
  if (row.nominee_id !== personId) throw notFound('nomination')
  return row
}

export async function ownNominations(deed: Deed, personId: string) {
  const about = await nominationsOf(deed).where('nominee_id', '=', personId).execute()
  const sent = await nominationsOf(deed).where('nominator_id', '=', personId).where('by_whom', '<>', 'self').execute()
  const rounds = await roundsOf(deed, [...about, ...sent])
  return {
    aboutMe: await toOwn(deed, about, rounds),
    sent: sent.map((row) => {
      const round = rounds.get(row.round_id)!
      return { id: row.id, round: round.title, category: nameOf(round.categories, row.category), by: row.by_whom, on: row.nominated_on }
    }),
  }
}

export async function ownItem(deed: Deed, personId: string, id: string): Promise<OwnNomination> {
  const row = await ownNomination(deed, personId, id)
  return (await toOwn(deed, [row], await roundsOf(deed, [row])))[0]!
}

async function roundsOf(deed: Deed, rows: readonly NominationRow[]): Promise<ReadonlyMap<string, RoundRow>> {
  const ids = [...new Set(rows.map(({ round_id }) => round_id))]
  const found: (readonly [string, RoundRow])[] = []
  for (const id of ids) found.push([id, await getRound(deed, id)])
  return new Map(found)
}

async function toOwn(deed: Deed, rows: readonly NominationRow[], rounds: ReadonlyMap<string, RoundRow>): Promise<OwnNomination[]> {
  const ids = rows.map(({ id }) => id)
  const organs = await organNames(
    deed,
    rows.flatMap(({ nominator_organ }) => nominator_organ ?? []),
  )
  const stories = await storiesOf(deed, ids)
  const certificates = await certificatesOf(deed, ids)
  return rows.map((row): OwnNomination => {
    const round = rounds.get(row.round_id)!
    const story = stories.get(row.id)
    const open = round.state === 'nominations' || round.state === 'review'
    return {
      id: row.id,
      roundId: round.id,
      round: round.title,
      category: nameOf(round.categories, row.category),
      by: row.by_whom,
      organ: row.nominator_organ ? (organs.get(row.nominator_organ) ?? null) : null,
      deeds: openIn(deed, row, 'deeds_sealed') ?? '',
      // What was decided is told with the notice, not before others are.
      state: open && (row.state === 'proposed' || row.state === 'notProposed') ? 'agreed' : row.state,
      shownAs: row.shown_as,
      alias: openIn(deed, row, 'alias_sealed'),
      reason: open ? null : openIn(deed, row, 'reason_sealed'),
      story: story ? { id: story.id, ...openStory(deed, story), published: story.published } : null,
      certificateId: certificates.get(row.id) ?? null,
      may: [
        ...(row.state === 'asked' && open ? (['answer'] as const) : []),
        ...(row.state === 'asked' ? [] : (['showAs'] as const)),
        ...(round.state === 'awarded' ? [] : (['withdraw'] as const)),
        ...(story ? [story.published ? ('takeDownStory' as const) : ('publishStory' as const)] : []),
      ],
    }
  })
}

async function certificatesOf(deed: Deed, nominationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (nominationIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('certificate')
    .select(['id', 'thing_id'])
    .where('street_id', '=', deed.street.id)
    .where('kind', '=', 'commendation')
    .where('thing_id', 'in', [...nominationIds])
    .execute()
  return new Map(rows.map(({ id, thing_id }) => [thing_id, id]))
}
