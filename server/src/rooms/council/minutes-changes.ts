import type { Text } from '@ronghe/contract/values.ts'
import type { WrittenParagraph } from './minutes-text.ts'

/** One change to the minutes. None is ever taken back out: changing something back is another change. */
export interface Change {
  readonly number: number
  readonly paragraph: string
  /** Where the clerk put a paragraph of the clerk's own. */
  readonly behind: string | null
  readonly before: Text | null
  /** Null where it was struck out. */
  readonly after: Text | null
  readonly because: string
  readonly changedAt: Date
  readonly byPost: string
}

/** A paragraph as it stands, with what the system wrote and everything that happened to it. */
export interface Current extends WrittenParagraph {
  readonly written: Text | null
  readonly struck: boolean
  readonly changes: readonly Change[]
}

/** The system's paragraphs with the changes applied in their order. Nothing disappears: what is struck out stays in its place. */
export function currentParagraphs(written: readonly WrittenParagraph[], changes: readonly Change[]): readonly Current[] {
  return changes.reduce<readonly Current[]>(
    apply,
    written.map((paragraph) => ({ ...paragraph, written: paragraph.text, struck: false, changes: [] })),
  )
}

function apply(paragraphs: readonly Current[], change: Change): readonly Current[] {
  if (change.behind !== null && change.after !== null) {
    const added: Current = {
      key: change.paragraph,
      kind: 'text',
      text: change.after,
      rows: [],
      written: null,
      struck: false,
      changes: [change],
    }
    const at = paragraphs.findIndex(({ key }) => key === change.behind)
    return paragraphs.toSpliced(at + 1, 0, added)
  }
  return paragraphs.map((paragraph) =>
    paragraph.key === change.paragraph
      ? {
          ...paragraph,
          text: change.after ?? paragraph.text,
          struck: change.after === null,
          changes: [...paragraph.changes, change],
        }
      : paragraph,
  )
}
