import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeSheet } from '../standards/excel.ts'
import { accept, largestFile } from './accept.ts'
import { cover } from './cover.ts'

let photo: Buffer
beforeAll(async () => {
  // Left half red, right half blue, 60 x 40; lying on its side as phones store it, with the place it was taken.
  const red = { create: { width: 30, height: 40, channels: 3 as const, background: '#e00000' } }
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0000e0' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'Canary' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '23/1 7/1 0/1' } })
    .jpeg()
    .toBuffer()
})

const accepted = async (...asked: Parameters<typeof accept>) => {
  const decided = await accept(...asked)
  if (decided.kind === 'refused') throw new Error(`refused: ${decided.code}`)
  return decided
}
const pixel = async (image: Buffer, left: number, top: number): Promise<number[]> => [
  ...(await sharp(image).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
]

describe('photos', () => {
  test('a photo comes back upright, without the place and the device, with a thumbnail', async () => {
    const taken = await sharp(photo).metadata()
    expect([taken.orientation, taken.exif?.includes('Canary')]).toEqual([6, true])
    const kept = await accepted(photo, ['image'])
    const { exif, orientation, width, height } = await sharp(kept.bytes).metadata()
    expect({ exif, orientation, width, height, mediaType: kept.mediaType }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 40,
      height: 60,
      mediaType: 'image/jpeg',
    })
    expect(kept.bytes.includes('Canary')).toBe(false)
    const [red, , blue] = (await pixel(kept.bytes, 20, 5)) as [number, number, number]
    expect(red > 180 && blue < 60).toBe(true) // what was left is now on top
    expect((await sharp(kept.thumbnail).metadata()).format).toBe('jpeg')
  })

  test('what hides behind the end of a picture is gone', async () => {
    const both = Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')])
    expect((await accepted(both, ['image'])).bytes.includes('script')).toBe(false)
  })

  test('PNG stays PNG, WebP becomes JPEG, and a large picture is made smaller', async () => {
    const png = await sharp(photo).png().toBuffer()
    expect((await accepted(png, ['image'])).mediaType).toBe('image/png')
    const webp = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#345' } })
      .webp()
      .toBuffer()
    expect(await accepted(webp, ['image'])).toMatchObject({ mediaType: 'image/jpeg', width: 2560, height: 1280 })
  })

  test('a picture that would unpack to 900 million pixels is refused from its header', async () => {
    const png = await sharp(photo).png().toBuffer()
    png.writeUInt32BE(30_000, 16)
    png.writeUInt32BE(30_000, 20)
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
    expect(await accept(png, ['image'])).toEqual({ kind: 'refused', code: 'file-pixels' })
  })

  test('half a photo cannot be read', async () => {
    const large = await sharp({
      create: { width: 400, height: 400, channels: 3, noise: { type: 'gaussian', mean: 120, sigma: 50 }, background: '#000' },
    })
      .jpeg()
      .toBuffer()
    expect(await accept(large.subarray(0, large.length / 2), ['image'])).toEqual({ kind: 'refused', code: 'file-unreadable' })
  })
})

describe('what a file says it is does not count', () => {
  test('SVG, HTML, a program, a GIF and nothing at all are no photos', async () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', 'MZ\x90\0', 'GIF89a\x01\0\x01\0', '']) {
      expect(await accept(Buffer.from(text, 'latin1'), ['image', 'pdf', 'xlsx'])).toEqual({ kind: 'refused', code: 'file-type' })
    }
  })

  test('a good photo where only a PDF is asked for is refused', async () => {
    expect(await accept(photo, ['pdf'])).toEqual({ kind: 'refused', code: 'file-type' })
  })

  test('one byte over ten megabytes is too large, and the sentence can say how much is allowed', async () => {
    expect(await accept(Buffer.alloc(largestFile + 1), ['image'])).toEqual({
      kind: 'refused',
      code: 'file-too-large',
      params: { megabytes: 10 },
    })
  })
})

