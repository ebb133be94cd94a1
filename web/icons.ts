import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'

/** Makes the PNG icons from the one drawing: `node icons.ts`, after changing public/icons/leaf.svg. The PNGs are committed. */
const folder = new URL('./public/icons/', import.meta.url)
const drawing = await readFile(new URL('leaf.svg', folder))

for (const size of [180, 192, 512]) {
  await writeFile(
    new URL(`leaf-${size}.png`, folder),
    await sharp(drawing, { density: 600 }).resize(size, size).png({ compressionLevel: 9, palette: true }).toBuffer(),
  )
}

// A maskable icon may be cut to a circle of 80 %: the leaf keeps inside it and the green runs to the edge.
const leaf = await sharp(drawing, { density: 600 }).resize(400, 400).png().toBuffer()
const masked = sharp({ create: { width: 512, height: 512, channels: 4, background: '#114a3c' } }).composite([
  { input: leaf, gravity: 'centre' },
])
await writeFile(new URL('leaf-maskable-512.png', folder), await masked.png({ compressionLevel: 9, palette: true }).toBuffer())
