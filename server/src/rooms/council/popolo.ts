import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readPopolo as operation } from '@ronghe/contract/council/popolo.ts'
import { benches, type Bench } from '@ronghe/contract/council/charter.ts'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import { startOfDay } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { findPersons } from '../people/persons.ts'
import { parametersOf } from './charter.ts'
import { getCouncil } from './charter-pages.ts'
import { seatsOf } from './seats.ts'

type Popolo = ReplyOf<typeof operation>

const benchNames: Readonly<Record<Bench, Text>> = {
  newcomers: { 'zh-CN': '来穗人员一方', en: 'Newcomers’ bench' },
  locals: { 'zh-CN': '本地居民一方', en: 'Locals’ bench' },
}
const chairName: Text = { 'zh-CN': '主席', en: 'Chair' }
const benchId = (councilId: string, bench: Bench): string => `${councilId}/${bench}`

/** Public acts only: seats and who held them, numbered motions, and what was counted. A name that is gone with its account is left out. */
export async function readPopolo(deed: Deed, councilId: string): Promise<Popolo> {
  const council = await getCouncil(deed, councilId)
  await parametersOf(deed, councilId)
  const say = (text: Text): string => inLanguage(text, deed.language)
  const memberships = await membershipsOf(deed, councilId, say)
  const { motions, vote_events } = await votedOn(deed, councilId)
  return {
    organizations: [
      {
        id: councilId,
        name: say(council.name as Text),
        classification: 'council',
        parent_id: council.parent_id,
        founding_date: council.started_on,
        ...(council.summary ? { abstract: say(council.summary as Text) } : {}),
      },
      ...benches.map((bench) => ({
        id: benchId(councilId, bench),
        name: say(benchNames[bench]),
        classification: 'bench',
        parent_id: councilId,
      })),
    ],
    persons: memberships.persons,
    posts: (await seatsOf(deed, councilId)).map(({ id, bench, number }) => ({
      id,
      label: bench === null ? say(chairName) : `${say(benchNames[bench])} ${number}`,
      role: bench === null ? 'chair' : 'delegate',
      organization_id: councilId,
    })),
    memberships: memberships.items,
    motions,
    vote_events,
  }
}

async function membershipsOf(deed: Deed, councilId: string, say: (text: Text) => string) {
  const rows = await deed.tx
    .selectFrom('seat_term')
    .innerJoin('seat', (join) => join.onRef('seat.street_id', '=', 'seat_term.street_id').onRef('seat.id', '=', 'seat_term.seat_id'))
    .select(['seat_term.id', 'seat_term.seat_id', 'seat_term.person_id', 'seat_term.from_day', 'seat_term.to_day', 'seat.bench'])
    .where('seat_term.street_id', '=', deed.street.id)
    .where('seat.council_id', '=', councilId)
    .where('seat.ended_on', 'is', null)
    .orderBy('seat_term.from_day')
    .orderBy('seat_term.id')
    .execute()
  const found = await findPersons(deed, [...new Set(rows.map(({ person_id }) => person_id))])
  const persons = found.filter(({ state }) => state !== 'closed').map(({ id, name }) => ({ id, name }))
  const items = rows
    .filter(({ person_id }) => persons.some(({ id }) => id === person_id))
    .map((row) => {
      const bench = row.bench as Bench | null
      return {
        id: row.id,
        label: bench ? say(benchNames[bench]) : say(chairName),
        role: bench ? 'delegate' : 'chair',
        person_id: row.person_id,
        organization_id: councilId,
        post_id: row.seat_id,
        on_behalf_of_id: bench ? benchId(councilId, bench) : null,
        start_date: row.from_day,
        end_date: row.to_day,
      }
    })
  return { persons, items }
}

interface Figures {
  readonly for?: number
  readonly against?: number
  readonly abstain?: number
}
interface Outcome {
  readonly kind?: string
  readonly figures?: { readonly total?: Figures; readonly benches?: Partial<Record<Bench, Figures>> }
}

const countsOf = ({ for: yes, against, abstain }: Figures, group_id: string | null): Popolo['vote_events'][number]['counts'] =>
  [
    { option: 'yes' as const, value: yes },
    { option: 'no' as const, value: against },
    { option: 'abstain' as const, value: abstain },
  ].flatMap(({ option, value }) => (typeof value === 'number' ? [{ option, value, group_id }] : []))

/** A motion has a number once it is filed; before that it is nobody's to exchange. A resident's motion does not name its author. */
async function votedOn(deed: Deed, councilId: string): Promise<Pick<Popolo, 'motions' | 'vote_events'>> {
  const rows = await deed.tx
    .selectFrom('motion')
    .select(['id', 'kind', 'state', 'year', 'number', 'title', 'filed_on', 'decided_on', 'outcome'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('number', 'is not', null)
    .where('state', 'not in', ['returned', 'withdrawn'])
    .orderBy('year')
    .orderBy('number')
    .execute()
  const midnight = (day: string): string => startOfDay(deed.street.zone, day).toISOString()
  const identifier = (row: (typeof rows)[number]): string => `${row.year}-${row.number}`
  return {
    motions: rows.map((row) => ({
      id: row.id,
      organization_id: councilId,
      identifier: identifier(row),
      text: inLanguage(row.title as Text, deed.language),
      classification: row.kind,
      date: midnight(row.filed_on!),
      requirement: row.kind === 'ordinary' ? 'simple majority' : 'qualified majority',
      result: row.state === 'carried' ? 'pass' : row.state === 'rejected' ? 'fail' : null,
    })),
    vote_events: rows.flatMap((row) => {
      const { figures } = (row.outcome ?? {}) as Outcome
      if ((row.state !== 'carried' && row.state !== 'rejected') || !row.decided_on || !figures?.total) return []
      return [
        {
          id: `${row.id}/vote`,
          organization_id: councilId,
          motion_id: row.id,
          identifier: identifier(row),
          end_date: midnight(row.decided_on),
          result: row.state === 'carried' ? ('pass' as const) : ('fail' as const),
          counts: [
            ...countsOf(figures.total, null),
            ...benches.flatMap((bench) => (figures.benches?.[bench] ? countsOf(figures.benches[bench], benchId(councilId, bench)) : [])),
          ],
        },
      ]
    }),
  }
}
