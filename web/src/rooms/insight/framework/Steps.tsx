import type { Step } from '@ronghe/contract/insight/framework.ts'
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
          <Link to={step.to as string} className={styles.act}>
            {text(step.act)}
            <Icon name="next" size="1em" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
