import { stepDisputeState, type DisputeStep } from '@ronghe/server/rooms/station/dispute-lifecycle.ts'
import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import { claimCode, uuid7 } from '@ronghe/server/platform/codes.ts'
import type { DisputeState } from '@ronghe/contract/station/mediation.ts'
import { chanceOf } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import { castId } from './load-cast.ts'
import type { Maker, Resident } from './residents.ts'
import { asResident } from './stories.ts'

export interface MadeDisputes {
  readonly disputes: RowOf<'dispute'>[]
  readonly mediators: RowOf<'dispute_mediator'>[]
  readonly sessions: RowOf<'mediation_session'>[]
}

const wishes = {
  deposit: '退房一个月了，希望把押金退回来。',
  rent: '合同没到期，想把租金按原来的算。',
  noise: '晚上十点以后能不能轻一点。',
  wages: '最后半个月的工钱想结清。',
  customs: '祠堂办酒，想商量一下停车。',
} as const
const settled = '押金扣掉一盏灯的钱，其余三天内退清；钥匙当面交还。'

/** How a dispute goes, with the days after the request; the last ones may still lie ahead. */
const courses: readonly (readonly (readonly [DisputeStep, number])[])[] = [
  [],
  [['agree', 2]],
  [['decline', 3]],
  [
    ['agree', 2],
    ['bothAccept', 4],
  ],
  // Planned: they meet in the coming days.
  [
    ['agree', 1],
    ['bothAccept', 3],
    ['plan', 4],
  ],
  [
    ['agree', 1],
    ['bothAccept', 3],
    ['plan', 4],
    ['hold', 8],
  ],
  [
    ['agree', 1],
    ['bothAccept', 3],
    ['plan', 4],
    ['hold', 8],
    ['terms', 8],
    ['sign', 9],
  ],
  [
    ['agree', 1],
    ['bothAccept', 2],
    ['plan', 3],
    ['hold', 7],
    ['terms', 7],
    ['sign', 8],
    ['sayKept', 38],
    ['close', 53],
  ],
  [
    ['agree', 2],
    ['bothAccept', 5],
    ['plan', 6],
    ['hold', 9],
    ['fail', 9],
  ],
]

/** Disputes of the past months; the pair of mediators is the cast's, one of each group. */
export function inventDisputes(maker: Maker, residents: readonly Resident[], count: number): MadeDisputes {
  const chance = chanceOf('disputes')
  const { street, platform, now } = maker
  const today = dayIn(street.zone, now)
  const made: MadeDisputes = { disputes: [], mediators: [], sessions: [] }
  for (let index = 0; index < count; index++) {
    const steps = courses[index % courses.length]!
    const requested = addDays(today, -(steps.at(-1)?.[1] ?? 0) - 1 - chance.below(12))
    const at = startOfDay(street.zone, requested).getTime() + 10 * 3_600_000
    const id = uuid7(at, chance.bytes)
    const topic = chance.pick(Object.keys(wishes) as (keyof typeof wishes)[])
    const place = chance.below(residents.length)
    const planned = steps.at(-1)?.[0] === 'plan'
    // The first that is planned is Chen's, so that a visitor finds one to look at from both sides of the table.
    const requester = planned && made.sessions.every(({ held }) => held) ? asResident(street.id, 'chen', now) : residents[place]!
    const other = residents[(place + 1 + chance.below(residents.length - 1)) % residents.length]!
    const seal = (column: string, text: string) => platform.sealer.seal({ street: street.id, table: 'dispute', column, row: id }, text)
    const state = steps.reduce<DisputeState>((before, [step]) => {
      const after = stepDisputeState(before, step)
      if (!after) throw new Error(`the demo's dispute cannot ${step} while ${before}`)
      return after
    }, 'otherSideAsked')
    const on = (step: DisputeStep) => {
      const found = steps.find(([name]) => name === step)
      return found ? addDays(requested, found[1]) : null
    }
    const accepted = on('bothAccept') !== null
    const [stated, also] = [requester.group, other.group]
    made.disputes.push({
      street_id: street.id,
      id,
      topic,
      state,
      requester_person_id: requester.id,
      other_person_id: other.id,
      words_sealed: seal('words_sealed', wishes[topic]),
      other_name_sealed: seal('other_name_sealed', other.name),
      other_phone_sealed: seal('other_phone_sealed', other.phone),
      answer_sealed: on('agree') ? seal('answer_sealed', '可以坐下来谈。') : null,
      code_hash: platform.sealer.lookup(street.id, 'code', `mediation ${claimCode(chance.bytes)}`),
      mixed: on('agree') && stated !== 'unstated' && also !== 'unstated' ? stated !== also : null,
      requester_accepted: accepted,
      other_accepted: accepted,
      agreement_sealed: on('terms') ? seal('agreement_sealed', settled) : null,
      agreed_on: on('terms'),
      signed_on: on('sign'),
      follow_up_on: on('sign') ? addDays(on('sign')!, 30) : null,
      requester_kept: on('sayKept') ? 'yes' : null,
      other_kept: on('sayKept') ? 'yes' : null,
      requested_on: requested,
      ended_on: on('decline') ?? on('fail') ?? on('close'),
    })
    if (on('agree'))
      for (const mediator of ['liuJianjun', 'uncleHuang'] as const)
        made.mediators.push({
          street_id: street.id,
          dispute_id: id,
          person_id: castId(street.id, mediator),
          proposed_at: new Date(at + 2 * 86_400_000),
        })
    const held = on('hold')
    const meets = held ?? (planned ? addDays(today, 1 + chance.below(6)) : null)
    if (meets) {
      const session = uuid7(at + 1, chance.bytes)
      made.sessions.push({
        street_id: street.id,
        id: session,
        dispute_id: id,
        at: new Date(startOfDay(street.zone, meets).getTime() + 19.5 * 3_600_000),
        place_sealed: platform.sealer.seal(
          { street: street.id, table: 'mediation_session', column: 'place_sealed', row: session },
          '榕树路3号二楼调解室',
        ),
        held: held !== null,
      })
    }
  }
  return made
}
