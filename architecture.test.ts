import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * The house (ARCHITECTURE.md): what may lean on what, said once. A part is the longest prefix that fits a file; `may` lists the parts it may
 * import besides itself. Tests may also lean on the demo's people and on the door they come through.
 */
const root = import.meta.dirname
const rooms = ['people', 'programme', 'station', 'council', 'volunteers', 'school', 'branch', 'insight'] as const
const below: Record<(typeof rooms)[number], readonly string[]> = {
  people: [],
  programme: ['people'],
  station: ['programme', 'people'],
  council: ['programme', 'people'],
  volunteers: ['programme', 'people'],
  school: ['programme', 'people'],
  branch: ['programme', 'people'],
  // The branch is read by nobody (D1): it hands insight finished counts.
  insight: ['station', 'council', 'volunteers', 'school', 'programme', 'people'],
}

const packages = readdirSync(join(root, 'packages'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [`packages/${entry.name}`] : [],
)
const parts: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(packages.map((name) => [name, []])),
  // The floor counts its votes as everybody does.
  'packages/floor': ['packages/tally'],
  contract: packages,
  'server/src/platform': ['contract', 'server/src/config.ts', 'server/src/operator-error.ts', ...packages],
  ...Object.fromEntries(
    rooms.map((room) => [
      `server/src/rooms/${room}`,
      [
        'server/src/platform',
        'server/src/operator-error.ts',
        'contract',
        ...packages,
        ...below[room].map((lower) => `server/src/rooms/${lower}`),
      ],
    ]),
  ),
  'server/src/app.ts': ['server/src/platform', ...rooms.map((room) => `server/src/rooms/${room}`), 'contract', ...packages],
  'server/src/config.ts': ['server/src/operator-error.ts'],
  'server/src/operator-error.ts': [],
  'server/src/main.ts': [
    'server/src/app.ts',
    'server/src/config.ts',
    'server/src/operator-error.ts',
    'server/src/platform',
    ...rooms.map((room) => `server/src/rooms/${room}`),
    'contract',
    ...packages,
  ],
  'web/src/ui': ['web/src/api.ts', 'web/src/platform', 'contract', ...packages],
  'web/src/platform': ['web/src/api.ts', 'web/src/ui', 'contract', ...packages],
  'web/src/shell': ['web/src/ui', 'web/src/platform', 'web/src/api.ts', 'contract', ...packages],
  'web/src/rooms': ['web/src/shell', 'web/src/ui', 'web/src/platform', 'web/src/api.ts', 'contract', ...packages],
  web: ['web/src/shell', 'web/src/ui', 'web/src/platform', 'web/src/rooms', 'web/src/api.ts', 'contract', ...packages],
  'web/src/api.ts': ['contract', 'web/src/platform'],
  demo: ['server', 'contract', ...packages],
  cli: ['server', 'demo', 'contract', ...packages],
  bench: ['server', 'demo', 'cli', 'contract', 'e2e', ...packages],
  e2e: ['server', 'demo', 'cli', 'contract', 'web', ...packages],
}
/** What tests of the server come through and start from. */
const forTests = ['demo', 'server', 'cli', 'e2e']

const files = ['packages', 'contract', 'server', 'web', 'cli', 'demo', 'bench', 'e2e'].flatMap((tree) => sources(join(root, tree)))
const imports = new Map(files.map((file) => [file, importsOf(file)]))

