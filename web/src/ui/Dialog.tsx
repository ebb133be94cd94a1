import { lazy, type ReactNode, type RefObject, Suspense, useState } from 'react'

export interface Surface {
  readonly title: ReactNode
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** `sheet` comes up from the lower edge, within reach of a thumb. */
  readonly kind?: 'dialog' | 'sheet'
  /** Where the focus goes first; the first thing that can be pressed, if not said. */
  readonly startAt?: RefObject<HTMLElement | null>
}

const DialogSurface = lazy(async () => ({ default: (await import('./DialogSurface.tsx')).DialogSurface }))

/** Holds the focus until it is closed and gives it back afterwards. Its code is fetched when the first one opens. */
export function Dialog(props: Surface) {
  const [everOpen, setEverOpen] = useState(props.open)
  if (props.open && !everOpen) setEverOpen(true)
  return everOpen ? (
    <Suspense fallback={null}>
      <DialogSurface {...props} />
    </Suspense>
  ) : null
}

export const Sheet = (props: Omit<Surface, 'kind'>) => <Dialog {...props} kind="sheet" />
