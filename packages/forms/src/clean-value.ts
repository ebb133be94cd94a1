import { isBlank, isRecord } from './answers.ts'
import { toCreditCode } from './credit-code.ts'
import type { Field } from './definition.ts'
import { toIdNumber } from './id-number.ts'
import { toMobile } from './mobile.ts'

/** One answer as it is kept: trimmed, written one way, parts that do not belong to it left out. What has the wrong type stays, to be refused by name. */
export function cleanValue(field: Field, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(field, value)
  if (field.kind === 'choices') return Array.isArray(value) ? [...new Set(value as unknown[])] : value
  if (field.kind === 'address') return partsOf(value, { community: plain, lane: plain, detail: plain })
  if (field.kind === 'person') return partsOf(value, { name: plain, phone: toMobile, relation: plain })
  if (field.kind === 'signature') return partsOf(value, { name: plain, how: plain, image: plain })
  if (field.kind === 'file')
    return Array.isArray(value) ? value.map((file) => partsOf(file, { file: plain, name: plain, type: plain, size: plain })) : value
  return value
}

/** Composed characters, no control characters but line ends, blanks at the ends gone. */
const plain = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .normalize('NFC')
    .trim()

function cleanText(field: Field, text: string): string {
  if (field.kind === 'phone') return toMobile(plain(text))
  if (field.kind === 'idNumber') return toIdNumber(plain(text))
  if (field.kind === 'creditCode') return toCreditCode(plain(text))
  return field.kind === 'longText' ? plain(text) : plain(text).replace(/\s+/g, ' ')
}

/** Blank parts are left out; a compound answer whose parts are all blank is no answer. */
function partsOf(value: unknown, parts: { readonly [part: string]: (text: string) => string }): unknown {
  if (!isRecord(value)) return value
  const kept = Object.entries(parts).flatMap(([part, clean]) => {
    const given = Object.hasOwn(value, part) ? value[part] : undefined
    const cleaned = typeof given === 'string' ? clean(given) : given
    return isBlank(cleaned) ? [] : [[part, cleaned] as const]
  })
  return kept.length ? Object.fromEntries(kept) : undefined
}
