import { applicationSteps } from '@ronghe/contract/branch/application-steps.ts'
import type { ApplicationStepNote } from '@ronghe/contract/branch/applications.ts'
import type { Selectable } from 'kysely'
import type { BranchDeed } from '../../../platform/branch/branch-deed.ts'
import type { ApplicationTable } from '../../../platform/branch/tables.ts'
import { mayNote, mayRemove, stageOf, type Noter, type Tracker } from './step-rules.ts'

export type ApplicationRow = Selectable<ApplicationTable>

/** An application with what was noted in it. */
export interface Application {
  readonly row: ApplicationRow
  readonly tracker: Tracker
  readonly notedOn: ReadonlyMap<number, string>
}

export const applicationPlace = (deed: BranchDeed, column: string, id: string) => ({
  street: deed.street.id,
  table: 'branch.application',
  column,
  row: id,
})
export const applicantName = (deed: BranchDeed, { id, name_sealed }: ApplicationRow): string =>
  deed.sealer.open(applicationPlace(deed, 'name_sealed', id), name_sealed)

export async function withSteps(deed: BranchDeed, row: ApplicationRow): Promise<Application> {
  const steps = await deed.tx
    .selectFrom('application_step')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('application_id', '=', row.id)
    .orderBy('step')
    .execute()
  return {
    row,
    tracker: {
      floating: await isFloating(deed, row.branch_id),
      handedOverOn: row.handed_over_on,
      noted: new Map(steps.map(({ step, day, noted_by }) => [step, { day, by: noted_by }])),
    },
    notedOn: new Map(steps.map(({ step, noted_on }) => [step, noted_on])),
  }
}

/** Until a branch says what it is, it hands over like a floating one. */
export async function isFloating(deed: BranchDeed, branchId: string): Promise<boolean> {
  const row = await deed.tx
    .selectFrom('branch')
    .select('kind')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', branchId)
    .executeTakeFirst()
  return row === undefined || row.kind === 'floating'
}

/** What applicant and branch both read, with what the one who reads may do about each step. */
export function sharedPart({ row, tracker, notedOn }: Application, by: Noter) {
  return {
    id: row.id,
    stage: stageOf(tracker),
    channel: row.channel,
    steps: applicationSteps.map(({ step }): ApplicationStepNote => {
      const note = tracker.noted.get(step)
      return {
        step,
        day: note?.day ?? null,
        notedBy: note?.by ?? null,
        notedOn: notedOn.get(step) ?? null,
        may: [
          ...(mayNote(tracker, step, by) && (by === 'applicant' || note?.by !== 'applicant') ? (['note'] as const) : []),
          ...(by === 'applicant' && mayRemove(tracker, step) ? (['remove'] as const) : []),
        ],
      }
    }),
    handedOver: row.handed_over_on ? { to: row.handed_to!, on: row.handed_over_on, receipt: row.receipt! } : null,
  }
}
