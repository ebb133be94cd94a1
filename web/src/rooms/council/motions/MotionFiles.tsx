import { attachFile, detachFile, type Motion, readMotion, readMotionFile } from '@ronghe/contract/council/motions.ts'
import { useState } from 'react'
import { addressOf, send } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed, useRefresh } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** Attachments; while it is a draft its author adds and removes them. */
export function MotionFiles({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const format = useFormat()
  const edits = motion.may.includes('attach')
  const deed = useDeed(detachFile, { refreshes: [readMotion] })
  if (motion.files.length === 0 && !edits) return null
  return (
    <Card title={w.filesTitle}>
      {motion.files.length === 0 && <p className="muted">{w.filesNone}</p>}
      <ul>
        {motion.files.map(({ id, name, bytes }) => (
          <li key={id} className={styles.note}>
            <a href={addressOf(readMotionFile, { params: { motionId: motion.id, fileId: id } })}>{name}</a> {format.bytes(bytes)}
            {edits && (
              <Button kind="plain" onPress={() => deed.mutate({ params: { motionId: motion.id, fileId: id } })}>
                {w.fileRemove(name)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edits && <Attach motionId={motion.id} listed={motion.files.length} />}
    </Card>
  )
}

function Attach({ motionId, listed }: { readonly motionId: string; readonly listed: number }) {
  const w = useWords(motionWords)
  const refresh = useRefresh()
  const [attempt, setAttempt] = useState<{ readonly files: readonly File[]; readonly error?: unknown }>({ files: [] })
  const upload = async (files: readonly File[]): Promise<void> => {
    setAttempt({ files })
    try {
      for (const file of files) {
        const form = new FormData()
        form.append('name', file.name)
        form.append('file', file)
        await send(attachFile, form, { params: { motionId } })
      }
      setAttempt({ files: [] })
    } catch (error) {
      setAttempt({ files: [], error })
    }
    await refresh(readMotion)
  }
  return (
    <Field label={w.fileAdd} hint={w.fileAddHint} optional>
      <FileInput files={attempt.files} onChange={(files) => void upload(files)} most={6} listed={listed} />
      {attempt.error !== undefined && <RefusalLine error={attempt.error} />}
    </Field>
  )
}
