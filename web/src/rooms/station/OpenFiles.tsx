import { readDocument } from '@ronghe/contract/station/documents.ts'
import { addressOf } from '../../api.ts'
import { useFormat } from '../../platform/language/format.ts'
import styles from './station.module.css'

/** Links to files of a case, each opening on its own; `undefined` in a copy that was kept before files were told. */
export function OpenFiles({
  files = [],
  label,
}: {
  readonly files?: readonly { readonly id: string; readonly bytes?: number }[] | undefined
  readonly label: (number: number) => string
}) {
  const format = useFormat()
  if (files.length === 0) return null
  return (
    <span className={styles.files}>
      {files.map((file, place) => (
        <a key={file.id} href={addressOf(readDocument, { params: { fileId: file.id } })} target="_blank" rel="noreferrer">
          {label(place + 1)} {file.bytes !== undefined && <span className="muted">{format.bytes(file.bytes)}</span>}
        </a>
      ))}
    </span>
  )
}
