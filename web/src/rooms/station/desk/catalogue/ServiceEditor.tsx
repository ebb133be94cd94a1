import { listCatalogue, readServiceDraft } from '@ronghe/contract/station/services-editing.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Shown } from '../../../../ui/Shown.tsx'
import { EditDraft } from './EditDraft.tsx'
import { catalogueWords } from './words/words.ts'

/**
 * One service's draft, always read anew, so that nobody goes on with what a colleague has since saved over; the list of all is needed so
 * that links between services can be checked.
 */
export function ServiceEditor() {
  const key = useParam('key')
  const text = useText()
  const w = useWords(catalogueWords)
  const draft = useQuery({ ...reading(readServiceDraft, { params: { key } }), staleTime: 0, refetchOnWindowFocus: false })
  const all = useQuery(reading(listCatalogue))
  return (
    <Shown read={{ ...draft, data: draft.isFetchedAfterMount ? draft.data : undefined, error: draft.error ?? all.error }} waiting={w.title}>
      {(found) => (
        <Shown read={all}>
          {({ items }) => (
            <EditDraft
              key={key}
              draft={found}
              services={items.map((item) => ({ key: item.key, name: text(item.name) }))}
              mayRetire={items.find((item) => item.key === key)?.may.includes('retire') ?? false}
            />
          )}
        </Shown>
      )}
    </Shown>
  )
}
