import { readDocument } from '@ronghe/contract/station/documents.ts'
import type { FileAnswer } from '@ronghe/forms'
import { addressOf } from '../../api.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useWords } from '../../platform/language/language.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import fields from '../../ui/field.module.css'
import { Icon } from '../../ui/Icon.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { uiWords } from '../../ui/words/words.ts'
import type { FileState, KeptFiles } from './kept-files.ts'
import styles from './station.module.css'
import { answerWords } from './words/answer/words.ts'

/** The pictures of one question: what each is called, where it is by now, and a way to take it back. */
export function FileLines({
  answers,
  files,
  onRemove,
}: {
  readonly answers: readonly FileAnswer[]
  readonly files: KeptFiles
  readonly onRemove: (answer: FileAnswer) => void
}) {
  const ui = useWords(uiWords)
  const format = useFormat()
  if (answers.length === 0) return null
  return (
    <ul className={fields.files}>
      {answers.map((answer) => (
        <li key={answer.file} className={fields.file}>
          <Icon name="file" />
          <span>
            {answer.name} <span className="muted small extra">{format.bytes(answer.size)}</span>
            {files.state && <Where answer={answer} state={files.state(answer.file)} files={files} />}
          </span>
          <IconButton icon="close" label={ui.removeFile(answer.name)} onPress={() => onRemove(answer)} />
        </li>
      ))}
    </ul>
  )
}

function Where({ answer, state, files }: { readonly answer: FileAnswer; readonly state: FileState; readonly files: KeptFiles }) {
  const w = useWords(answerWords)
  switch (state.kind) {
    case 'stored':
      return (
        <span className={styles.fileState} role="status">
          <Icon name="check" size="1em" /> {w.fileStored}{' '}
          {!files.find(answer.file) && (
            <a href={addressOf(readDocument, { params: { fileId: answer.file } })} target="_blank" rel="noreferrer">
              {w.fileOpen(answer.name)}
            </a>
          )}
        </span>
      )
    case 'sending':
      return (
        <span className={styles.fileState}>
          <ProgressBar value={Math.round(state.share * 100)} of={100} label={w.fileSending(answer.name)} />
        </span>
      )
    case 'refused':
      return (
        <span className={styles.fileState} role="alert">
          <strong className={styles.fault}>{state.sentence}</strong>{' '}
          {files.again && (
            <Button kind="plain" onPress={() => files.again?.(answer.file)}>
              {w.fileAgain}
            </Button>
          )}
        </span>
      )
    case 'waits':
    case 'elsewhere':
      return (
        <span className={styles.fileState} role="status">
          {state.kind === 'waits' ? w.fileWaits : w.fileElsewhere}
        </span>
      )
  }
}
