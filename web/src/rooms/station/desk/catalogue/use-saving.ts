import type { ReplyOf } from '@ronghe/contract/operation.ts'
import {
  listCatalogue,
  previewServiceDraft,
  readServiceDraft,
  readServiceHistory,
  saveServiceDraft,
} from '@ronghe/contract/station/services-editing.ts'
import type { ServiceDefinition } from '@ronghe/forms'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import type { DraftOf } from '../../../../platform/offline/draft.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { toast } from '../../../../ui/Toast.tsx'
import type { Conflict } from './ConflictDialog.tsx'
import type { Working } from './use-editing.ts'
import { catalogueWords } from './words/words.ts'

/** Saving on the server. What is typed while a save is under way stays and is saved with the next; of two editors neither loses anything. */
export function useSaving(key: string, local: DraftOf<Working>) {
  const w = useWords(catalogueWords)
  const client = useQueryClient()
  const [conflict, setConflict] = useState<Conflict>()
  const sent = useRef<ServiceDefinition>(undefined)

  const settle = (draft: ReplyOf<typeof readServiceDraft>): void => {
    client.setQueryData(reading(readServiceDraft, { params: { key } }).queryKey, draft)
    let typedOn = false
    local.change((now) => {
      typedOn = now.definition !== sent.current
      return typedOn
        ? { ...now, edit: draft.edit, changed: true }
        : { edit: draft.edit, definition: draft.definition, changed: false, undo: now.undo }
    })
    if (!typedOn) void local.discard()
  }
  const deed = useDeed(saveServiceDraft, {
    refreshes: [listCatalogue, previewServiceDraft, readServiceHistory],
    onDone: (reply) => {
      if (reply.kind === 'conflict') return setConflict(reply)
      settle(reply.draft)
      toast(w.saved)
    },
  })
  const store = (edit: number, definition: ServiceDefinition): void => {
    sent.current = definition
    deed.mutate({ params: { key }, body: { edit, definition: definition as unknown as Record<string, unknown> } }) // the server checks its shape
  }
  return {
    save: () => store(local.value.edit, local.value.definition),
    busy: deed.isPending,
    error: deed.error,
    conflict,
    takeTheirs: () => {
      if (!conflict) return
      // Mine was kept on the server beside theirs. The way back led through mine, so it ends here.
      local.change({ edit: conflict.theirs.edit, definition: conflict.theirs.definition, changed: false })
      client.setQueryData(reading(readServiceDraft, { params: { key } }).queryKey, conflict.theirs)
      void local.discard()
      setConflict(undefined)
    },
    keepMine: () => {
      if (!conflict) return
      store(conflict.theirs.edit, local.value.definition)
      setConflict(undefined)
    },
    later: () => setConflict(undefined),
  }
}
