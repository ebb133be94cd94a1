import type { SignatureAnswer } from '@ronghe/forms'
import { isRecord } from '@ronghe/forms'
import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { useSession } from '../../platform/session/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { SignaturePad } from '../../ui/SignaturePad.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { KeptFiles } from './kept-files.ts'
import { answerWords } from './words/answer/words.ts'

/** `{ name, how, image? }`: drawn with a finger or typed. A drawn one carries the name as well, for whoever reads it later. */
export function SignatureInput({
  path,
  value,
  onChange,
  files,
}: {
  readonly path: string
  readonly value: unknown
  readonly onChange: (value: SignatureAnswer | undefined) => void
  readonly files: KeptFiles
}) {
  const w = useWords(answerWords)
  const own = useSession().person?.name ?? ''
  const signed = isRecord(value) ? (value as unknown as SignatureAnswer) : undefined
  const [name, setName] = useState(signed?.name ?? own)
  const [signing, setSigning] = useState(signed === undefined)
  const [way, setWay] = useState<SignatureAnswer['how']>('drawn')
  const again = (): void => {
    if (signed?.image) files.drop(signed.image)
    onChange(undefined)
    setSigning(true)
  }
  const draw = async (picture: Blob): Promise<void> => {
    const image = await files.keep(new File([picture], 'signature.png', { type: 'image/png' }))
    onChange({ name: name.trim() || own, how: 'drawn', image })
  }
  if (signed && !signing)
    return (
      <p>
        <Icon name="check" /> {w.signedBy(signed.name)}{' '}
        <Button kind="plain" onPress={again}>
          {w.signAgain}
        </Button>
      </p>
    )
  return (
    <>
      {way === 'drawn' && (
        <Field label={w.name} name={`${path}.name`}>
          <TextInput
            value={name}
            autoComplete="name"
            maxLength={60}
            onChange={(next) => {
              setName(next)
              if (signed) onChange({ ...signed, name: next })
            }}
          />
        </Field>
      )}
      <SignaturePad
        onWay={setWay}
        onChange={(signature) => {
          if (!signature) onChange(undefined)
          else if (signature.kind === 'typed') onChange({ name: signature.name, how: 'typed' })
          else void draw(signature.picture)
        }}
      />
    </>
  )
}
