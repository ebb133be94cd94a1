import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { bringStatusBack } from '@ronghe/contract/station/cases-excel.ts'
import type { Outcome } from '@ronghe/contract/station/cases.ts'
import type { CaseService } from '@ronghe/forms'
import type { Deed } from '../../platform/deed.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { notify } from '../../platform/notify/notify.ts'
import { cellText, guessMapping, readSheet, type SheetRow } from '../../platform/standards/excel.ts'
import { attempt, rehearse } from './case-attempts.ts'
import { definitionOf, getCase, takeCaseStep, type CaseRow } from './case-records.ts'
import { decision, residentLink } from './case-steps.ts'

type Reply = ReplyOf<typeof bringStatusBack>
const fields = [
  { key: 'number', titles: ['编号', '办件编号', 'number'] },
  { key: 'departmentNumber', titles: ['部门编号', '系统编号', 'department number'] },
  { key: 'state', titles: ['状态', 'state'] },
  { key: 'outcome', titles: ['结果', 'outcome'] },
  { key: 'reason', titles: ['原因', '理由', 'reason'] },
] as const
type Field = (typeof fields)[number]['key']

const states: Readonly<Record<string, 'accepted' | 'declined' | 'returned' | 'decided'>> = {
  已接收: 'accepted',
  接收: 'accepted',
  accepted: 'accepted',
  不接收: 'declined',
  declined: 'declined',
  退回: 'returned',
  returned: 'returned',
  办结: 'decided',
  已办结: 'decided',
  decided: 'decided',
}
const outcomes: Readonly<Record<string, Outcome>> = {
  同意: 'granted',
  通过: 'granted',
  granted: 'granted',
  不同意: 'refused',
  不通过: 'refused',
  refused: 'refused',
  转办: 'referred',
  referred: 'referred',
}
const mostRows = 500

/** What the department's own system says, row by row; each is taken or refused on its own, and says why. */
export async function takeStatusSheet(deed: Deed, bytes: Buffer, preview: boolean): Promise<Reply> {
  const sheet = await readSheet(bytes)
  if (sheet.kind === 'refused') throw unfit([{ path: 'file', code: sheet.code, ...(sheet.params ? { params: sheet.params } : {}) }])
  if (sheet.rows.length > mostRows) throw unfit([{ path: 'file', code: 'row-too-many', params: { most: mostRows } }])
  const mapping = guessMapping(sheet.headers, fields)
  if (mapping['number'] === undefined)
    throw unfit([{ path: 'file', code: 'import-column-missing', params: { field: fields[0].titles[0] } }])
  const read = (row: SheetRow, field: Field): string => (mapping[field] === undefined ? '' : cellText(row.cells[mapping[field]]))
  const takeAll = async (inDeed: Deed): Promise<Reply['results']> => {
    const results: Reply['results'] = []
    for (const row of sheet.rows) {
      const number = read(row, 'number').toUpperCase()
      const tried = await attempt(inDeed, () => takeRow(inDeed, number, (field) => read(row, field)))
      results.push({
        row: row.number,
        number,
        done: tried.kind === 'done',
        code: tried.kind === 'done' ? null : tried.code,
        sentence: tried.kind === 'done' ? null : tried.sentence,
      })
    }
    return results
  }
  const used = new Set(Object.values(mapping))
  return {
    preview,
    results: preview ? await rehearse(deed, takeAll) : await takeAll(deed),
    unknownColumns: sheet.headers.filter((_, column) => !used.has(column)),
  }
}

/** The department speaks through its sheet: the steps are its steps, entered by the station and journalled so. */
async function takeRow(deed: Deed, number: string, read: (field: Field) => string): Promise<void> {
  const found = await deed.tx
    .selectFrom('service_case')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!found) throw refused('row-case-unknown')
  let row = await getCase(deed, found.id, 'lock')
  if (row.merged_into) throw refused('case-merged')
  if (deed.actor.kind === 'person' && row.person_id === deed.actor.personId) throw refused('case-own')
  const definition = await definitionOf(deed, row)
  const byPost = row.department_post
  const departmentNumber = read('departmentNumber')
  if (departmentNumber && departmentNumber !== row.department_number)
    row = (
      await takeCaseStep(deed, row, definition, {
        step: { kind: 'departmentNumbered' },
        byPost,
        details: { number: departmentNumber },
        change: { department_number: departmentNumber },
      })
    ).row
  const wanted = read('state')
  if (wanted === '') return
  const state = states[wanted.toLowerCase()]
  if (!state) throw refused('row-state-unknown', { params: { name: wanted } })
  const words = read('reason') || undefined
  // A sheet often says only the last of several steps.
  if (state !== 'declined' && row.state === 'routed' && !row.department_accepted)
    row = (await takeCaseStep(deed, row, definition, { step: { kind: 'departmentAccepted' }, byPost })).row
  else if (state === 'accepted') await takeCaseStep(deed, row, definition, { step: { kind: 'departmentAccepted' }, byPost })
  if (state === 'declined')
    await takeCaseStep(deed, row, definition, { step: { kind: 'departmentDeclined' }, byPost, words, change: { department_post: null } })
  if (state === 'returned')
    await takeCaseStep(deed, row, definition, { step: { kind: 'returned' }, byPost, words, change: { department_post: null } })
  if (state === 'decided') await decideFromRow(deed, row, definition, read)
}

async function decideFromRow(deed: Deed, row: CaseRow, definition: CaseService, read: (field: Field) => string): Promise<void> {
  const named = read('outcome')
  const outcome = outcomes[named.toLowerCase()]
  if (!outcome) throw refused('row-outcome-unknown', { params: { name: named } })
  const said = read('reason')
  const fitting = definition.decisionReasons.filter((reason) => reason.outcome === outcome)
  const reason =
    fitting.find(({ id, text }) => id === said || text['zh-CN'] === said) ?? (said === '' && fitting.length === 1 ? fitting[0] : undefined)
  if (!reason) throw refused('row-reason-unknown', { params: { name: said } })
  const { row: decided } = await takeCaseStep(deed, row, definition, {
    byPost: row.department_post,
    ...(await decision(deed, row, definition, { outcome, reason: reason.id, words: '' })),
  })
  if (decided.person_id)
    await notify(deed, decided.person_id, { template: 'case-moved', link: residentLink(decided), params: { number: decided.number } })
}
