import type { ServiceDefinition } from '@ronghe/forms'
import { useWords } from '../../platform/language/language.tsx'
import { ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { filedElsewhere } from './filed-elsewhere.ts'
import styles from './station.module.css'
import { servicesWords } from './words/services/words.ts'

/** How to begin: the form, the letter, "may I", a time at the desk, paper. */
export function Ways({ definition }: { readonly definition: ServiceDefinition }) {
  const w = useWords(servicesWords)
  const { key } = definition
  const params = { key }
  const elsewhere = filedElsewhere(key)
  return (
    <div className={styles.ways}>
      {elsewhere ? (
        <LinkButton wide to={elsewhere.to} search={elsewhere.search}>
          {elsewhere.to === '/mediation/new' ? w.ask : w.report}
        </LinkButton>
      ) : definition.mode === 'case' ? (
        <LinkButton wide to="/services/$key/form" params={params}>
          {w.fill}
        </LinkButton>
      ) : (
        definition.letter && (
          <LinkButton wide to="/services/$key/letter" params={params}>
            {w.write}
          </LinkButton>
        )
      )}
      {definition.eligibility.length > 0 && (
        <LinkButton wide kind="quiet" to="/services/$key/may" params={params}>
          {w.mayDo}
        </LinkButton>
      )}
      <ButtonRow>
        {definition.channels.includes('appointment') && (
          <LinkButton kind="plain" icon="calendar" to="/visit/book" search={{ service: key }}>
            {w.book}
          </LinkButton>
        )}
        {definition.mode === 'case' && !elsewhere && (
          <LinkButton kind="plain" icon="print" to="/services/$key/paper" params={params}>
            {w.paper}
          </LinkButton>
        )}
      </ButtonRow>
    </div>
  )
}
