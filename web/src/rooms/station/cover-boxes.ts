/** A box in parts of width and height of the picture, from the upper left; what it covers is wiped out for good. */
export interface CoverBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Smaller than this is a slip of the finger. */
const least = 0.01

const within = (value: number): number => Math.min(1, Math.max(0, value))

/** The box between two points, wherever the finger began; undefined when it hardly moved. */
export function boxBetween(from: readonly [number, number], to: readonly [number, number]): CoverBox | undefined {
  const [left, right] = [within(from[0]), within(to[0])].toSorted((a, b) => a - b) as [number, number]
  const [top, bottom] = [within(from[1]), within(to[1])].toSorted((a, b) => a - b) as [number, number]
  const box = { left, top, width: right - left, height: bottom - top }
  return box.width < least || box.height < least ? undefined : box
}

/** Moved by a part of the picture, never beyond its edge. */
export const moved = (box: CoverBox, right: number, down: number): CoverBox => ({
  ...box,
  left: Math.min(1 - box.width, Math.max(0, box.left + right)),
  top: Math.min(1 - box.height, Math.max(0, box.top + down)),
})

/** Made wider or higher, never beyond the edge and never too small to see. */
export const resized = (box: CoverBox, wider: number, higher: number): CoverBox => ({
  ...box,
  width: Math.min(1 - box.left, Math.max(least, box.width + wider)),
  height: Math.min(1 - box.top, Math.max(least, box.height + higher)),
})
