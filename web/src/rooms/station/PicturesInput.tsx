import type { FileAnswer } from '@ronghe/forms'
import { isRecord } from '@ronghe/forms'
import { FileInput } from '../../ui/FileInput.tsx'
import { FileLines } from './FileLines.tsx'
import type { KeptFiles } from './kept-files.ts'
import { shrinkPicture } from './shrink-picture.ts'

/** Photos and papers as answers, those of the person's other devices among them. */
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
  const answers = filesIn(value).filter(({ file }) => files.state !== undefined || files.find(file))
  const put = (all: readonly FileAnswer[]): void => onChange(all.length === 0 ? undefined : all)
  const add = async (chosen: readonly File[]): Promise<void> => {
    const added: FileAnswer[] = []
    for (const one of chosen) {
      const small = await shrinkPicture(one)
      added.push({ file: await files.keep(small), name: small.name, type: small.type, size: small.size })
    }
    if (added.length > 0) put([...answers, ...added])
  }
  const remove = (gone: FileAnswer): void => {
    put(answers.filter((one) => one !== gone))
    files.drop(gone.file)
  }
  return (
    <>
      <FileLines answers={answers} files={files} onRemove={remove} />
      <FileInput
        files={[]}
        listed={answers.length}
        onChange={(next) => void add(next)}
        accept={accept}
        most={most}
        mostBytes={25 * 1024 * 1024}
      />
    </>
  )
}

export const filesIn = (value: unknown): readonly FileAnswer[] =>
  Array.isArray(value) ? value.filter((one): one is FileAnswer => isRecord(one) && typeof one.file === 'string') : []
