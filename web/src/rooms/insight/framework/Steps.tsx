import type { Step } from '@ronghe/contract/insight/framework.ts'
import type { ReactNode } from 'react'
import { placeOf } from '../../../platform/place.ts'
import { Link } from '@tanstack/react-router'
import { useText } from '../../../platform/language/language.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import styles from './framework.module.css'

/** What could be done next: why, and the way there. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const text = useText()
  return (
    <ul className={styles.steps}>
      {steps.map((step) => (
        <li key={`${step.rule} ${step.to} ${text(step.sentence)}`}>
          <span>{text(step.sentence)}</span>
          <Way step={step}>
            {text(step.act)}
            <Icon name="next" size="1em" />
          </Way>
        </li>
      ))}
    </ul>
  )
}

/** Within the same door the page stays; what only residents' pages have opens theirs. */
function Way({ step, children }: { readonly step: Step; readonly children: ReactNode }) {
  const { door, prefix } = placeOf(window.location.pathname)
  if (door === step.door)
    return (
      <Link to={step.to as string} className={styles.act}>
        {children}
      </Link>
    )
  return (
    <a href={`${prefix}${step.door === 'desk' ? '/desk' : ''}${step.to}`} className={styles.act}>
      {children}
    </a>
  )
}