describe('the house', () => {
  test('every file belongs to a part', () => {
    expect(files.filter((file) => !partOf(file))).toEqual([])
  })

  test('arrows point down only', () => {
    const wrong = files.flatMap((file) => {
      const part = partOf(file)!
      const allowed = [part, ...parts[part]!, ...(isTest(file) ? forTests : [])]
      return imports
        .get(file)!
        .filter((target) => !allowed.some((place) => target === place || target.startsWith(`${place}/`)))
        .map((target) => `${file} -> ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('rooms of the web app do not lean on each other', () => {
    const wrong = files
      .filter((file) => file.startsWith('web/src/rooms/'))
      .flatMap((file) => {
        const room = file.split('/')[3]!
        const lower = [room, ...(below[room as keyof typeof below] ?? rooms)]
        return imports
          .get(file)!
          .filter((target) => target.startsWith('web/src/rooms/') && !lower.includes(target.split('/')[3]!))
          .map((target) => `${file} -> ${target}`)
      })
    expect(wrong).toEqual([])
  })

  test('no imports in a ring', () => {
    expect(rings()).toEqual([])
  })

  test('no barrel: a file that only passes on what others export is found in packages alone', () => {
    const barrels = files.filter((file) => {
      if (/^packages\/[^/]+\/src\/index\.ts$/.test(file)) return false
      const code = read(file)
      return /^export .* from /m.test(code) && !/^(export )?(const|function|async function|class|interface|type|let) /m.test(code)
    })
    expect(barrels).toEqual([])
  })

  test('the party branch is read by nobody else', () => {
    const readers = files.filter(
      (file) =>
        !file.includes('/rooms/branch/') &&
        !file.startsWith('contract/src/branch/') &&
        imports.get(file)!.some((target) => target.startsWith('server/src/rooms/branch/')) &&
        file !== 'server/src/app.ts' &&
        // The demo's branch is invented, and tests look for what leaks.
        !/^demo\/src\/(load-)?branch/.test(file) &&
        !isTest(file),
    )
    expect(readers).toEqual([])
  })

  test('the branch’s house is opened by its own room, and handed on shut by whoever starts the platform', () => {
    const openers = ['server/src/rooms/branch/', 'server/src/platform/branch/', 'demo/src/branch-', 'demo/src/load-branch']
    const starters = ['server/src/main.ts', 'server/src/platform/database/testing.ts', 'cli/src/erase-again.ts']
    const reading = files.flatMap((file) => {
      const into = imports.get(file)!.filter((target) => target.startsWith('server/src/platform/branch/'))
      if (into.length === 0 || isTest(file) || openers.some((place) => file.startsWith(place))) return []
      const shut = into.every((target) => target === 'server/src/platform/branch/closed-house.ts')
      return shut || starters.includes(file) ? [] : [file]
    })
    expect(reading).toEqual([])
  })

  test('no field or table scores or ranks a person (D2)', () => {
    const tables = read('server/src/platform/database/tables.ts')
    expect(tables.match(/^ {2}\w*(score|rank|points|streak|leaderboard)\w*: /gm)).toBeNull()
  })
})

function sources(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return ['node_modules', 'dist', 'output', 'results'].includes(entry.name) ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [relative(root, path)] : []
  })
}

function partOf(named: string): string | undefined {
  const file = named.replace('.test.', '.')
  return Object.keys(parts)
    .filter((part) => file === part || file.startsWith(`${part}/`))
    .toSorted((one, other) => other.length - one.length)[0]
}

const isTest = (file: string): boolean =>
  /\.test\.tsx?$|\.test-data\.ts$|[./]testing\.ts$|test-cluster\.ts$|template\.ts$|generate-tables\.ts$/.test(file)

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Files of ours that a file imports, types included: an arrow is an arrow. */
function importsOf(file: string): string[] {
  const code = read(file).replace(/\/\*[\s\S]*?\*\//g, '')
  const named = [
    ...code.matchAll(/(?:^|\n)\s*(?:import\s*|(?:import|export)\s[^;'"]*?\sfrom\s*)['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g),
  ].map(([, one, other]) => one ?? other!)
  return named.flatMap((name) => {
    if (name.startsWith('.')) return [relative(root, resolve(join(root, dirname(file)), name)).replace(/\?.*$/, '')]
    const ours = /^@ronghe\/([a-z-]+)(?:\/(.*))?$/.exec(name)
    if (!ours) return []
    const [, workspace, path] = ours
    const folder = packages.includes(`packages/${workspace}`) ? `packages/${workspace}` : workspace!
    return [`${folder}/src/${path ?? 'index.ts'}`]
  })
}

function rings(): string[] {
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') return void found.push([...trail.slice(trail.indexOf(file)), file].join(' -> '))
    state.set(file, 'open')
    for (const target of valueImports(file)) if (imports.has(target)) visit(target, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  return found
}

/** A ring of types alone does no harm at run time and is often two sides of one idea. */
function valueImports(file: string): string[] {
  const types = new Set([...read(file).matchAll(/(?:^|\n)\s*(?:import|export) type\b[^'"]*['"]([^'"]+)['"]/g)].map(([, name]) => name!))
  const names = [...types].flatMap((name) => (name.startsWith('.') ? [relative(root, resolve(join(root, dirname(file)), name))] : []))
  return imports.get(file)!.filter((target) => !names.includes(target))
}
