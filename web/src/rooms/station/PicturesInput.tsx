import type { FileAnswer } from '@ronghe/forms'
import { isRecord } from '@ronghe/forms'
import { FileInput } from '../../ui/FileInput.tsx'
import type { KeptFiles } from './kept-files.ts'
import { shrinkPicture } from './shrink-picture.ts'

/** Photos and papers as answers. What was chosen on another device is not here and is left out. */
export function PicturesInput({
  value,
  onChange,
  most,
  accept,
  files,
}: {
  readonly value: unknown
  readonly onChange: (value: readonly FileAnswer[] | undefined) => void
  readonly most: number
  readonly accept: string
  readonly files: KeptFiles
}) {
  const answers = filesIn(value).filter(({ file }) => files.find(file))
  const change = async (next: readonly File[]): Promise<void> => {
    const stays = answers.filter(({ file }) => next.includes(files.find(file)!))
    for (const gone of answers.filter((one) => !stays.includes(one))) files.drop(gone.file)
    const known = new Set(answers.map(({ file }) => files.find(file)))
    const added: FileAnswer[] = []
    for (const chosen of next.filter((one) => !known.has(one))) {
      const small = await shrinkPicture(chosen)
      added.push({ file: await files.keep(small), name: small.name, type: small.type, size: small.size })
    }
    const all = [...stays, ...added]
    onChange(all.length === 0 ? undefined : all)
  }
  return (
    <FileInput
      files={answers.map(({ file }) => files.find(file)!)}
      onChange={(next) => void change(next)}
      accept={accept}
      most={most}
      mostBytes={25 * 1024 * 1024}
    />
  )
}

export const filesIn = (value: unknown): readonly FileAnswer[] =>
  Array.isArray(value) ? value.filter((one): one is FileAnswer => isRecord(one) && typeof one.file === 'string') : []
