import { useEffect } from 'react'
import { useAppearance } from '../platform/appearance/appearance.tsx'
import { recall } from '../platform/memory.ts'
import { useSession } from '../platform/session/session.tsx'

/** On a device that was never asked, the page looks as the person chose elsewhere. What was chosen here stays. */
export function ProfileChoices() {
  const appearance = useSession().person?.appearance
  const { look } = useAppearance()
  useEffect(() => {
    if (appearance && recall('appearance') === undefined) look(appearance)
  }, [appearance, look])
  return null
}
