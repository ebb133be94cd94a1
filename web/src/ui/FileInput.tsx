import { useState } from 'react'
import { useFormat } from '../platform/language/format.ts'
import { useWords } from '../platform/language/language.tsx'
import { IconButton } from './Button.tsx'
import { useField } from './Field.tsx'
import styles from './field.module.css'
import { Icon } from './Icon.tsx'
import { uiWords } from './words/words.ts'

/** Photos or files, listed with a way to take each back. What is too large is refused here, before anything is sent. */
export function FileInput({
  files,
  onChange,
  accept = 'image/*,application/pdf',
  most = 5,
  mostBytes = 10 * 1024 * 1024,
  listed = 0,
}: {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
  readonly accept?: string
  readonly most?: number
  readonly mostBytes?: number
  /** So many are shown elsewhere on the page and count towards `most`. */
  readonly listed?: number
}) {
  const w = useWords(uiWords)
  const format = useFormat()
  const field = useField()
  const [refused, setRefused] = useState<readonly string[]>([])
  const add = (chosen: readonly File[]): void => {
    const small = chosen.filter((file) => file.size <= mostBytes)
    setRefused([
      ...chosen.filter((file) => file.size > mostBytes).map((file) => w.fileTooLarge(file.name, format.bytes(mostBytes))),
      ...(listed + files.length + small.length > most ? [w.filesMost(most)] : []),
    ])
    onChange([...files, ...small].slice(0, most - listed))
  }
  return (
    <>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file, place) => (
            <li key={`${file.name}-${place}`} className={styles.file}>
              <Icon name="file" />
              <span>
                {file.name} <span className="muted small">{format.bytes(file.size)}</span>
              </span>
              <IconButton icon="close" label={w.removeFile(file.name)} onPress={() => onChange(files.filter((one) => one !== file))} />
            </li>
          ))}
        </ul>
      )}
      {refused.map((sentence) => (
        <p key={sentence} className={styles.error} role="alert">
          {sentence}
        </p>
      ))}
      {listed + files.length < most && (
        <span className={styles.addFile}>
          <Icon name="camera" />
          {w.addFile}
          <input
            {...field}
            type="file"
            accept={accept}
            multiple={most > 1}
            onChange={(event) => {
              add(Array.from(event.target.files ?? []))
              event.target.value = '' // so that the same file can be chosen again after it was taken back
            }}
          />
        </span>
      )}
    </>
  )
}
