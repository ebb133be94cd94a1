import { toRow } from './pb-rows.ts'

/** What a Pabulib file is made of; a `PbFile` is one. */
export interface PbParts {
  readonly meta: ReadonlyMap<string, string>
  readonly projectColumns: readonly string[]
  readonly projects: readonly { readonly cells: readonly string[] }[]
  readonly voteColumns: readonly string[]
  readonly ballots: readonly { readonly cells: readonly string[] }[]
}

/** Writes a Pabulib file (UTF-8, line feeds, quotes only where needed). What `readPb` read comes out as it was. */
export function writePb({ meta, projectColumns, projects, voteColumns, ballots }: PbParts): string {
  const rows = [
    'META',
    'key;value',
    ...Array.from(meta, toRow),
    'PROJECTS',
    toRow(projectColumns),
    ...projects.map(({ cells }) => toRow(cells)),
    'VOTES',
    toRow(voteColumns),
    ...ballots.map(({ cells }) => toRow(cells)),
  ]
  return `${rows.join('\n')}\n`
}
