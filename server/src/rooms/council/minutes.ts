import type { Minutes, MinutesParagraph, ParagraphWords } from '@ronghe/contract/council/minutes.ts'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { docxType, writeDocx, type DocxPart } from '../../platform/standards/docx.ts'
import { findPersons } from '../people/persons.ts'
import { postNames } from '../programme/posts.ts'
import { heldIn } from './delegates.ts'
import { findMeeting, belongs, getMeeting, isPublic, meetingRows, toCard, toMeeting, type Meeting } from './meeting-rows.ts'
import { currentParagraphs, type Change, type Current } from './minutes-changes.ts'
import { personsIn, withNames } from './minutes-names.ts'
import type { WrittenParagraph } from './minutes-text.ts'

export type MinutesRow = Selectable<Tables['minutes']>
const gone: Text = { 'zh-CN': say('zh-CN', 'minutes-gone'), en: say('en', 'minutes-gone') }

/** Published minutes are everybody's; before that they are the council's own. */
export async function readMinutes(deed: Deed, meetingId: string): Promise<Minutes> {
  const meeting = await getMeeting(deed, meetingId)
  const row = await findMinutes(deed, meetingId)
  const inside = await belongs(deed, meeting.councilId)
  if (!row || !(inside || (row.published_at && isPublic(meeting)))) throw notFound('minutes')
  const changes = await changesOf(deed, meetingId)
  const paragraphs = currentParagraphs(row.paragraphs as readonly WrittenParagraph[], changes)
  const posts = await postNames(
    deed,
    changes.map(({ byPost }) => byPost),
  )
  const fill = await nameFiller(deed, paragraphs)
  const confirmed = await confirmations(deed, meetingId)
  const me = deed.actor.kind === 'person' ? deed.actor.personId : ''
  return {
    meeting: toCard(meeting),
    title: fill(paragraphs[0]!.text),
    writtenAt: row.written_at.toISOString(),
    dueDay: row.due_day,
    approvedAt: row.approved_at?.toISOString() ?? null,
    approvedIn: row.approved_in ? toCard((await findMeeting(deed, row.approved_in))!) : null,
    publishedAt: row.published_at?.toISOString() ?? null,
    confirmations: { given: confirmed.given.length, needed: confirmed.needed, mine: confirmed.given.includes(me) },
    laterMeetings: mayApprove(deed, meeting) ? await laterMeetings(deed, meeting) : [],
    paragraphs: paragraphs.map((paragraph) => toParagraph(paragraph, fill, (post) => posts.get(post)?.post ?? null)),
    may: stepsFor(deed, meeting, confirmed.attended.includes(me) && !confirmed.given.includes(me)),
  }
}

/** For a word processor, in the reader's language, as they stand. */
export async function minutesDocument(deed: Deed, meetingId: string): Promise<{ bytes: Buffer; type: string }> {
  const minutes = await readMinutes(deed, meetingId)
  const word = (text: Text): string => inLanguage(text, deed.language)
  const parts = minutes.paragraphs
    .filter(({ struck }) => !struck)
    .map((paragraph, index): DocxPart => {
      if (paragraph.kind === 'table') {
        const [head, ...rows] = paragraph.rows.map((row) => row.map(word))
        return { kind: 'table', head: head ?? [], rows }
      }
      return { kind: paragraph.kind === 'text' ? 'paragraph' : index === 0 ? 'title' : 'heading', text: word(paragraph.text) }
    })
  const bytes = await writeDocx(parts, {
    title: word(minutes.title),
    footer: `${deed.platform.config.publicUrl ?? ''}/council/meetings/${meetingId}/minutes`,
  })
  return { bytes, type: docxType }
}

export const findMinutes = (deed: Deed, meetingId: string): Promise<MinutesRow | undefined> =>
  deed.tx.selectFrom('minutes').selectAll().where('street_id', '=', deed.street.id).where('meeting_id', '=', meetingId).executeTakeFirst()

export async function changesOf(deed: Deed, meetingId: string): Promise<readonly Change[]> {
  const rows = await deed.tx
    .selectFrom('minutes_change')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    paragraph: row.paragraph,
    behind: row.behind,
    before: row.before as Text | null,
    after: row.after as Text | null,
    because: row.because,
    changedAt: row.changed_at,
    byPost: row.changed_by_post,
  }))
}

/** Who was there, who of them has said that the minutes are right, and how many have to: more than half. */
export async function confirmations(deed: Deed, meetingId: string) {
  const attended = await deed.tx
    .selectFrom('meeting_attendance')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'present')
    .execute()
  const given = await deed.tx
    .selectFrom('minutes_confirmation')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .execute()
  return {
    attended: attended.map(({ person_id }) => person_id),
    given: given.map(({ person_id }) => person_id),
    needed: Math.floor(attended.length / 2) + 1,
  }
}

/** Later meetings that have begun: only such a one can have approved anything. */
export async function laterMeetings(deed: Deed, { councilId, startsAt, id }: Meeting) {
  const rows = await meetingRows(deed)
    .where('meeting.council_id', '=', councilId)
    .where('meeting.kind', '<>', 'practice')
    .where('meeting.state', 'not in', ['planned', 'notified', 'cancelled'])
    .where('meeting.starts_at', '>', startsAt)
    .where('meeting.id', '<>', id)
    .orderBy('meeting.starts_at')
    .execute()
  return rows.map((row) => toCard(toMeeting(row)))
}

/** Puts names in the place of persons; whoever closed the account is not named. */
async function nameFiller(deed: Deed, paragraphs: readonly Current[]): Promise<(text: Text) => Text> {
  const texts = paragraphs.flatMap(({ text, written, rows, changes }) => [
    text,
    ...(written ? [written] : []),
    ...rows.flat(),
    ...changes.flatMap(({ before, after }) => [before, after].filter((one) => one !== null)),
  ])
  const people = await findPersons(deed, [...new Set(texts.flatMap(personsIn))])
  const names = new Map(people.filter(({ state }) => state !== 'closed').map(({ id, name }) => [id, name]))
  return (text) => withNames(text, (id) => names.get(id), gone)
}

function toParagraph(current: Current, fill: (text: Text) => Text, postOf: (id: string) => Text | null): MinutesParagraph {
  const words: ParagraphWords = { text: fill(current.text), rows: current.rows.map((row) => row.map(fill)) }
  return {
    key: current.key,
    kind: current.kind,
    ...words,
    written: current.written && fill(current.written),
    struck: current.struck,
    changes: current.changes.map(({ number, before, after, because, changedAt, byPost }) => ({
      number,
      before: before && fill(before),
      after: after && fill(after),
      because,
      changedAt: changedAt.toISOString(),
      by: postOf(byPost),
    })),
  }
}

const mayApprove = (deed: Deed, { councilId, state }: Meeting): boolean =>
  state === 'minutesDraft' && heldIn(deed, councilId, 'councilClerk') !== undefined

function stepsFor(deed: Deed, meeting: Meeting, mayConfirm: boolean): Minutes['may'] {
  const clerk = heldIn(deed, meeting.councilId, 'councilClerk') !== undefined
  return [
    ...(clerk && meeting.state === 'minutesDraft' ? (['edit', 'approve'] as const) : []),
    ...(mayConfirm && meeting.state === 'minutesDraft' ? (['confirm'] as const) : []),
    ...(clerk && meeting.state === 'minutesApproved' ? (['publish'] as const) : []),
  ]
}
