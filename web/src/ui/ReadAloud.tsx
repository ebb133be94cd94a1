import { useWords } from '../platform/language/language.tsx'
import { useReadAloud } from '../platform/read-aloud/read-aloud.ts'
import { Button } from './Button.tsx'
import { uiWords } from './words/words.ts'

/** Reads a text in the device's voice; absent where the device has none. */
export function ReadAloud({ text }: { readonly text: string }) {
  const w = useWords(uiWords)
  const { available, speaking, read, stop } = useReadAloud()
  if (!available) return null
  return (
    <Button kind="quiet" icon={speaking ? 'stop' : 'speaker'} onPress={() => (speaking ? stop() : read(text))}>
      {speaking ? w.readStop : w.readAloud}
    </Button>
  )
}
