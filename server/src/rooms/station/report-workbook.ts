import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What a name in a cell is replaced by: a number stays a number for the office's own formulas, anything else is text. */
export type Filling = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'text'; readonly text: string }

export interface NamedCell {
  /** `Sheet1!B3` */
  readonly cell: string
  readonly names: readonly string[]
  readonly formula: boolean
}

const marks = /\{\{\s*([^{}]{1,80}?)\s*\}\}/g
const cellsOf = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g

interface Workbook {
  readonly parts: Record<string, Uint8Array>
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly shared: readonly string[]
}

/** Every cell of an .xlsx that names something in double braces. */
export function namedCells(bytes: Uint8Array): NamedCell[] {
  const workbook = readWorkbook(bytes)
  return workbook.sheets.flatMap(({ name, path }) =>
    [...text(workbook, path).matchAll(cellsOf)].flatMap(([, attributes = '', inner = '']): NamedCell[] => {
      const said = cellText(workbook, attributes, inner)
      const formula = /<f\b[^>]*>([\s\S]*?)<\/f>/.exec(inner)?.[1] ?? ''
      const names = [...`${said} ${unescaped(formula)}`.matchAll(marks)].map(([, found]) => found!)
      return names.length === 0 ? [] : [{ cell: `${name}!${attribute(attributes, 'r')}`, names, formula: formula.includes('{{') }]
    }),
  )
}

/** The workbook with every name filled in, styles and formulas as they were, and one sheet more that says where the figures come from. */
export function fillWorkbook(
  bytes: Uint8Array,
  fill: (name: string) => Filling,
  sources: { readonly title: string; readonly rows: readonly (readonly string[])[] },
): Buffer {
  const workbook = readWorkbook(bytes)
  const parts = { ...workbook.parts }
  for (const { path } of workbook.sheets) {
    parts[path] = strToU8(
      text(workbook, path).replace(cellsOf, (whole, attributes: string, inner: string | undefined) => {
        const said = cellText(workbook, attributes, inner ?? '')
        return said.includes('{{') ? filledCell(attributes, said, fill) : whole
      }),
    )
  }
  // What Excel worked out before is of the empty sheet: without the kept chain it works everything out again on opening.
  delete parts['xl/calcChain.xml']
  return Buffer.from(zipSync(withSheet(parts, sources)))
}

function filledCell(attributes: string, said: string, fill: (name: string) => Filling): string {
  const kept = attributes.replace(/\st="[^"]*"/, '').replace(/\/$/, '')
  const alone = /^\s*\{\{\s*([^{}]+?)\s*\}\}\s*$/.exec(said)
  const only = alone ? fill(alone[1]!) : undefined
  if (only?.kind === 'number') return `<c${kept}><v>${only.value}</v></c>`
  const filled = said.replace(marks, (_, name: string) => {
    const value = fill(name)
    return value.kind === 'number' ? String(value.value) : value.text
  })
  return `<c${kept} t="inlineStr"><is><t xml:space="preserve">${escaped(filled)}</t></is></c>`
}

function readWorkbook(bytes: Uint8Array): Workbook {
  const parts = unzipSync(bytes)
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
  const links = new Map(
    [...strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array()).matchAll(/<Relationship\b([^>]*)>/g)].map(
      ([, attributes = '']) => [attribute(attributes, 'Id'), attribute(attributes, 'Target')],
    ),
  )
  const sheets = [...book.matchAll(/<sheet\b([^>]*?)\/?>/g)].flatMap(([, attributes = '']) => {
    const target = links.get(attribute(attributes, 'r:id'))
    if (!target) return []
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return parts[path] ? [{ name: unescaped(attribute(attributes, 'name')), path }] : []
  })
  const shared = [...strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()).matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(
    ([, inner = '']) => runs(inner),
  )
  return { parts, sheets, shared }
}

const text = ({ parts }: Workbook, path: string): string => strFromU8(parts[path]!)
const attribute = (attributes: string, name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
/** A text may be cut into runs with fonts of their own; phonetic notes beside it are not part of it. */
const runs = (inner: string): string =>
  [...inner.replaceAll(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, run = '']) => unescaped(run))
    .join('')

function cellText({ shared }: Workbook, attributes: string, inner: string): string {
  const kind = attribute(attributes, 't')
  if (kind === 's') return shared[Number(/<v>(\d+)<\/v>/.exec(inner)?.[1] ?? -1)] ?? ''
  return kind === 'inlineStr' ? runs(inner) : ''
}

const sheetType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'

function withSheet(
  parts: Record<string, Uint8Array>,
  { title, rows }: { readonly title: string; readonly rows: readonly (readonly string[])[] },
): Record<string, Uint8Array> {
  const path = 'xl/worksheets/sheetSources.xml'
  const line = (cells: readonly string[]) =>
    `<row>${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join('')}</row>`
  const edit = (name: string, change: (xml: string) => string) => ({ [name]: strToU8(change(strFromU8(parts[name]!))) })
  const ids = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/sheetId="(\d+)"/g)].map(([, id]) => Number(id))
  return {
    ...parts,
    [path]: strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map(line).join('')}</sheetData></worksheet>`,
    ),
    ...edit('xl/workbook.xml', (xml) =>
      xml.replace(
        /<\/sheets>/,
        `<sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="${escaped(title)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="rIdSources"/></sheets>`,
      ),
    ),
    ...edit('xl/_rels/workbook.xml.rels', (xml) =>
      xml
        .replace(/<Relationship\b[^>]*calcChain[^>]*\/>/, '')
        .replace(
          /<\/Relationships>/,
          `<Relationship Id="rIdSources" Type="${sheetType}" Target="worksheets/sheetSources.xml"/></Relationships>`,
        ),
    ),
    ...edit('[Content_Types].xml', (xml) =>
      xml
        .replace(/<Override\b[^>]*calcChain[^>]*\/>/, '')
        .replace(
          /<\/Types>/,
          `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
        ),
    ),
  }
}

const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
const unescaped = (xml: string): string =>
  xml.replaceAll(/&(?:amp|lt|gt|quot|apos);|&#(\d+);/g, (sign, code?: string) => (code ? String.fromCodePoint(Number(code)) : signs[sign]!))
// Signs XML cannot hold would make Excel call the whole workbook broken.
const escaped = (plain: string): string =>
  plain.replaceAll(/[^\P{Cc}\t\n\r]/gu, '').replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
