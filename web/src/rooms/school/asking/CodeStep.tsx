import { readClassWord } from '@ronghe/contract/school/ability.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { slipCode } from '../../../platform/slip-code.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import styles from '../learning.module.css'
import { askingWords } from './words/words.ts'

export interface Key {
  readonly code: string
  readonly word: string
}

/** The code that only its owner holds, made on this phone or typed from paper, and the word of the class. */
export function CodeStep({
  courseId,
  value,
  onChange,
  errors,
}: {
  readonly courseId: string
  readonly value: Key
  readonly onChange: (key: Key) => void
  readonly errors: Readonly<Record<string, string>>
}) {
  const w = useWords(askingWords)
  const signedIn = useSession().person !== null
  const [typing, setTyping] = useState(false)
  const known = useQuery({ ...reading(readClassWord, { params: { courseId } }), enabled: signedIn, retry: false }).data?.word
  useEffect(() => {
    if (value.code === '') onChange({ code: slipCode(), word: value.word || (known ?? '') })
    else if (value.word === '' && known) onChange({ ...value, word: known })
  }, [value, known, onChange])
  return (
    <>
      {typing ? (
        <Field label={w.typeCode} name="code" error={errors['code']}>
          <TextInput value={value.code} onChange={(code) => onChange({ ...value, code })} maxLength={30} />
        </Field>
      ) : (
        <div>
          <p>{w.yourCode}</p>
          <p className={styles.code}>{value.code}</p>
        </div>
      )}
      <ButtonRow>
        <Button
          kind="plain"
          onPress={() => {
            onChange({ ...value, code: typing ? slipCode() : ' ' })
            setTyping(!typing)
          }}
        >
          {typing ? w.useNew : w.ownCode}
        </Button>
      </ButtonRow>
      <Field label={w.word} name="word" hint={known ? w.wordHere(known) : w.wordHint} error={errors['word']}>
        <TextInput value={value.word} onChange={(word) => onChange({ ...value, word })} maxLength={12} short />
      </Field>
    </>
  )
}
