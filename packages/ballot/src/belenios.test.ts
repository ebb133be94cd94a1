// Two programs that share nothing but the specification must agree: what this package publishes, Debian's belenios-tool accepts, and the
// other way round.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeArchive } from './archive.ts'
import { approval, holdElection, motion } from './elections.testing.ts'
import { belenios2048 } from './group.ts'
import { verifyArchive } from './verify-archive.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ballot-'))
afterAll(() => rmSync(folder, { recursive: true }))

const absent = spawnSync('belenios-tool', ['--version']).error !== undefined
if (absent && (process.env['CI'] || process.env['RONGHE_FULL']))
  throw new Error('belenios-tool is missing; CI installs it with apt-get install belenios-tool')
if (absent)
  console.log('belenios-tool is not installed (apt-get install belenios-tool): the comparison with it is left out here and runs in CI.')

const tool = (...args: readonly string[]) =>
  spawnSync('belenios-tool', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, BELENIOS_USE_URANDOM: '1' } })

const whole = () =>
  holdElection({
    group: belenios2048,
    questions: [approval, motion],
    cast: [
      [
        0,
        [
          [0, 1, 0, 0],
          [1, 0],
        ],
      ],
      [
        1,
        [
          [0, 1, 1, 0],
          [0, 1],
        ],
      ],
      [
        2,
        [
          [1, 0, 0, 0],
          [0, 0],
        ],
      ],
      [
        0,
        [
          [0, 0, 0, 1],
          [1, 0],
        ],
      ],
    ],
  })

test('an archive that belenios-tool 2.0 wrote, with a single and three threshold trustees, verifies here', () => {
  const bytes = readFileSync(path.join(import.meta.dirname, '..', 'example', 'by-belenios-tool.bel'))
  expect(verifyArchive(bytes)).toMatchObject({ ok: true, credentials: 3, trustees: 4, result: [[1, 1, 1]] })
})

test.skipIf(absent)('an archive of ours, blank votes and a changed vote included, is accepted by belenios-tool at every stage', () => {
  const { election, published, result } = whole()
  expect(result).toEqual([
    [1, 1, 1, 1],
    [1, 1],
  ])
  const { closed, tally, parts, result: opened, ...open } = published
  const stages = [
    open,
    { ...open, closed: true },
    { ...open, closed, tally },
    { ...open, closed, tally, parts },
    { ...open, closed, tally, parts, result: opened },
  ]
  for (const stage of stages) {
    writeFileSync(path.join(folder, `${election.id}.bel`), writeArchive(stage as typeof published).bytes)
    const verified = tool('election', 'verify')
    expect(`${verified.stderr}${verified.stdout}`).toContain('all checks passed')
    expect(verified.status).toBe(0)
  }
  rmSync(path.join(folder, `${election.id}.bel`))
})

test.skipIf(absent)('belenios-tool refuses our archive once a single ballot was changed, and so do we', () => {
  const { election, published } = whole()
  const [first, ...others] = published.ballots
  const spoiled = writeArchive({ ...published, ballots: [first!.replace(/"response":"\d/, '"response":"7'), ...others] })
  writeFileSync(path.join(folder, `${election.id}.bel`), spoiled.bytes)
  expect(tool('election', 'verify').status).not.toBe(0)
  expect(verifyArchive(spoiled.bytes).ok).toBe(false)
  rmSync(path.join(folder, `${election.id}.bel`))
})

test.skipIf(absent)(
  'ballots that belenios-tool encrypts count in our election, and a whole election of belenios-tool verifies here',
  () => {
    const { election, published, slips } = whole()
    const { closed: _closed, tally: _tally, parts: _parts, result: _result, ...open } = published
    writeFileSync(path.join(folder, `${election.id}.bel`), writeArchive({ ...open, ballots: [] }).bytes)
    writeFileSync(path.join(folder, 'slip'), slips[3]!)
    writeFileSync(path.join(folder, 'marks'), '[[0,1,0,1],[1,0]]')
    const made = tool('election', 'generate-ballot', '--privcred', 'slip', '--ballot', 'marks')
    expect(made.stderr).not.toContain('error')
    const box = writeArchive({ ...open, ballots: [made.stdout.trim()] })
    expect(verifyArchive(box.bytes)).toMatchObject({ ok: true, trackers: [expect.any(String)] })
    for (const file of readdirSync(folder)) rmSync(path.join(folder, file))
  },
)
