import { MotionEvent, type Motion, type MotionAct } from '@ronghe/contract/council/motions.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readMotionRules } from '@ronghe/contract/council/motions.ts'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { findPersons } from '../people/persons.ts'
import { may } from '../programme/acting-post.ts'
import { organNames } from '../programme/organ-rows.ts'
import { listPlaces } from '../programme/places.ts'
import { postNames, today } from '../programme/posts.ts'
import { amendmentsOf } from './amendments.ts'
import { parametersOf } from './charter.ts'
import { delegatesInOffice, heldIn, type Delegate } from './delegates.ts'
import { moderatingPost } from './moderators.ts'
import { filesOf } from './motion-files.ts'
import { toMotionLines } from './motion-lines.ts'
import { amendableStates, canStep, isOver } from './motion-lifecycle.ts'
import { opinionOrgans, opinionsOf } from './motion-opinions.ts'
import { conversationsToCite } from './motion-ground.ts'
import { cosigners, findDelegate, isAuthor, readable } from './motion-reader.ts'
import { motionEvents, partiesOf, type MotionRow } from './motion-rows.ts'
import { overridable } from './motion-steps.ts'

/** The page of a motion, with what this reader may do next. */
export async function readMotion(deed: Deed, id: string): Promise<Motion> {
  const row = await readable(deed, id)
  const { filing } = await parametersOf(deed, row.council_id)
  const line = (await toMotionLines(deed, [row]))(row)
  const delegate = await findDelegate(deed, row.council_id)
  const signers = (await cosigners(deed, [id])).get(id) ?? []
  const names = new Map(
    (
      await findPersons(deed, [
        ...signers.map(({ personId }) => personId),
        ...(row.origin === 'delegate' && row.author_id ? [row.author_id] : []),
      ])
    ).map((person) => [person.id, person.name]),
  )
  const supports = await supportsIt(deed, id)
  const opinionAs = await opinionOrgans(deed)
  const meeting = row.meeting_id
    ? await deed.tx
        .selectFrom('meeting')
        .select(['id', 'starts_at'])
        .where('street_id', '=', deed.street.id)
        .where('id', '=', row.meeting_id)
        .executeTakeFirst()
    : undefined
  const versions = await deed.tx
    .selectFrom('motion_version')
    .select(['version', 'from_day', 'lines'])
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', id)
    .orderBy('version')
    .execute()
  const about = row.about_organ ? (await organNames(deed, [row.about_organ])).get(row.about_organ) : undefined
  return {
    ...line,
    councilId: row.council_id,
    mover: row.origin === 'delegate' ? { name: (row.author_id && names.get(row.author_id)) || '', bench: row.bench as Bench | null } : null,
    mine: isAuthor(deed, row),
    reasons: row.reasons,
    summary: row.summary,
    lines: row.lines,
    translation: row.translation,
    version: row.version,
    doer: row.doer,
    byDay: row.by_day,
    costCents: row.cost_cents,
    roles: row.roles,
    about: about ? { id: row.about_organ!, name: about } : null,
    excluded: await excludedBy(deed, row),
    laneId: row.lane_id,
    conversationId: row.conversation_id,
    statementIds: row.statement_ids,
    mergedConcernId: row.merged_concern_id,
    exemptAs: row.exempt_as,
    charterVersionId: row.charter_version_id,
    groundFigures: row.ground_figures,
    support: {
      residents: line.supporters.residents,
      residentsNeeded: filing.residents,
      delegates: signers.map(({ personId, bench }) => ({ name: names.get(personId) ?? '', bench })),
      delegatesNeeded: filing.delegates,
      until: row.support_until,
      mine: supports,
    },
    screening: { by: row.screen_by, on: row.screened_on, reason: row.return_reason },
    appeal: { until: row.appeal_until, on: row.appealed_on, words: row.appeal_words, outcome: row.appeal_outcome },
    procedure: row.procedure,
    opinions: await opinionsOf(deed, id),
    files: await filesOf(deed, id),
    amendments: await amendmentsOf(deed, row),
    versions: versions.map(({ version, from_day, lines }) => ({ version, from: from_day, lines })),
    meeting: meeting ? { id: meeting.id, startsAt: meeting.starts_at.toISOString() } : null,
    outcome: outcomeOf(row),
    decidedOn: row.decided_on,
    events: await history(deed, id),
    opinionAs,
    may: actsOn(deed, row, {
      delegate,
      signed: delegate !== undefined && signers.some(({ personId }) => personId === delegate.personId),
      supports,
      opinions: opinionAs.length > 0,
    }),
  }
}

/** The delegate an exclusion is about; a name that is gone with the account is gone here too. */
async function excludedBy(deed: Deed, row: MotionRow): Promise<Motion['excluded']> {
  if (!row.excluded_term) return null
  const concerned = await partiesOf(deed, { about_organ: null, excluded_term: row.excluded_term })
  const [person] = await findPersons(deed, concerned)
  return { termId: row.excluded_term, name: person?.name ?? '' }
}

