import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
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

function figuresOf(part: string, people: string): Figures {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'opinion-work.ts'), part, people], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`the ${part} conversation ended with ${status}: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Figures
}
