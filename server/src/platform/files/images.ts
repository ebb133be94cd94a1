import sharp, { type Sharp } from 'sharp'
import type { Accepted, FileRefusal } from './accepted.ts'

/** A photo of a modern phone has 12 to 50 million pixels; more is a trap for the memory. Checked on the header, before decoding. */
export const mostPixels = 40_000_000
/** Enough to read a document, less to keep. */
const longestSide = 2560
const thumbnailSide = 320

type Image = Pick<Accepted, 'bytes' | 'mediaType' | 'thumbnail' | 'width' | 'height'>

// Two cores serve everybody: one picture must not take them all, and a cache of pictures is personal data in memory.
sharp.concurrency(1)
sharp.cache(false)

/**
 * Decodes a picture and encodes it anew: turned upright, without any metadata (place, device, owner) and without whatever else
 * hid in the file. PNG stays PNG because it is usually a scan or a screenshot; everything else becomes JPEG.
 */
export async function reencode(bytes: Uint8Array): Promise<{ readonly kind: 'image'; readonly image: Image } | FileRefusal> {
  let size: { width: number; height: number; format?: string; pages?: number }
  try {
    size = await read(bytes).metadata()
  } catch (error) {
    return { kind: 'refused', code: isTooLarge(error) ? 'file-pixels' : 'file-unreadable' }
  }
  if (size.width * size.height * (size.pages ?? 1) > mostPixels) return { kind: 'refused', code: 'file-pixels' }
  const png = size.format === 'png'
  try {
    const upright = read(bytes).autoOrient().resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    const { data, info } = await encode(upright, png).toBuffer({ resolveWithObject: true })
    const thumbnail = await thumbnailOf(data)
    return {
      kind: 'image',
      image: { bytes: data, mediaType: png ? 'image/png' : 'image/jpeg', thumbnail, width: info.width, height: info.height },
    }
  } catch {
    return { kind: 'refused', code: 'file-unreadable' }
  }
}

export const thumbnailOf = (image: Uint8Array): Promise<Buffer> =>
  read(image)
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 70 })
    .toBuffer()

/** `limitInputPixels` refuses before a single pixel is decoded; `failOn` a file that breaks off. */
export const read = (bytes: Uint8Array): Sharp => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })

export const encode = (image: Sharp, png: boolean): Sharp =>
  png ? image.png({ compressionLevel: 9 }) : image.flatten({ background: '#ffffff' }).jpeg({ quality: 82 })

const isTooLarge = (error: unknown): boolean => error instanceof Error && /pixel limit/.test(error.message)
