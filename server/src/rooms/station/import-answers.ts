import type { importKinds } from '@ronghe/contract/station/imports.ts'
import { isInOneCell, isRecord, labelOf, prefill, type Answers, type CaseService, type Field } from '@ronghe/forms'
import type { Deed } from '../../platform/deed.ts'
import type { ImportField } from '../../platform/standards/excel.ts'
import { knownFacts } from './drafts.ts'
import { publishedServices } from './services.ts'

type Kind = (typeof importKinds)[number]

/** What a sheet may hold: who and what, and for cases every question of the services that one cell can answer, by its label; pages that repeat are entered by hand. */
export async function importFields(deed: Deed, kind: Kind): Promise<(ImportField & { readonly needed: boolean })[]> {
  const person = [
    { key: 'name', titles: ['姓名', 'name'], needed: kind === 'residents' },
    { key: 'phone', titles: ['手机号', '电话', '联系电话', 'phone'], needed: true },
  ]
  if (kind === 'residents') return person
  const labels = new Map<string, ImportField & { needed: boolean }>()
  for (const { definition } of await publishedServices(deed)) {
    if (definition.mode !== 'case') continue
    for (const page of definition.form.pages.filter(({ repeat }) => !repeat))
      for (const field of page.fields.filter((one) => isInOneCell(one.kind))) {
        const label = labelOf(page, field)['zh-CN']
        labels.set(
          `answer:${field.id}`,
          labels.get(`answer:${field.id}`) ?? { key: `answer:${field.id}`, titles: [label, field.id], needed: false },
        )
      }
  }
  return [
    { key: 'service', titles: ['服务', '事项', 'service'], needed: true },
    ...person,
    { key: 'filedOn', titles: ['提交日期', '收件日期', 'filed on'], needed: false },
    ...labels.values(),
  ]
}

/** The answers of one row: what is known of the person, then what the sheet says. Whether they may be filed is the form's question. */
export async function toAnswers(deed: Deed, definition: CaseService, personId: string, read: (field: string) => string): Promise<Answers> {
  const communities = await deed.tx.selectFrom('community').select(['id', 'name']).where('street_id', '=', deed.street.id).execute()
  const answers: Record<string, unknown> = {}
  for (const page of definition.form.pages.filter(({ repeat }) => !repeat))
    for (const field of page.fields) {
      const said = read(`answer:${field.id}`).trim()
      if (said !== '') answers[field.id] = toAnswer(field, said, communities)
    }
  return prefill(definition.form, await knownFacts(deed, personId), answers)
}

function toAnswer(field: Field, said: string, communities: readonly { readonly id: string; readonly name: unknown }[]): unknown {
  const option = (text: string) =>
    'options' in field
      ? (field.options.find(({ value, label }) => value === text || label['zh-CN'] === text || label.en === text)?.value ?? text)
      : text
  switch (field.kind) {
    case 'number':
      return Number(said)
    case 'money':
      return Math.round(Number(said.replace(/[¥,，元]/g, '')) * 100)
    case 'yesNo':
    case 'confirm':
      return /^(是|有|对|y|yes|true|1)$/i.test(said) ? true : /^(否|没有|无|不|n|no|false|0)$/i.test(said) ? false : said
    case 'month':
      return said.slice(0, 7)
    case 'choice':
      return option(said)
    case 'choices':
      return said.split(/[、,，;；]/).map((part) => option(part.trim()))
    case 'address': {
      const community = communities.find(({ name }) => isRecord(name) && said.startsWith(String(name['zh-CN'])))
      return community
        ? { community: community.id, detail: said.slice(String((community.name as { 'zh-CN': string })['zh-CN']).length).trim() }
        : { community: '', detail: said }
    }
    default:
      return said
  }
}
