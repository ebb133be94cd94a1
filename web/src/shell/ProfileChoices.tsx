import { useEffect } from 'react'
import { useAppearance } from '../platform/appearance/appearance.tsx'
import { useLanguage } from '../platform/language/language.tsx'
import { recall } from '../platform/memory.ts'
import { useSession } from '../platform/session/session.tsx'

/** On a device that was never asked, the page looks and speaks as the person chose elsewhere. What was chosen here stays. */
export function ProfileChoices() {
  const { person, language } = useSession()
  const { look } = useAppearance()
  const { speak } = useLanguage()
  const appearance = person?.appearance
  useEffect(() => {
    if (appearance && recall('appearance') === undefined) look(appearance)
  }, [appearance, look])
  const spoken = person ? language : undefined
  useEffect(() => {
    if (spoken && recall('language') === undefined) speak(spoken)
  }, [spoken, speak])
  return null
}
