import { dropDocument, uploadDocument } from '@ronghe/contract/station/documents.ts'
import { call, send } from '../../../../api.ts'
import type { KeptFiles } from '../../kept-files.ts'

/** Pictures that belong to answers, stored at once: at the desk there is a line, and the mark is the stored file's id. */
export function uploadedFiles(): KeptFiles {
  const files = new Map<string, File>()
  return {
    find: (mark) => files.get(mark),
    async keep(file) {
      const form = new FormData()
      form.append('file', file)
      const { id } = await send(uploadDocument, form)
      files.set(id, file)
      return id
    },
    drop(mark) {
      files.delete(mark)
      void call(dropDocument, { params: { fileId: mark } }).catch(() => undefined) // what no case takes is deleted within a day
    },
  }
}
