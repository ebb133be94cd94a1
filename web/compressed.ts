import { globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const kinds = '**/*.{js,css,html,svg,webmanifest}'

/**
 * Writes `.br` and `.gz` beside every text file of a build, once and as small as they get, so that the server need not compress them
 * for every phone again; it sends the one the browser takes (`preCompressed` of @fastify/static).
 */
export function compressed(): Plugin {
  let dist = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved(config) {
      dist = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'post', // after the service worker has been written
      sequential: true,
      async handler() {
        await Promise.all(globSync(kinds, { cwd: dist }).map((file) => compress(`${dist}/${file}`)))
      },
    },
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < 1024) return // a packet more or less makes no difference
  await writeFile(
    `${file}.br`,
    await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  )
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
}
