import type { CommendationAct, CommendationLine, CommendationRound, NoticeLine } from '@ronghe/contract/programme/commendations.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { callCommendation } from '@ronghe/contract/programme/commendations.ts'
import { calendarFor } from '../../../platform/calendar/calendar-days.ts'
import { addWorkingDays } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { actingPost, may } from '../acting-post.ts'
import { today } from '../posts.ts'
import { awardRound } from './awarding.ts'
import { actsFrom, dueAct, stepRound, takesNominations, takesObjections } from './commendation-lifecycle.ts'
import {
  getRound,
  mayBeShown,
  named,
  nominationsOf,
  nomineeNames,
  openIn,
  openStory,
  storiesOf,
  type NominationRow,
  type RoundRow,
} from './nomination-rows.ts'
import { answersOf } from './objections.ts'

type Plan = BodyOf<typeof callCommendation>

export async function listRounds(deed: Deed): Promise<{ items: CommendationLine[] }> {
  const rows = await deed.tx
    .selectFrom('commendation_round')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .orderBy('year', 'desc')
    .execute()
  return { items: rows.map(toLine) }
}

const toLine = (row: RoundRow): CommendationLine => ({
  id: row.id,
  year: row.year,
  title: row.title,
  state: row.state,
  nominationsFrom: row.nominations_from,
  nominationsUntil: row.nominations_until,
  noticeUntil: row.notice_until,
  awardedOn: row.awarded_on,
})

export async function readRound(deed: Deed, id: string): Promise<CommendationRound> {
  const row = await getRound(deed, id)
  const day = today(deed)
  const runs = may(deed, 'programme.commend.run')
  return {
    ...toLine(row),
    summary: row.summary,
    criteria: [...named(row.criteria)],
    categories: [...named(row.categories)],
    noticeFrom: row.notice_from,
    notice: row.state === 'publicNotice' || row.state === 'awarded' ? await noticeOf(deed, row) : [],
    figures: row.figures,
    may: [
      ...(runs && row.state === 'call' ? (['change'] as const) : []),
      ...(runs ? actsFrom(row.state) : []),
      ...(takesNominations(row, day) ? (['nominate'] as const) : []),
      ...(takesObjections(row, day) ? (['object'] as const) : []),
    ],
  }
}

/** Who is proposed or awarded, in the order they were nominated: nobody stands before anybody else (D2). */
async function noticeOf(deed: Deed, round: RoundRow): Promise<NoticeLine[]> {
  const rows = await nominationsOf(deed)
    .where('round_id', '=', round.id)
    .where('state', 'in', ['proposed', 'awarded', 'postponed'])
    .execute()
  const ids = rows.map(({ id }) => id)
  const names = await nomineeNames(deed, rows)
  const answers = await answersOf(deed, ids)
  const stories = await storiesOf(deed, ids)
  const lines: NoticeLine[] = []
  for (const row of rows) {
    const shown = await mayBeShown(deed, row)
    const story = stories.get(row.id)
    lines.push({
      id: row.id,
      category: row.category,
      name: shown ? publicName(deed, row, names) : null,
      deeds: shown ? openIn(deed, row, 'deeds_sealed') : null,
      state: row.state,
      openObjections: answers.get(row.id)?.open ?? false,
      answers: [...(answers.get(row.id)?.given ?? [])],
      story: shown && story?.published ? { id: story.id, ...openStory(deed, story), publishedOn: story.published_on! } : null,
    })
  }
  return lines
}

const publicName = (deed: Deed, row: NominationRow, names: ReadonlyMap<string, string>): string | null =>
  (row.shown_as === 'alias' ? openIn(deed, row, 'alias_sealed') : names.get(row.id)) || null

