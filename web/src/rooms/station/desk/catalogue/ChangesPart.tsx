import { type DefinitionChange, previewServiceDraft } from '@ronghe/contract/station/services-editing.ts'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { catalogueWords } from './words/words.ts'

/** What the saved draft changes against the version in force. */
export function ChangesPart({
  service,
  saved,
}: {
  readonly service: string
  /** Without a saved draft there is nothing to compare. */ readonly saved: boolean
}) {
  const w = useWords(catalogueWords).changes
  const read = useQuery({ ...reading(previewServiceDraft, { params: { key: service } }), enabled: saved })
  if (!saved) return <EmptyState title={w.none}>{w.noneNext}</EmptyState>
  return (
    <>
      <p className="muted">{w.lead}</p>
      <Shown read={read}>
        {({ changes, openCases }) => (
          <>
            {openCases > 0 && <p>{w.openCases(openCases)}</p>}
            <ChangeTable changes={changes} />
          </>
        )}
      </Shown>
    </>
  )
}

type Change = z.infer<typeof DefinitionChange>

export function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const all = useWords(catalogueWords)
  const w = all.changes
  if (changes.length === 0) return <p>{w.none}</p>
  const kinds: Readonly<Record<string, string>> = w.kinds
  return (
    <Table
      caption={all.parts.changes}
      columns={[
        { key: 'path', label: w.what, cell: ({ path }) => path, sortBy: ({ path }) => path },
        { key: 'kind', label: w.kind, cell: ({ kind }) => kinds[kind] ?? kind },
        { key: 'before', label: w.before, cell: ({ before }) => before ?? '' },
        { key: 'after', label: w.after, cell: ({ after }) => after ?? '' },
      ]}
      rows={changes}
      rowKey={({ path, kind }) => `${path} ${kind}`}
    />
  )
}
