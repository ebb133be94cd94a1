import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useText, useWords } from '../platform/language/language.tsx'
import { useSession, useStreetName } from '../platform/session/session.tsx'
import { useSignOut } from '../platform/session/sign-out.ts'
import { Icon } from '../ui/Icon.tsx'
import { toast } from '../ui/Toast.tsx'
import { uiWords } from '../ui/words/words.ts'
import { type DeskPlace, inSections } from './desk-places.ts'
import styles from './desk.module.css'
import { Switches } from './Switches.tsx'
import { shellWords } from './words/words.ts'

/** Whose desk it is and where one may go from it; folded away behind a button on a narrow screen. */
export function DeskSide({
  places,
  onPalette,
  onKeyboard,
}: {
  readonly places: readonly DeskPlace[]
  readonly onPalette: () => void
  readonly onKeyboard: () => void
}) {
  const w = useWords(shellWords)
  const ui = useWords(uiWords)
  const text = useText()
  const street = useStreetName()
  const { person } = useSession()
  const signOut = useSignOut()
  const [open, setOpen] = useState(false)
  const list = useRef<HTMLElement>(null)
  const where = useRouterState({ select: ({ location }) => location.pathname })
  // A post with many places: the one that is open is always among those in sight.
  useEffect(() => {
    // In braces: newer browsers answer scrolling with a promise, which an effect must not return.
    void list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [where, places.length])
  return (
    <aside className={styles.side} data-open={open || undefined}>
      <div className={styles.head}>
        <div>
          <strong>
            {street} · {w.desk}
          </strong>
          <span>{person?.name}</span>
          <Switches onDark />
        </div>
        <button type="button" className={styles.menuButton} aria-expanded={open} aria-label={w.deskNav} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'close' : 'menu'} />
        </button>
      </div>
      <nav ref={list} aria-label={w.deskNav}>
        {inSections(places).map((section) => (
          <div key={section.name?.['zh-CN'] ?? ''}>
            {section.name && <h2 className={styles.section}>{text(section.name)}</h2>}
            <ul>
              {section.places.map((place) => (
                <li key={place.to}>
                  <Link to={place.to} className={styles.place} onClick={() => setOpen(false)}>
                    <span>{text(place.label)}</span>
                    {place.count && (
                      <span>
                        <place.count />
                      </span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={styles.tools}>
        <button type="button" className={styles.tool} onClick={onPalette}>
          <Icon name="search" /> {w.palette} <kbd>Ctrl K</kbd>
        </button>
        <button type="button" className={styles.tool} onClick={onKeyboard}>
          <Icon name="keyboard" /> {ui.keyboard} <kbd>?</kbd>
        </button>
        {person && (
          <button type="button" className={styles.tool} onClick={() => void signOut().catch(() => toast(ui.offlineTitle))}>
            <Icon name="leave" /> {w.signOut}
          </button>
        )}
      </div>
    </aside>
  )
}
