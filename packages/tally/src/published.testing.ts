import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'vitest'

/** Published ballots and results lie beside the checkout; most may not be copied into it. */
const folder = path.resolve(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'elections')
const absent = !existsSync(folder)

export const published = (...names: readonly string[]): string => readFileSync(path.join(folder, ...names), 'utf8')

/** A test that needs the published data, and says so in its title where there is none. */
export const publishedTest = (title: string, run: () => void): void =>
  test.skipIf(absent)(absent ? `${title} (skipped: no ../shared/data/elections beside the checkout)` : title, run)
