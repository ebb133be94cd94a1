import { encode, read, thumbnailOf } from './images.ts'

/** A box to paint over, in parts of the width and height (0 to 1) from the upper left, so that it fits any size the picture is shown in. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Covered {
  readonly bytes: Buffer
  readonly thumbnail: Buffer
}

/**
 * Hides people, plates and door numbers (08, Hazard photos). The pixels under a box are gone, not blurred: a blur can be
 * undone. Boxes grow outwards to whole pixels and the picture is encoded anew, so that nothing of the old one stays in the file.
 */
export async function cover(image: Uint8Array, boxes: readonly Box[]): Promise<Covered> {
  for (const box of boxes) refuseNonsense(box)
  const { width, height, format } = await read(image).metadata()
  const paint = boxes.map((box) => {
    const left = Math.min(Math.floor(box.left * width), width - 1)
    const top = Math.min(Math.floor(box.top * height), height - 1)
    const right = Math.max(left + 1, Math.min(width, Math.ceil((box.left + box.width) * width)))
    const bottom = Math.max(top + 1, Math.min(height, Math.ceil((box.top + box.height) * height)))
    return { left, top, input: { create: { width: right - left, height: bottom - top, channels: 3 as const, background: '#3f3f3f' } } }
  })
  const bytes = await encode(read(image).composite(paint), format === 'png').toBuffer()
  return { bytes, thumbnail: await thumbnailOf(bytes) }
}

function refuseNonsense({ left, top, width, height }: Box): void {
  const inside = [left, top, width, height].every((part) => part >= 0 && part <= 1)
  if (!inside || width === 0 || height === 0) throw new RangeError(`not a box within a picture: ${left} ${top} ${width} ${height}`)
}
