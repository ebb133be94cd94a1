import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** A part of a document for a word processor, in the order in which it is printed. */
export type DocxPart =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'small'; readonly text: string }
  /** Numbered from 1, as they are cited. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Words with what was struck out and what was put in, told apart without colour: struck through and underlined. */
  | { readonly kind: 'changes'; readonly runs: readonly { readonly text: string; readonly as: 'kept' | 'out' | 'in' }[] }

const font = { ascii: 'Times New Roman', eastAsia: 'SimSun', hAnsi: 'Times New Roman' }
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** An A4 document; the footer carries the page number and where the record itself is found. */
export async function writeDocx(
  parts: readonly DocxPart[],
  { title, footer }: { readonly title: string; readonly footer: string },
): Promise<Buffer> {
  const document = new Document({
    title,
    creator: footer,
    styles: { default: { document: { run: { font, size: 24 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1440, bottom: 1440, left: 1440, right: 1440 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ text: `${footer}  `, size: 18 }), new TextRun({ children: [PageNumber.CURRENT], size: 18 })],
              }),
            ],
          }),
        },
        children: parts.flatMap(toBlocks),
      },
    ],
  })
  return Packer.toBuffer(document)
}

function toBlocks(part: DocxPart): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          alignment: AlignmentType.CENTER,
          spacing: { after: 240 },
          children: [new TextRun({ text: part.text, bold: true, size: 36, font })],
        }),
      ]
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          spacing: { before: 240, after: 120 },
          children: [new TextRun({ text: part.text, bold: true, size: 28, font, color: '000000' })],
        }),
      ]
    case 'paragraph':
      return part.text.split('\n').map((line) => new Paragraph({ spacing: { after: 120, line: 360 }, children: [new TextRun(line)] }))
    case 'small':
      return [new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text: part.text, size: 20 })] })]
    case 'lines':
      return part.lines.map(
        (line, index) =>
          new Paragraph({
            spacing: { after: 80, line: 360 },
            indent: { left: 560, hanging: 560 },
            children: [new TextRun(`${index + 1}.\t${line}`)],
          }),
      )
    case 'bullets':
      return part.items.map((item) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: [new TextRun(item)] }))
    case 'changes':
      return [
        new Paragraph({
          spacing: { after: 80, line: 360 },
          children: part.runs.map(
            ({ text, as }) => new TextRun({ text, strike: as === 'out', ...(as === 'in' ? { underline: {}, bold: true } : {}) }),
          ),
        }),
      ]
    case 'table':
      return [toTable(part.head, part.rows)]
  }
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const cell = (text: string, bold: boolean) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold, size: 20 })] })] })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text) => cell(text, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
    ],
  })
}