export async function callRound(deed: Deed, plan: Plan): Promise<CommendationRound> {
  checkPlan(plan)
  const taken = await deed.tx
    .selectFrom('commendation_round')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('year', '=', plan.year)
    .executeTakeFirst()
  if (taken) throw refused('commend-year-taken', { params: { year: plan.year } })
  const id = deed.id()
  await deed.tx
    .insertInto('commendation_round')
    .values({
      street_id: deed.street.id,
      id,
      ...columnsOf(plan),
      state: 'call',
      called_by: actingPost(deed, 'programme.commend.run')?.id ?? null,
      called_on: today(deed),
    })
    .execute()
  await record(deed, { kind: 'programme.commend.called', plain: { round: id, year: plan.year } })
  return readRound(deed, id)
}

export async function changeRound(deed: Deed, id: string, plan: Plan): Promise<CommendationRound> {
  const row = await getRound(deed, id, true)
  if (row.state !== 'call') throw refused('commend-call-is-over')
  checkPlan(plan)
  await deed.tx
    .updateTable('commendation_round')
    .set(columnsOf(plan))
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'programme.commend.changed', plain: { round: id } })
  return readRound(deed, id)
}

const columnsOf = (plan: Plan) => ({
  year: plan.year,
  title: JSON.stringify(plan.title),
  summary: JSON.stringify(plan.summary),
  criteria: JSON.stringify(plan.criteria),
  categories: JSON.stringify(plan.categories),
  nominations_from: plan.nominationsFrom,
  nominations_until: plan.nominationsUntil,
})

function checkPlan({ nominationsFrom, nominationsUntil, criteria, categories }: Plan): void {
  if (nominationsUntil < nominationsFrom) throw unfit([{ path: 'nominationsUntil', code: 'ends-before-start' }])
  for (const [path, items] of [
    ['criteria', criteria],
    ['categories', categories],
  ] as const)
    if (new Set(items.map(({ key }) => key)).size < items.length) throw unfit([{ path, code: 'commend-key-twice' }])
}

export async function stepRoundOn(deed: Deed, id: string, act: CommendationAct): Promise<CommendationRound> {
  await takeStep(deed, await getRound(deed, id, true), act)
  return readRound(deed, id)
}

/** Every morning: what the announced dates bring about. */
export async function keepCommendationDates(deed: Deed): Promise<void> {
  const rows = await deed.tx
    .selectFrom('commendation_round')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['call', 'nominations'])
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    const act = dueAct({ state: row.state, from: row.nominations_from, until: row.nominations_until }, today(deed))
    if (act) await takeStep(deed, row, act)
  }
}

async function takeStep(deed: Deed, row: RoundRow, act: CommendationAct): Promise<void> {
  const step = stepRound(row.state, act)
  if (step.kind === 'refused') throw refused(step.rule)
  const day = today(deed)
  if (act === 'publishNotice') await clearForNotice(deed, row)
  const { commendationNotice } = await setting(deed, 'clocks')
  const dates =
    act === 'publishNotice'
      ? { notice_from: day, notice_until: addWorkingDays(await calendarFor(deed), day, commendationNotice) }
      : act === 'award'
        ? await awardRound(deed, row)
        : {}
  await deed.tx
    .updateTable('commendation_round')
    .set({ state: step.state, ...dates })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .execute()
  await record(deed, { kind: `programme.commend.${act}`, plain: { round: row.id } })
}

/** Everybody who agreed has an answer before the notice goes up; who was asked and never said anything is not part of it. */
async function clearForNotice(deed: Deed, row: RoundRow): Promise<void> {
  const rows = await nominationsOf(deed).where('round_id', '=', row.id).execute()
  const undecided = rows.filter(({ state }) => state === 'agreed').length
  if (undecided > 0) throw refused('commend-undecided', { params: { count: undecided } })
  if (!rows.some(({ state }) => state === 'proposed')) throw refused('commend-nobody-proposed')
  await deed.tx
    .deleteFrom('nomination')
    .where('street_id', '=', deed.street.id)
    .where('round_id', '=', row.id)
    .where('state', '=', 'asked')
    .execute()
}