interface Stored {
  readonly kind?: 'carried' | 'rejected' | 'no-quorum' | 'tied'
  readonly figures?: Record<string, unknown>
  readonly ballotId?: string | null
  readonly override?: { readonly reason: string; readonly was: MotionRow['state'] } | null
  readonly asked?: { readonly state: MotionRow['state']; readonly reason: string } | null
}
function outcomeOf({ outcome }: MotionRow): Motion['outcome'] {
  const stored = outcome as Stored | null
  if (!stored) return null
  const { kind = null, figures = {}, ballotId = null, override = null, asked = null } = stored
  return {
    kind,
    figures,
    ballotId,
    override: override && { reason: override.reason, was: override.was },
    asked: asked && { state: asked.state, reason: asked.reason },
  }
}

async function history(deed: Deed, id: string): Promise<MotionEvent[]> {
  const events = await motionEvents(deed, id)
  const names = await postNames(
    deed,
    events.flatMap(({ by_post }) => by_post ?? []),
  )
  return events.map((event) => ({
    seq: event.seq,
    kind: event.kind,
    at: event.at.toISOString(),
    by: event.by_post ? (names.get(event.by_post)?.post ?? null) : null,
    byAuthor: event.by_author,
    words: (event.details as { because?: string }).because ?? null,
    meetingId: event.meeting_id,
  }))
}

async function supportsIt(deed: Deed, id: string): Promise<boolean> {
  const personId = personOf(deed.actor)
  if (!personId) return false
  const row = await deed.tx
    .selectFrom('motion_support')
    .select('motion_id')
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

function actsOn(
  deed: Deed,
  row: MotionRow,
  reader: {
    readonly delegate: Delegate | undefined
    readonly signed: boolean
    readonly supports: boolean
    readonly opinions: boolean
  },
): MotionAct[] {
  if (deed.actor.kind !== 'person' || deed.actor.session === 'empty') return []
  const author = isAuthor(deed, row)
  const open = row.state === 'seekingSupport' && row.support_until! >= today(deed)
  const clerk = heldIn(deed, row.council_id, 'councilClerk') !== undefined && may(deed, 'council.clerk')
  const benched = reader.delegate !== undefined && reader.delegate.bench !== null
  const signable = ['seekingSupport', 'filed', 'admitted', 'onAgenda', 'postponed', 'referred'].includes(row.state)
  const acts: readonly (readonly [boolean, MotionAct])[] = [
    [author && row.state === 'draft', 'rewrite'],
    [author && row.state === 'draft', 'erase'],
    [author && row.state === 'draft', 'attach'],
    [author && canStep(row.state, 'seekSupport'), 'seekSupport'],
    [author && (row.state === 'draft' ? row.origin === 'delegate' : open), 'file'],
    [author && row.state !== 'draft' && canStep(row.state, 'withdraw'), 'withdraw'],
    [!author && open && !reader.supports && !benched, 'support'],
    [open && reader.supports, 'unsupport'],
    [!author && benched && signable && !reader.signed, 'cosign'],
    [benched && signable && reader.signed, 'uncosign'],
    [benched && amendableStates.includes(row.state), 'amend'],
    [clerk && row.state === 'filed' && !author, 'screen'],
    [clerk && ['filed', 'admitted', 'onAgenda', 'postponed', 'referred'].includes(row.state), 'recommend'],
    [clerk && row.state !== 'draft', 'describe'],
    [author && row.state === 'returned' && !row.appealed_on && row.appeal_until! >= today(deed), 'appeal'],
    [reader.opinions && row.filed_on !== null && !isOver(row.state) && row.state !== 'putToVote', 'giveOpinion'],
    [open && moderatingPost(deed, row.council_id) !== undefined && may(deed, 'council.moderate'), 'enterPaper'],
    [
      overridable.includes(row.state) && row.outcome !== null && heldIn(deed, row.council_id, 'chair', 'councilClerk') !== undefined,
      'override',
    ],
  ]
  return acts.flatMap(([yes, act]) => (yes ? [act] : []))
}

/** What the charter of today asks of a motion, for whoever begins to write one. */
export async function motionRules(deed: Deed, councilId: string): Promise<ReplyOf<typeof readMotionRules>> {
  const parameters = await parametersOf(deed, councilId)
  const { filing, commonGround } = parameters
  const organs = await deed.tx
    .selectFrom('organ')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('id', '<>', councilId)
    .where('public', '=', true)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  const { communities } = await listPlaces(deed)
  return {
    residents: filing.residents,
    delegates: filing.delegates,
    withinDays: filing.withinDays,
    screeningWorkingDays: filing.screeningWorkingDays,
    sentAheadDays: filing.sentAheadDays,
    commonGroundRequired: commonGround.required,
    afterDays: commonGround.afterDays,
    residentsTimes: commonGround.residentsTimes,
    exempt: [...commonGround.exempt],
    delegate: (await findDelegate(deed, councilId)) !== undefined,
    organs,
    seated: (await delegatesInOffice(deed, councilId)).flatMap(({ termId, name, bench }) => (bench ? [{ termId, name, bench }] : [])),
    lanes: communities.flatMap(({ lanes }) => lanes),
    conversations: await conversationsToCite(deed, councilId, parameters),
  }
}