describe('PDF', () => {
  const pdf = (inside: string, tail = 'startxref\n9\n%%EOF\n'): Buffer =>
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\n${tail}`, 'latin1')
  const packed = (objects: string, filter = deflateSync(objects).toString('latin1')): Buffer =>
    pdf(`>>\nendobj\n2 0 obj\n<< /Type /Obj#53tm /Filter /FlateDecode >>\nstream\n${filter}\nendstream\nendobj\n3 0 obj\n<<`)

  test('a plain one is kept byte for byte', async () => {
    const plain = pdf('/Pages 2 0 R /OpenAction [3 0 R /Fit]')
    expect(await accepted(plain, ['pdf'])).toMatchObject({ mediaType: 'application/pdf', bytes: plain })
    expect(await accept(packed('/Type /Page'), ['pdf'])).toMatchObject({ kind: 'accepted' })
  })

  test('one with a script, a program to start, a file inside, a form that sends itself or a password is refused', async () => {
    const wrong = [
      '/OpenAction << /S /JavaScript /JS (x) >>',
      '/AA << /S /Launch >>',
      '/Names << /EmbeddedFiles 4 0 R >>',
      '/Encrypt 5 0 R',
      '/A << /S /SubmitForm >>',
      '/AcroForm << /XFA [1 2] >>',
    ]
    for (const inside of wrong) expect(await accept(pdf(inside), ['pdf'])).toEqual({ kind: 'refused', code: 'file-active-pdf' })
  })

  test('writing the name in hex, or packing the object, does not get it past', async () => {
    expect(await accept(pdf('/S /J#61vaScript'), ['pdf'])).toMatchObject({ code: 'file-active-pdf' })
    expect(await accept(packed('<< /S /JavaScript >>'), ['pdf'])).toMatchObject({ code: 'file-active-pdf' })
    expect(await accept(packed('', 'not deflated'), ['pdf'])).toMatchObject({ code: 'file-active-pdf' })
  })

  test('packed objects that overlap are refused', async () => {
    const small = deflateSync('<< >>').toString('latin1')
    const inner = `2 0 obj\n<< /Type /ObjStm >>\nstream\n${small}\n`
    expect(await accept(pdf(`>>\nendobj\n${inner.repeat(2000)}endstream\nendobj\n3 0 obj\n<<`), ['pdf'])).toMatchObject({
      code: 'file-active-pdf',
    })
  })

  test('one that breaks off is refused', async () => {
    expect(await accept(pdf('', ''), ['pdf'])).toEqual({ kind: 'refused', code: 'file-unreadable' })
  })
})

describe('workbooks', () => {
  test('a workbook is taken for an import, and nowhere else', async () => {
    const workbook = await writeSheet([{ title: 'A', value: (row: { a: string }) => row.a }], [{ a: '1' }])
    expect(await accept(workbook, ['xlsx'])).toMatchObject({ kind: 'accepted' })
    expect(await accept(workbook, ['image', 'pdf'])).toMatchObject({ code: 'file-type' })
    expect(await accept(workbook.subarray(0, -30), ['xlsx'])).toMatchObject({ kind: 'refused' })
  })

  test('one with macros is refused, and so is one that would unpack to a gigabyte', async () => {
    const workbook = await writeSheet([{ title: 'A', value: (row: { a: string }) => row.a }], [{ a: '1' }])
    const name = Buffer.from('xl/styles.xml')
    const macros = Buffer.from(workbook)
    for (let at = macros.indexOf(name); at >= 0; at = macros.indexOf(name, at + 1)) macros.write('vbaProject.bi', at, 'latin1')
    expect(await accept(macros, ['xlsx'])).toMatchObject({ code: 'file-type' })
    const bomb = Buffer.from(workbook)
    bomb.writeUInt32LE(1_000_000_000, bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
    expect(await accept(bomb, ['xlsx'])).toMatchObject({ code: 'file-too-large' })
  })

  test('one whose directory says less than what comes out is refused', async () => {
    const workbook = await writeSheet([{ title: 'A', value: (row: { a: string }) => row.a }], [{ a: '1' }])
    const first = workbook.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    workbook.writeUInt32LE(workbook.readUInt32LE(first + 24) - 1, first + 24)
    expect(await accept(workbook, ['xlsx'])).toMatchObject({ code: 'file-unreadable' })
  })
})

describe('the cover tool', () => {
  test('what is under a box is one flat grey, what is outside stays, and boxes at the edge are cut', async () => {
    const picture = await sharp({ create: { width: 100, height: 50, channels: 3, background: '#e00000' } })
      .png()
      .toBuffer()
    const { bytes } = await cover(picture, [
      { left: 0.5, top: 0.2, width: 0.5, height: 0.8 },
      { left: 0, top: 0, width: 0.001, height: 0.001 },
    ])
    expect(await pixel(bytes, 75, 30)).toEqual([63, 63, 63])
    expect(await pixel(bytes, 50, 10)).toEqual([63, 63, 63])
    expect(await pixel(bytes, 0, 0)).toEqual([63, 63, 63])
    expect(await pixel(bytes, 49, 30)).toEqual([224, 0, 0])
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 100, height: 50, format: 'png' })
  })

  test('a box outside the picture is refused', async () => {
    await expect(cover(photo, [{ left: 0.5, top: 0, width: 0, height: 1 }])).rejects.toThrow(RangeError)
    await expect(cover(photo, [{ left: Number.NaN, top: 0, width: 1, height: 1 }])).rejects.toThrow(RangeError)
  })
})

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
