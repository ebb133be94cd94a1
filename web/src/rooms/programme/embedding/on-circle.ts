import type { EmbeddingGraph } from '@ronghe/contract/programme/embedding.ts'

type Organ = EmbeddingGraph['organs'][number]

export interface Placed extends Organ {
  /** As the list beside the drawing counts them, from 1. */
  readonly number: number
  readonly x: number
  readonly y: number
}

const order: readonly Organ['party'][] = ['government', 'residents', 'social']

/** Organs evenly on a circle around (centre, centre), those of one party side by side, from the top and clockwise. */
export function onCircle(organs: readonly Organ[], centre: number, radius: number): readonly Placed[] {
  const inOrder = order.flatMap((party) => organs.filter((organ) => organ.party === party))
  return inOrder.map((organ, index) => {
    const angle = (2 * Math.PI * index) / inOrder.length - Math.PI / 2
    return { ...organ, number: index + 1, x: centre + radius * Math.cos(angle), y: centre + radius * Math.sin(angle) }
  })
}

/** From one done together to many: between a hair and five strokes, growing with the root so that one busy pair does not hide the rest. */
export const strokeOf = (joint: number): number => Math.min(5, 1.2 * Math.sqrt(joint))
