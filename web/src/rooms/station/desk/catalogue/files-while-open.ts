import type { KeptFiles } from '../../kept-files.ts'

/** Pictures chosen while trying something out stay in the page and go nowhere. */
export function filesWhileOpen(): KeptFiles {
  const files = new Map<string, File>()
  return {
    find: (mark) => files.get(mark),
    async keep(file) {
      const mark = `preview-${files.size}`
      files.set(mark, file)
      return mark
    },
    drop: (mark) => void files.delete(mark),
  }
}
