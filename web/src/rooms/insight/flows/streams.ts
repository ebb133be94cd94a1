import type { Door, FlowsHalf } from '@ronghe/contract/insight/flows.ts'

/** Where a stream ends: a door, none other, one of several that are not told apart, or it is not even told whether anywhere. */
export type Target = Door | 'stayed' | 'untold' | 'unknown'

export interface Stream {
  readonly from: Door
  readonly to: Target
  readonly people: number
}

/** What may be drawn of a half-year: the ways that are told, and what is left of each first door as one stream. */
export const streamsOf = ({ doors }: FlowsHalf): readonly Stream[] =>
  doors.flatMap(({ from, people, next, untold }) => {
    if (people.total.kind === 'few') return []
    const told = next.flatMap(({ to, people: { total } }): Stream[] =>
      total.kind === 'shown' ? [{ from, to: to ?? 'stayed', people: total.count }] : [],
    )
    if (untold.kind === 'few') return told
    const stayedTold = next.some(({ to, people: { total } }) => to === null && total.kind === 'shown')
    return [...told, { from, to: stayedTold ? 'untold' : 'unknown', people: untold.count }]
  })

export interface Box<Key> {
  readonly key: Key
  readonly people: number
  readonly top: number
  readonly height: number
}
export interface Ribbon extends Stream {
  /** Upper edges at the left and at the right, and how thick. */
  readonly left: number
  readonly right: number
  readonly thick: number
}
export interface Picture {
  readonly height: number
  readonly left: readonly Box<Door>[]
  readonly right: readonly Box<Target>[]
  readonly ribbons: readonly Ribbon[]
}

const order: readonly Target[] = ['served', 'learning', 'volunteering', 'deciding', 'untold', 'unknown', 'stayed']
const gap = 26
/** Nothing that is told is thinner than can be seen. */
const thinnest = 3

/** A layout in the manner of Sankey (1898): heights are people, in one scale for the whole picture; `body` is the height all of them share. */
export function layOut(streams: readonly Stream[], body: number): Picture {
  const inOrder = streams.toSorted((a, b) => order.indexOf(a.from) - order.indexOf(b.from) || order.indexOf(a.to) - order.indexOf(b.to))
  const all = inOrder.reduce((sum, { people }) => sum + people, 0)
  const thick = ({ people }: Stream): number => Math.max(thinnest, (people / all) * body)
  const boxes = <Key extends Target>(side: (stream: Stream) => Target): Box<Key>[] => {
    let top = gap
    return order.flatMap((key) => {
      const own = inOrder.filter((stream) => side(stream) === key)
      if (own.length === 0) return []
      const height = own.reduce((sum, stream) => sum + thick(stream), 0)
      // A key of this side is one that some stream of it has.
      const box = { key: key as Key, people: own.reduce((sum, { people }) => sum + people, 0), top, height }
      top += height + gap
      return [box]
    })
  }
  const left = boxes<Door>(({ from }) => from)
  const right = boxes<Target>(({ to }) => to)
  const filled = new Map<string, number>()
  const place = (side: 'left' | 'right', key: Target, top: number, size: number): number => {
    const name = `${side} ${key}`
    const at = filled.get(name) ?? top
    filled.set(name, at + size)
    return at
  }
  const ribbons = inOrder.map((stream) => ({
    ...stream,
    thick: thick(stream),
    left: place('left', stream.from, left.find(({ key }) => key === stream.from)!.top, thick(stream)),
    right: place('right', stream.to, right.find(({ key }) => key === stream.to)!.top, thick(stream)),
  }))
  const bottom = (side: readonly Box<Target>[]): number => side.reduce((most, { top, height }) => Math.max(most, top + height), 0)
  return { height: Math.max(bottom(left), bottom(right)) + 8, left, right, ribbons }
}
