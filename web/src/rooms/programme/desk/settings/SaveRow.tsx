import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { settingsWords } from './words/words.ts'

export function SaveRow({ busy }: { readonly busy: boolean }) {
  const w = useWords(settingsWords)
  return (
    <ButtonRow>
      <Button type="submit" busy={busy}>
        {w.save}
      </Button>
    </ButtonRow>
  )
}
