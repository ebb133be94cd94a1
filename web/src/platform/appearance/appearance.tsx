import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { recall, remember } from '../memory.ts'

/** `large` is 大字版: one column, 23 px, 62 px targets, fewer words. `contrast` is black on white with thick lines. */
export type Appearance = 'normal' | 'large' | 'contrast'

interface Looking {
  readonly appearance: Appearance
  readonly look: (appearance: Appearance) => void
}

const AppearanceContext = createContext<Looking>({ appearance: 'normal', look: () => {} })

export function rememberedAppearance(): Appearance {
  const remembered = recall('appearance')
  return remembered === 'large' || remembered === 'contrast' ? remembered : 'normal'
}

/** `onLook` lets the session write the choice into the profile, so that it follows the person to the next device. */
export function AppearanceProvider({
  onLook,
  children,
}: {
  readonly onLook?: (appearance: Appearance) => void
  readonly children: ReactNode
}) {
  const [appearance, setAppearance] = useState<Appearance>(rememberedAppearance)
  useLayoutEffect(() => {
    document.documentElement.dataset['appearance'] = appearance
  }, [appearance])
  const look = useCallback(
    (next: Appearance) => {
      remember('appearance', next)
      setAppearance(next)
      onLook?.(next)
    },
    [onLook],
  )
  return <AppearanceContext value={useMemo(() => ({ appearance, look }), [appearance, look])}>{children}</AppearanceContext>
}

export const useAppearance = (): Looking => useContext(AppearanceContext)
