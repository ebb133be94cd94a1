import { Roles, type MotionDraft } from '@ronghe/contract/council/motions.ts'
import { Text } from '@ronghe/contract/values.ts'
import * as z from 'zod/mini'
import type { Deed } from '../../platform/deed.ts'
import type { MotionRow } from './motion-rows.ts'

/** What somebody writes in a draft. It is theirs alone, and sealed, until they ask for support or file it. */
const DraftWords = z.object({ title: z.string(), reasons: z.string(), lines: z.array(z.string()), doer: z.string(), roles: Roles })
type DraftWords = z.infer<typeof DraftWords>

const place = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'motion', column: 'draft_sealed', row: id })
const said = (words: string): string => JSON.stringify({ 'zh-CN': words } satisfies z.infer<typeof Text>)

/** The columns of a draft: nothing of its words is in the clear. */
export function sealedWords(deed: Deed, id: string, { title, reasons, lines, doer, roles }: DraftWords) {
  const words: DraftWords = { title, reasons, lines, doer, roles: withoutEmpty(roles) }
  return {
    draft_sealed: deed.platform.sealer.seal(place(deed, id), JSON.stringify(words)),
    title: said(''),
    reasons: said(''),
    lines: [] as string[],
    doer: said(''),
    roles: '{}',
    // Summary and translation are of the text as it stood.
    summary: null,
    translation: null,
  }
}

/** The columns of a text that becomes public, from a row that has been opened. */
export const wordsInTheClear = ({ title, reasons, lines, doer, roles }: MotionRow) => ({
  draft_sealed: null,
  title: JSON.stringify(title),
  reasons: JSON.stringify(reasons),
  lines,
  doer: JSON.stringify(doer),
  roles: JSON.stringify(roles),
})

/** The columns of a text that was public and is its author's again. */
export const sealedAgain = (deed: Deed, row: MotionRow) =>
  sealedWords(deed, row.id, {
    title: row.title['zh-CN'],
    reasons: row.reasons['zh-CN'],
    lines: row.lines,
    doer: row.doer['zh-CN'],
    roles: Roles.parse(row.roles),
  })

/** A row with its words, wherever they lie. */
export function openDraft<R extends Pick<MotionRow, 'id' | 'draft_sealed' | 'title' | 'reasons' | 'lines' | 'doer' | 'roles'>>(
  deed: Deed,
  row: R,
): R {
  if (!row.draft_sealed) return row
  const { title, reasons, lines, doer, roles } = DraftWords.parse(
    JSON.parse(deed.platform.sealer.open(place(deed, row.id), row.draft_sealed)),
  )
  return { ...row, title: { 'zh-CN': title }, reasons: { 'zh-CN': reasons }, lines, doer: { 'zh-CN': doer }, roles }
}

const withoutEmpty = (roles: MotionDraft['roles']): MotionDraft['roles'] =>
  Object.fromEntries(Object.entries(roles).filter(([, words]) => words))
