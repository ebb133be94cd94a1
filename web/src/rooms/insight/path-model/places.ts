import type { PathArrow, PathBox } from '@ronghe/contract/insight/path-model.ts'

/** Where boxes and arrows lie in the drawing, 360 wide: embedding on the left, the four integrations in the middle, the outcome on the right. */
export const drawing = { width: 360, height: 312 } as const
const box = { width: 100, height: 54 } as const
const columns = [0, 130, 260] as const
/** Top to bottom. Deciding together lies between its precondition and its means, so that those two arrows are short. */
const integrations: readonly PathBox[] = ['service', 'management', 'resources', 'values']
const embeddings: readonly PathBox[] = ['organisationEmbedding', 'memberEmbedding']

export interface PlacedBox {
  readonly box: PathBox
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function placeBoxes(drawn: ReadonlySet<PathBox>): readonly PlacedBox[] {
  const column = (boxes: readonly PathBox[], x: number): PlacedBox[] => {
    const here = boxes.filter((one) => drawn.has(one))
    return here.map((one, at) => ({ box: one, x, y: (drawing.height * (at + 0.5)) / here.length - box.height / 2, ...box }))
  }
  return [...column(embeddings, columns[0]), ...column(integrations, columns[1]), ...column(['outcome'], columns[2])]
}

export interface PlacedArrow extends PathArrow {
  readonly path: string
}

/** From edge to edge: to the right between columns, up or down within one. */
export function placeArrows(arrows: readonly PathArrow[], boxes: readonly PlacedBox[]): readonly PlacedArrow[] {
  const at = new Map(boxes.map((one) => [one.box, one]))
  return arrows.flatMap((arrow) => {
    const [from, to] = [at.get(arrow.from), at.get(arrow.to)]
    if (!from || !to) return []
    if (from.x === to.x) {
      const down = to.y > from.y
      const x = from.x + from.width / 2
      return [{ ...arrow, path: `M${x} ${down ? from.y + from.height : from.y}V${down ? to.y - tip : to.y + to.height + tip}` }]
    }
    const arriving = arrows.filter((one) => one.to === arrow.to && at.get(one.from)?.x === from.x)
    // Arrows that arrive at one box are spread along its edge, in the order in which they left.
    const order = arriving.map((one) => at.get(one.from)!).toSorted((one, other) => one.y - other.y)
    const y = to.y + (to.height * (order.indexOf(from) + 1)) / (order.length + 1)
    return [{ ...arrow, path: `M${from.x + from.width} ${from.y + from.height / 2}L${to.x - tip} ${y}` }]
  })
}

/** The head of an arrow lies between its line and the box. */
const tip = 7
