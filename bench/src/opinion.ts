import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Bench, Figures } from './measure.ts'

/** P1 and P2: a large conversation read from the rows of its CSV and mapped, in a process of its own; a small one; one more vote. */
export const opinion: Bench = {
  name: 'opinion',
  summary: '30 million votes of 1 million people on 1,000 statements read and mapped; 2,000 people x 500 statements; one more vote',
  target: { seconds: { most: 20 }, megabytes: { most: 300 }, smallMilliseconds: { most: 50 }, updateMilliseconds: { most: 1 } },
  options: ['people'],
  async run({ values, say }) {
    const windows: Figures[] = []
    for (let window = 1; window <= 3; window++) {
      const small = figuresOf('small', '2000')
      const large = figuresOf('large', values['people'] ?? '1000000')
      windows.push({ ...large, ...small })
      say(`window ${window}: ${JSON.stringify(windows.at(-1))}`)
    }
    return windows
  },
}

/** In plain JavaScript, as the package is published: Node takes 40 MB to strip types. */
function figuresOf(part: string, people: string): Figures {
  const folder = mkdtempSync(join(tmpdir(), 'ronghe-bench-opinion-'))
  try {
    const sources = join(import.meta.dirname, '..', '..', 'packages', 'opinion', 'src')
    const needed = readdirSync(sources).filter((file) => file.endsWith('.ts') && !/\.test(ing)?\.ts$/.test(file))
    const files = [
      ...needed.map((file) => join(sources, file)),
      ...['opinion-work.ts', 'measure.ts'].map((file) => join(import.meta.dirname, file)),
    ]
    for (const file of files) {
      const code = stripTypeScriptTypes(readFileSync(file, 'utf8')).replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.mjs'")
      writeFileSync(join(folder, basename(file, '.ts') + '.mjs'), code.replaceAll("'@ronghe/opinion'", "'./index.mjs'"))
    }
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'opinion-work.mjs'), part, people], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    if (status !== 0) throw new Error(`the ${part} conversation ended with ${status}: ${stderr}`)
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as Figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
