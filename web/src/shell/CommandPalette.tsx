import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useText, useWords } from '../platform/language/language.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import field from '../ui/field.module.css'
import overlay from '../ui/overlay.module.css'
import type { DeskPlace } from './desk-places.ts'
import { shellWords } from './words/words.ts'

/** Ctrl+K: the first letters of a place, arrows, Enter. */
export function CommandPalette({ places, onClose }: { readonly places: readonly DeskPlace[]; readonly onClose: () => void }) {
  const w = useWords(shellWords)
  const text = useText()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = places.filter((place) => matches(`${place.label['zh-CN']} ${place.label.en ?? ''} ${place.to}`, typed))
  const go = (place: DeskPlace): void => {
    onClose()
    void navigate({ to: place.to })
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((at + step + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter' && found[at]) go(found[at])
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={w.palette} open onClose={onClose} startAt={input}>
      <input
        ref={input}
        className={field.input}
        value={typed}
        placeholder={w.palettePlaceholder}
        aria-label={w.palettePlaceholder}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette"
        aria-activedescendant={found[at] && `palette-${at}`}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <div id="palette" role="listbox" aria-label={w.palette}>
        {found.map((place, index) => (
          <div
            key={place.to}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            data-highlighted={index === at || undefined}
            className={overlay.menuItem}
            onPointerMove={() => setAt(index)}
            onClick={() => go(place)}
            onKeyDown={onKey}
          >
            {text(place.label)}
            {place.section && <span className="muted small">{text(place.section)}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="muted">{w.paletteNothing}</p>}
    </Dialog>
  )
}

const matches = (place: string, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => place.toLowerCase().includes(part))
