import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../../platform/deed.ts'
import { toCsv } from '../../../platform/standards/csv.ts'
import { toLines } from './contract-page.ts'
import { projectsOf } from './contract-rows.ts'

const fields: Readonly<Record<string, Text>> = {
  number: { 'zh-CN': '项目编号', en: 'Number of the project' },
  title: { 'zh-CN': '项目名称', en: 'Title' },
  need: { 'zh-CN': '要解决什么', en: 'What it is for' },
  state: { 'zh-CN': '走到哪一步', en: 'State' },
  organ: { 'zh-CN': '购买单位', en: 'Who buys' },
  contractor: { 'zh-CN': '承接单位', en: 'Who was chosen' },
  budgetCents: { 'zh-CN': '预算（分）', en: 'Budget in cents' },
  contractCents: { 'zh-CN': '合同价（分）', en: 'Contract price in cents' },
  paidCents: { 'zh-CN': '已付（分）', en: 'Paid in cents' },
  callUntil: { 'zh-CN': '收应答到', en: 'Last moment for offers' },
  startsOn: { 'zh-CN': '合同开始', en: 'First day of the contract' },
  endsOn: { 'zh-CN': '合同结束', en: 'Last day of the contract' },
}

export async function contractsData(deed: Deed) {
  const rows = await projectsOf(deed).orderBy('year').orderBy('number').execute()
  const lines = await toLines(deed, rows)
  const terms =
    rows.length === 0
      ? []
      : await deed.tx
          .selectFrom('project_contract')
          .select(['project_id', 'starts_on', 'ends_on'])
          .where('street_id', '=', deed.street.id)
          .execute()
  return {
    fields: { ...fields },
    contracts: lines.map((line, index) => {
      const contract = terms.find(({ project_id }) => project_id === line.id)
      return { ...line, need: rows[index]!.need as Text, startsOn: contract?.starts_on ?? null, endsOn: contract?.ends_on ?? null }
    }),
  }
}

const columns = [
  'number',
  'title',
  'state',
  'organ',
  'contractor',
  'budgetCents',
  'contractCents',
  'paidCents',
  'callUntil',
  'startsOn',
  'endsOn',
] as const

export async function contractsSheet(deed: Deed): Promise<string> {
  const { contracts } = await contractsData(deed)
  const rows = contracts.map((one) => [
    one.number,
    one.title['zh-CN'],
    one.state,
    one.organ.name['zh-CN'],
    one.contractor?.name['zh-CN'] ?? '',
    one.budgetCents ?? '',
    one.contractCents ?? '',
    one.paidCents,
    one.callUntil ?? '',
    one.startsOn ?? '',
    one.endsOn ?? '',
  ])
  return toCsv([columns, ...rows])
}
