import { readFile } from 'node:fs/promises'

/** What vite writes about a build: for each source file the file it became and what that one pulls in. */
export type BuildManifest = Readonly<
  Record<
    string,
    {
      readonly file: string
      readonly css?: readonly string[]
      readonly assets?: readonly string[]
      readonly imports?: readonly string[]
      readonly dynamicImports?: readonly string[]
    }
  >
>

export const readManifest = async (dist: string): Promise<BuildManifest> =>
  JSON.parse(await readFile(`${dist}/.vite/manifest.json`, 'utf8')) as BuildManifest

/** Every built file a door may ever load; with `'at start'`, only those it loads before the first interaction. */
export function filesReachableFrom(door: string, manifest: BuildManifest, when: 'ever' | 'at start' = 'ever'): Set<string> {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
    for (const next of [...(chunk.imports ?? []), ...(when === 'ever' ? (chunk.dynamicImports ?? []) : [])]) visit(next)
  }
  visit(door)
  return files
}
