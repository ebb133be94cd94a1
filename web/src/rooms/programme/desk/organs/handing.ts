import type { WorkItem } from '@ronghe/contract/programme/appointments.ts'

/** Ids are unique within their kind only. */
export const keyOf = ({ kind, id }: Pick<WorkItem, 'kind' | 'id'>): string => `${kind}:${id}`

/** What is ticked, with its own note each, all to one post. */
export const toHand = (chosen: readonly WorkItem[], toPostId: string, notes: Readonly<Record<string, string>>) =>
  chosen.map((item) => ({ kind: item.kind, id: item.id, toPostId, note: (notes[keyOf(item)] ?? '').trim() }))
