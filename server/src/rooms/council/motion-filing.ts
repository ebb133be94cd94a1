import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { smallestCount } from '../../platform/privacy/suppression.ts'
import { today } from '../programme/posts.ts'
import { charterInForce, cited } from './charter.ts'
import { tellPosts } from './council-posts.ts'
import { delegatesInOffice } from './delegates.ts'
import { wordsInTheClear } from './draft-words.ts'
import { checkConcrete } from './motion-drafts.ts'
import { benchOfSupporters, decideFiling } from './filing-rules.ts'
import { groundOf } from './motion-ground.ts'
import { takeMotionNumber } from './motion-numbers.ts'
import { cosigners, findDelegate, ownMotion, supportCounts } from './motion-reader.ts'
import { addMotionEvent, changeMotion, type MotionRow } from './motion-rows.ts'
import { stepped } from './motion-steps.ts'

/** Files a motion by the charter of today: support, common ground, then the number, and the clock of the screening begins. */
export async function fileMotion(
  deed: Deed,
  id: string,
  { withoutCommonGround }: { readonly withoutCommonGround: boolean },
): Promise<void> {
  const row = await ownMotion(deed, id)
  const councilId = row.council_id
  const state = await stepped(deed, row, 'file')
  checkConcrete(deed, row)
  if (row.origin === 'delegate' && !(await findDelegate(deed, councilId)))
    throw refused('motion-not-delegate-now', await cited(deed, councilId, 'filing'))
  const { charter } = await charterInForce(deed, councilId)
  const { parameters } = charter
  if (row.state === 'seekingSupport' && row.support_until! < today(deed))
    throw refused('motion-support-over', await cited(deed, councilId, 'filing', { params: { days: parameters.filing.withinDays } }))

  const ground = await groundOf(deed, row, parameters)
  const residents = (await supportCounts(deed, [id])).get(id) ?? 0
  const signed = await delegatesBehind(deed, row)
  const inOffice = await delegatesInOffice(deed, councilId)
  const seats = (bench: string | null): number => inOffice.filter((one) => one.bench === bench).length
  const decided = decideFiling(
    {
      origin: row.origin,
      residents,
      delegates: signed,
      inOffice: { newcomers: seats('newcomers'), locals: seats('locals') },
      exemptAs: row.exempt_as,
      groundMet: ground.figures?.met ?? false,
      conversationDays: ground.conversationDays,
      withoutCommonGround,
    },
    parameters,
  )
  if (decided.kind === 'refused')
    throw refused(
      decided.code,
      await cited(deed, councilId, decided.article, {
        ...(decided.params ? { params: decided.params } : {}),
        ...(decided.instead ? { instead: decided.instead } : {}),
      }),
    )

  const filedOn = today(deed)
  const year = Number(filedOn.slice(0, 4))
  const bench = row.origin === 'delegate' ? row.bench : await benchOf(deed, row)
  await deed.tx
    .insertInto('motion_version')
    .values({ street_id: deed.street.id, motion_id: id, version: 1, lines: row.lines, from_day: filedOn })
    .execute()
  const number = await takeMotionNumber(deed, councilId, year)
  await changeMotion(deed, id, {
    ...wordsInTheClear(row),
    state,
    year,
    number,
    bench,
    filed_on: filedOn,
    supporters: residents,
    ground: decided.ground,
    ground_figures: ground.figures ? JSON.stringify(ground.figures) : null,
    screen_by: addWorkingDays(await calendarFor(deed), filedOn, parameters.filing.screeningWorkingDays),
  })
  // The groups have said what they were asked for.
  await deed.tx
    .updateTable('motion_support')
    .set({ group: null })
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', id)
    .execute()
  await addMotionEvent(deed, id, { kind: 'file', byAuthor: true, details: { ground: decided.ground } })
  await record(deed, { kind: 'council.motion.filed', plain: { motion: id, year, number, ground: decided.ground } })
  await tellPosts(deed, councilId, ['councilClerk'], { template: 'council-motion-filed', link: `/desk/council/motions/${id}` })
}

/** Delegates behind a motion by bench: those who signed, and the mover of a delegate's motion. */
async function delegatesBehind(deed: Deed, row: MotionRow): Promise<{ newcomers: number; locals: number; chair: number }> {
  const signed = (await cosigners(deed, [row.id])).get(row.id) ?? []
  const benches = [...signed.map(({ bench }) => bench), ...(row.origin === 'delegate' ? [row.bench] : [])]
  const many = (wanted: string | null): number => benches.filter((bench) => bench === wanted).length
  return { newcomers: many('newcomers'), locals: many('locals'), chair: many(null) }
}

async function benchOf(deed: Deed, row: MotionRow): Promise<'newcomers' | 'locals' | null> {
  const groups = await deed.tx
    .selectFrom('motion_support')
    .select(({ fn }) => ['group', fn.countAll<string>().as('count')])
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', row.id)
    .where((one) => one.or([one('sheet', 'is', null), one('confirmed_on', 'is not', null)]))
    .groupBy('group')
    .execute()
  const many = (group: string): number => Number(groups.find((one) => one.group === group)?.count ?? 0)
  const signed = await delegatesBehind(deed, row)
  return benchOfSupporters({ newcomers: many('newcomer'), locals: many('local') }, signed, smallestCount)
}
