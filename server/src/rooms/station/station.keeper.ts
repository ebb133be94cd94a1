import { inLanguage } from '@ronghe/contract/values.ts'
import { type CaseService } from '@ronghe/forms'
import type { Deed } from '../../platform/deed.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { describeAnswers } from './case-answers.ts'
import { deidentify, dropFiles } from './case-retention.ts'
import { definitionOf, eventsOf, findCase, takeCaseStep, type CaseRow } from './case-records.ts'
import { timelineOf } from './case-words.ts'
import { draftFilesOf } from './draft-files.ts'
import { filledIn } from './draft-rows.ts'
import { findVersionsById, textOf } from './services.ts'

const open = ['filed', 'accepted', 'waitingForResident', 'routed'] as const

const casesOf = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('service_case')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .orderBy('filed_at')

/** What the station keeps about a person: forms begun, cases, papers. */
export const stationKeeper: Keeper = {
  room: 'station',
  tables: [
    'case_draft',
    'service_case',
    'case_event',
    'case_document',
    'case_file',
    'case_external',
    'case_link',
    'case_bulk',
    'sheet_import',
    'report_template',
    'service_version',
    'service_draft_kept',
  ],

  async open(deed, personId) {
    const rows = await casesOf(deed, personId).where('state', 'in', open).execute()
    const versions = await findVersionsById(
      deed,
      rows.map(({ version_id }) => version_id),
    )
    return rows.map(({ id, number, version_id }) => {
      const name = textOf(versions.get(version_id)!.definition.name)
      return {
        room: 'station',
        kind: 'case',
        id,
        title: { 'zh-CN': `${name['zh-CN']} ${number}`, en: `${inLanguage(name, 'en')} ${number}` },
        becomes: 'ends' as const,
        note: {
          'zh-CN': '您离开后这一件会撤回，不再办理。想办完再走，可以等结果出来。',
          en: 'It is withdrawn when you leave. To have it finished, wait for the result first.',
        },
      }
    })
  },

  async export(deed, personId) {
    const rows = await casesOf(deed, personId).execute()
    const drafts = await deed.tx
      .selectFrom('case_draft')
      .innerJoin('service', (join) =>
        join.onRef('service.street_id', '=', 'case_draft.street_id').onRef('service.id', '=', 'case_draft.service_id'),
      )
      .select(['case_draft.id', 'case_draft.answers_sealed', 'case_draft.rest_sealed', 'case_draft.saved_at', 'service.key'])
      .where('case_draft.street_id', '=', deed.street.id)
      .where('case_draft.person_id', '=', personId)
      .execute()
    return {
      cases: await Promise.all(rows.map((row) => describe(deed, row))),
      drafts: await Promise.all(
        drafts.map(async (row) => ({
          service: row.key,
          savedAt: row.saved_at.toISOString(),
          ...filledIn(deed, row),
          files: await draftFilesOf(deed, row.id),
        })),
      ),
    }
  },

  async forget(deed, personId) {
    const { tx, street } = deed
    // The files of a draft are the person's own, and go with everything that is (people.keeper).
    await tx.deleteFrom('case_draft').where('street_id', '=', street.id).where('person_id', '=', personId).execute()
    for (const { id } of await casesOf(deed, personId).execute()) {
      const row = (await findCase(deed, id, 'lock'))!
      if ((open as readonly string[]).includes(row.state) && !row.merged_into)
        await takeCaseStep(deed, row, await definitionOf(deed, row), { step: { kind: 'withdrawn' }, change: { closed_at: deed.now } })
      await deidentify(deed, id)
    }
    // As somebody's helper or as a member of staff: the deed stays, the name goes.
    await tx
      .updateTable('service_case')
      .set({ agent_person_id: null, agent_sealed: null })
      .where('street_id', '=', street.id)
      .where('agent_person_id', '=', personId)
      .execute()
    await tx
      .updateTable('case_event')
      .set({ by_person: null })
      .where('street_id', '=', street.id)
      .where('by_person', '=', personId)
      .execute()
    await tx
      .updateTable('case_file')
      .set({ by_person: null })
      .where('street_id', '=', street.id)
      .where('by_person', '=', personId)
      .execute()
    await tx
      .updateTable('service_version')
      .set({ saved_by: null })
      .where('street_id', '=', street.id)
      .where('saved_by', '=', personId)
      .execute()
    await tx
      .updateTable('service_version')
      .set({ published_by: null })
      .where('street_id', '=', street.id)
      .where('published_by', '=', personId)
      .execute()
    await tx
      .updateTable('service_draft_kept')
      .set({ saved_by: null })
      .where('street_id', '=', street.id)
      .where('saved_by', '=', personId)
      .execute()
    await tx
      .updateTable('report_template')
      .set({ by_person: null })
      .where('street_id', '=', street.id)
      .where('by_person', '=', personId)
      .execute()
    await tx.deleteFrom('case_bulk').where('street_id', '=', street.id).where('by_person', '=', personId).execute()
    const imports = await tx
      .deleteFrom('sheet_import')
      .where('street_id', '=', street.id)
      .where('by_person', '=', personId)
      .returning('file_id')
      .execute()
    await dropFiles(
      deed,
      imports.flatMap(({ file_id }) => file_id ?? []),
    )
  },
}

async function describe(deed: Deed, row: CaseRow): Promise<Record<string, unknown>> {
  const definition: CaseService = await definitionOf(deed, row)
  const events = await eventsOf(deed, row.id)
  return {
    number: row.number,
    service: textOf(definition.name),
    filedAt: row.filed_at.toISOString(),
    channel: row.channel,
    state: row.state,
    outcome: row.outcome,
    groupAtFiling: row.group_at_filing,
    consents: row.consents,
    answers: (await describeAnswers(deed, row, definition)).map(({ label, answer }) => ({ question: label, answer })),
    // Notes for colleagues are about the person too, and so are part of the copy.
    timeline: (await timelineOf(deed, events, definition, { internal: true, notes: true })).map(({ at, sentence, words, by }) => ({
      at,
      sentence,
      words,
      by,
    })),
  }
}
