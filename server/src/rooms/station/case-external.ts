import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import type { askExternalAgain, recordExternalReply, startExternalStep } from '@ronghe/contract/station/cases-steps.ts'
import type { CaseService } from '@ronghe/forms'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays, dayIn, startOfDay } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { recordUse } from '../programme/agreement-uses.ts'
import { openLetter, sealLetter } from './case-letters.ts'
import { getCaseForWork } from './case-readers.ts'
import { type CaseRow, definitionOf, gaveConsent, mustBeSeen, takeCaseStep } from './case-records.ts'
import { readOffers } from './service-offers.ts'
import { textOf } from './services.ts'

const newest = (deed: Deed, caseId: string) =>
  deed.tx
    .selectFrom('case_external')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function findExternal(deed: Deed, row: CaseRow, definition: CaseService): Promise<CaseOnPage['external']> {
  const step = await newest(deed, row.id)
  if (!step) return null
  return {
    id: step.id,
    agreement: step.agreement_key,
    party: definition.externalParty ? textOf(definition.externalParty.name) : { 'zh-CN': '—' },
    letter: openLetter(deed, step.id, step.letter_sealed),
    sentOn: step.sent_on,
    askOn: step.ask_on,
    asked: step.asked,
    repliedOn: step.replied_on,
    outcome: step.outcome,
  }
}

/** The next day on which the station asks the other place again. */
export const nextAskOn = (step: {
  readonly askOn: readonly string[]
  readonly asked: readonly string[]
  readonly repliedOn: string | null
}): string | null => (step.repliedOn ? null : (step.askOn[step.asked.length] ?? null))

/** The letter went out. Without the person's consent nothing goes to another place; the service says how it goes on then. */
export async function startExternal(
  deed: Deed,
  caseId: string,
  { events, letter, sentOn }: BodyOf<typeof startExternalStep>,
): Promise<CaseRow> {
  const { row, reader } = await getCaseForWork(deed, caseId, ['clerk'])
  mustBeSeen(row, events)
  const definition = await definitionOf(deed, row)
  const party = definition.externalParty
  if (!party) throw refused('case-no-external-party')
  if (definition.consents.length > 0 && !definition.consents.some(({ purpose }) => gaveConsent(row, purpose)))
    throw refused('case-consent-first')
  mustBePast(deed, sentOn, 'sentOn')
  const calendar = await calendarFor(deed)
  const id = deed.id()
  await deed.tx
    .insertInto('case_external')
    .values({
      street_id: deed.street.id,
      id,
      case_id: row.id,
      agreement_key: party.agreement,
      party: JSON.stringify(party.name),
      letter_sealed: sealLetter(deed, id, letter),
      sent_on: sentOn,
      ask_on: party.chaseAfterWorkingDays.map((days) => addWorkingDays(calendar, sentOn, days)),
      by_post: reader.post,
    })
    .execute()
  return (await takeCaseStep(deed, row, definition, { step: { kind: 'externalSent' }, byPost: reader.post, details: { on: sentOn } })).row
}

export async function askAgain(deed: Deed, caseId: string, { events, on, words }: BodyOf<typeof askExternalAgain>): Promise<CaseRow> {
  const { row, reader } = await getCaseForWork(deed, caseId, ['clerk'])
  mustBeSeen(row, events)
  const step = await openStep(deed, row)
  mustBePast(deed, on, 'on', step.sent_on)
  await deed.tx
    .updateTable('case_external')
    .set({ asked: [...step.asked, on] })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', step.id)
    .execute()
  return (
    await takeCaseStep(deed, row, await definitionOf(deed, row), {
      step: { kind: 'externalAsked' },
      byPost: reader.post,
      details: { on },
      words,
    })
  ).row
}

/** What came back. The agreement's use is counted with its outcome and days; what the illness was is nobody's business. */
export async function takeReply(
  deed: Deed,
  caseId: string,
  { events, on, outcome, reason, amountBand, words }: BodyOf<typeof recordExternalReply>,
): Promise<CaseRow> {
  const { row, reader } = await getCaseForWork(deed, caseId, ['clerk'])
  mustBeSeen(row, events)
  const step = await openStep(deed, row)
  mustBePast(deed, on, 'on', step.sent_on)
  await deed.tx
    .updateTable('case_external')
    .set({ replied_on: on, outcome })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', step.id)
    .execute()
  const agreement = step.agreement_key ? (await readOffers(deed)).idOf(step.agreement_key) : undefined
  if (agreement) {
    const days = Math.round(
      (startOfDay(deed.street.zone, on).getTime() - startOfDay(deed.street.zone, step.sent_on).getTime()) / 86_400_000,
    )
    if (!(await isCounted(deed, row.id)))
      await recordUse(deed, { agreementId: agreement, caseId: row.id, outcome, reason: reason ?? null, days, amountBand })
  }
  return (
    await takeCaseStep(deed, row, await definitionOf(deed, row), {
      step: { kind: 'externalReplied' },
      byPost: reader.post,
      details: { on, outcome },
      words,
    })
  ).row
}

/** One use per case: a case taken up again and sent once more is still one person's. */
const isCounted = async (deed: Deed, caseId: string): Promise<boolean> =>
  (await deed.tx
    .selectFrom('agreement_use')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('case_id', '=', caseId)
    .executeTakeFirst()) !== undefined

async function openStep(deed: Deed, row: CaseRow) {
  const step = await newest(deed, row.id)
  if (!step || step.replied_on) throw refused('case-external-none')
  return step
}

function mustBePast(deed: Deed, day: string, path: string, from?: string): void {
  if (day > dayIn(deed.street.zone, deed.now)) throw unfit([{ path, code: 'case-day-ahead' }])
  if (from && day < from) throw unfit([{ path, code: 'case-day-before-letter' }])
}
