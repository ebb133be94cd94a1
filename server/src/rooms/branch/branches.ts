import type { BranchCard, BranchKind, BranchPage, editBranch } from '@ronghe/contract/branch/branches.ts'
import { standardDuties, type Duty } from '@ronghe/contract/branch/duties.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { inLanguage, type Text } from '@ronghe/contract/values.ts'
import { dayOf, type BranchDeed } from '../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../platform/branch/branch-journal.ts'
import { setting } from '../../platform/settings/settings.ts'
import { requireOffice } from './offices-held.ts'
import { branchOrgans, getBranchOrgan, type BranchOrgan } from './organs.ts'

export async function listBranches(deed: BranchDeed): Promise<{ items: BranchCard[] }> {
  const items: BranchCard[] = []
  for (const organ of await branchOrgans(deed)) items.push(await toCard(deed, organ))
  return { items }
}

export async function readBranch(deed: BranchDeed, id: string): Promise<BranchPage> {
  const row = await findRow(deed, id)
  const card = await toCard(deed, await getBranchOrgan(deed, id))
  return {
    ...card,
    reception: row?.reception ?? null,
    hours: row?.hours ?? null,
    welcomes: row?.welcomes ?? null,
    duties: await dutiesOf(deed, id),
    answerDays: await deed.outside(async (shared) => (await setting(shared, 'clocks')).checkInAnswer),
  }
}

async function toCard(deed: BranchDeed, organ: BranchOrgan): Promise<BranchCard> {
  const row = await findRow(deed, organ.id)
  return {
    ...organ,
    kind: row?.kind ?? null,
    // A branch nobody has taken up yet has nobody who could answer.
    takesCheckIns: row?.takes_check_ins ?? false,
  }
}

const findRow = ({ tx, street }: BranchDeed, id: string) =>
  tx.selectFrom('branch').selectAll().where('street_id', '=', street.id).where('id', '=', id).executeTakeFirst()

/** The branch's own row, made when its first secretary's code is printed. */
export async function openBranch(deed: BranchDeed, id: string, kind: BranchKind): Promise<void> {
  await deed.tx
    .insertInto('branch')
    .values({ street_id: deed.street.id, id, kind, reception: null, hours: null, welcomes: null, changed_on: dayOf(deed) })
    .onConflict((conflict) => conflict.columns(['street_id', 'id']).doUpdateSet({ kind }))
    .execute()
}

export async function dutiesOf({ tx, street }: BranchDeed, id: string): Promise<Duty[]> {
  const rows = await tx
    .selectFrom('duty')
    .select(['name', 'side'])
    .where('street_id', '=', street.id)
    .where('branch_id', '=', id)
    .orderBy('place')
    .execute()
  return rows.length > 0 ? rows.map(({ name, side }) => ({ name, side })) : [...standardDuties]
}

export async function edit(deed: BranchDeed, id: string, body: BodyOf<typeof editBranch>): Promise<BranchPage> {
  await requireOffice(deed, id)
  const said = (words: { 'zh-CN': string; en?: string | undefined }): string | null => {
    const text: Text = { 'zh-CN': words['zh-CN'], ...(words.en ? { en: words.en } : {}) }
    return inLanguage(text, 'zh-CN') ? JSON.stringify(text) : null
  }
  await deed.tx
    .updateTable('branch')
    .set({
      reception: said(body.reception),
      hours: said(body.hours),
      welcomes: said(body.welcomes),
      takes_check_ins: body.takesCheckIns,
      changed_on: dayOf(deed),
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await deed.tx.deleteFrom('duty').where('street_id', '=', deed.street.id).where('branch_id', '=', id).execute()
  await deed.tx
    .insertInto('duty')
    .values(
      body.duties.map(({ name, side }, index) => ({
        street_id: deed.street.id,
        branch_id: id,
        place: index + 1,
        name: JSON.stringify(name),
        side,
        changed_on: dayOf(deed),
      })),
    )
    .execute()
  await recordInBranch(deed, { kind: 'branch.words.changed', plain: { branch: id } })
  return readBranch(deed, id)
}
