import type { Openness, ServiceDefinition } from '@ronghe/forms'
import { useLanguage, useText, useWords } from '../../platform/language/language.tsx'
import { useSession } from '../../platform/session/session.tsx'
import { Card } from '../../ui/Card.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { lawDay } from './law-day.ts'
import styles from './station.module.css'
import { servicesWords } from './words/services/words.ts'

/** Both groups side by side, same order, same size; where one may not, the law says why. */
export function WhoMay({ whoMay }: { readonly whoMay: ServiceDefinition['whoMay'] }) {
  const w = useWords(servicesWords)
  const text = useText()
  const { language } = useLanguage()
  const { groupNames } = useSession()
  const why = (openness: Openness): string | undefined =>
    openness.state === 'closed' ? text(openness.law) : openness.state === 'openOtherPapers' ? text(openness.note) : undefined
  return (
    <Card title={w.whoMay}>
      <div className={styles.pair}>
        {(['newcomer', 'local'] as const).map((group) => (
          <div key={group}>
            <Tag tone={group}>{text(groupNames[group])}</Tag>
            <p>
              <strong>{w[whoMay[group].state]}</strong>
            </p>
            <p className="muted small extra">{w.since(lawDay(whoMay[group].since, language))}</p>
            {why(whoMay[group]) !== undefined && <p className="small">{why(whoMay[group])}</p>}
          </div>
        ))}
      </div>
    </Card>
  )
}
