import { branchMessages as english } from '@ronghe/contract/branch/words/en.ts'
import { branchMessages as chinese } from '@ronghe/contract/branch/words/zh-CN.ts'
import type { listBranchMessages } from '@ronghe/contract/branch/messages.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Language } from '@ronghe/contract/values.ts'
import { dayOf, personHash, type BranchDeed } from '../../platform/branch/branch-deed.ts'

export type BranchTemplate = keyof typeof chinese
type List = ReplyOf<typeof listBranchMessages>
const words = { 'zh-CN': chinese, en: english }

/** Puts a message where only the person reads it. That there is one is said outside in the morning, by the nightly work's neutral text. */
export async function tell(
  deed: BranchDeed,
  personId: string,
  template: BranchTemplate,
  params: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  const id = deed.id()
  await deed.tx
    .insertInto('message')
    .values({
      street_id: deed.street.id,
      id,
      person_hash: personHash(deed, personId),
      person_sealed: deed.sealer.seal({ street: deed.street.id, table: 'branch.message', column: 'person_sealed', row: id }, personId),
      template,
      params: JSON.stringify(params),
      day: dayOf(deed),
    })
    .execute()
}

export async function messagesOf(deed: BranchDeed): Promise<List> {
  const rows = await deed.tx
    .selectFrom('message')
    .select(['id', 'template', 'params', 'day', 'read_on'])
    .where('street_id', '=', deed.street.id)
    .where('person_hash', '=', personHash(deed, deed.personId!))
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return {
    items: rows.map(({ id, template, params, day, read_on }) => ({
      id,
      on: day,
      read: read_on !== null,
      text: filled(words[deed.language][template as BranchTemplate], params as Record<string, string | number>, deed.language),
    })),
  }
}

export async function markRead(deed: BranchDeed): Promise<List> {
  await deed.tx
    .updateTable('message')
    .set({ read_on: dayOf(deed) })
    .where('street_id', '=', deed.street.id)
    .where('person_hash', '=', personHash(deed, deed.personId!))
    .where('read_on', 'is', null)
    .execute()
  return messagesOf(deed)
}

const filled = (text: string, params: Readonly<Record<string, string | number>>, language: Language): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => said(String(params[name] ?? ''), language))

/** A day as it is spoken: 11月25日, 25 November. */
const said = (value: string, language: Language): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? new Intl.DateTimeFormat(language === 'zh-CN' ? 'zh-CN' : 'en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(value),
      )
    : value
