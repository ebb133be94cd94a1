import { exportLabels } from '@ronghe/contract/people/export-labels.ts'
import { inLanguage, type Language } from '@ronghe/contract/values.ts'

/** Everything kept about a person as a page to read and print: plain HTML, no script, no style from elsewhere, every value escaped. */
export function dataPage(
  rooms: Readonly<Record<string, unknown>>,
  { language, title, at }: { readonly language: Language; readonly title: string; readonly at: string },
): string {
  const sections = Object.entries(rooms).map(
    ([room, contents]) => `<section><h2>${label(room, language)}</h2>${render(contents, language, 3)}</section>`,
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title></head>
<body><h1>${escaped(title)}</h1><p>${escaped(at)}</p>
${sections.join('\n')}
</body></html>
`
}

function render(value: unknown, language: Language, level: number): string {
  if (value === null || value === undefined || value === '') return '<p>—</p>'
  if (Array.isArray(value)) {
    if (value.length === 0) return '<p>—</p>'
    return `<ol>${value.map((item) => `<li>${isRecord(item) ? definitions(item, language) : escaped(worded(item))}</li>`).join('')}</ol>`
  }
  if (!isRecord(value)) return `<p>${escaped(worded(value))}</p>`
  const heading = Math.min(level, 6)
  const [flat, deep] = [Object.entries(value).filter(([, part]) => !isDeep(part)), Object.entries(value).filter(([, part]) => isDeep(part))]
  return (
    (flat.length > 0 ? definitions(Object.fromEntries(flat), language) : '') +
    deep.map(([key, part]) => `<h${heading}>${label(key, language)}</h${heading}>${render(part, language, level + 1)}`).join('')
  )
}

const definitions = (record: Readonly<Record<string, unknown>>, language: Language): string =>
  `<dl>${Object.entries(record)
    .map(
      ([key, value]) => `<dt>${label(key, language)}</dt><dd>${isDeep(value) ? render(value, language, 6) : escaped(worded(value))}</dd>`,
    )
    .join('')}</dl>`

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isDeep = (value: unknown): boolean =>
  isRecord(value) || (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null))
const worded = (value: unknown): string =>
  value === null || value === undefined || value === '' ? '—' : Array.isArray(value) ? value.join('、') || '—' : String(value)
const label = (key: string, language: Language): string => escaped(key in exportLabels ? inLanguage(exportLabels[key]!, language) : key)
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign]!)
