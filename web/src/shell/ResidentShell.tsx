import { Link, Outlet } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useText, useWords } from '../platform/language/language.tsx'
import { useSending } from '../platform/offline/outbox.ts'
import type { Filing } from '../platform/offline/store.ts'
import { useSession, useStreetName } from '../platform/session/session.tsx'
import { classNames } from '../ui/class-names.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { toast, Toasts } from '../ui/Toast.tsx'
import { AssistedBanner } from './AssistedBanner.tsx'
import { NewVersion } from './NewVersion.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import styles from './resident.module.css'
import { Switches } from './Switches.tsx'
import bar from './top-bar.module.css'
import { shellWords } from './words/words.ts'

/** The phone's frame: street and switches above, four places below, the page between. */
export function ResidentShell() {
  const w = useWords(shellWords)
  const street = useStreetName()
  const onSent = useCallback((filing: Filing) => toast(w.sent(filing.title)), [w])
  useSending(onSent)
  return (
    <div className={styles.page}>
      <a className={bar.skip} href="#main">
        {w.skip}
      </a>
      <header className={bar.bar} data-frame="">
        <Link to="/" className={bar.street}>
          <img src="/icons/leaf.svg" alt="" className="screen-only" />
          {street}
          <span className={classNames(bar.app, 'extra')}>· {w.appName}</span>
        </Link>
        <Switches />
      </header>
      <div className={styles.banner}>
        <AssistedBanner />
        <OfflineBanner />
        <NewVersion />
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
        <Footer />
      </main>
      <Places />
      <Toasts />
    </div>
  )
}

function Places() {
  const w = useWords(shellWords)
  const { modules } = useSession()
  const places: readonly (readonly [to: string, label: string, icon: IconName])[] = [
    ['/', w.home, 'home'],
    ['/services', w.services, 'services'],
    ...(modules.council ? ([['/council', w.council, 'council']] as const) : []),
    ['/me', w.me, 'me'],
  ]
  return (
    <nav className={classNames(styles.nav, 'screen-only')} aria-label={w.mainNav}>
      <ul>
        {places.map(([to, label, icon]) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === '/' }}>
              <Icon name={icon} />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const said = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

/** Whom to ring and who answers for the page: filled in by whoever runs it. */
function Footer() {
  const w = useWords(shellWords)
  const text = useText()
  const { clerkPhone: phone, ...texts } = useSession().texts
  const lines = [
    text(texts.clerkHours),
    said(text(texts.controllerName), text(texts.controllerContact)),
    said(texts.icpNumber, texts.policeNumber),
    isSecureContext ? '' : w.insecure,
  ].filter((line) => line !== '')
  if (!phone && lines.length === 0) return null
  return (
    <footer className={styles.footer} data-frame="">
      {phone && (
        <p>
          {w.clerkPhone} <a href={`tel:${phone}`}>{phone}</a>
        </p>
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </footer>
  )
}
