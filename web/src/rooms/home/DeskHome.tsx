import { Link } from '@tanstack/react-router'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useSession } from '../../platform/session/session.tsx'
import { inSections, useDeskPlaces } from '../../shell/desk-places.ts'
import { waitsForSecondFactor } from '../../shell/Failures.tsx'
import { shellWords } from '../../shell/words/words.ts'
import { Card } from '../../ui/Card.tsx'
import card from '../../ui/card.module.css'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProveButton } from '../../ui/Refusal.tsx'
import { uiWords } from '../../ui/words/words.ts'
import styles from './home.module.css'
import { homeWords } from './words/words.ts'

/** The first page at the desk: the places that today's posts open, matter by matter, with what waits in each. */
export function DeskHome() {
  const w = useWords(shellWords)
  const text = useText()
  const session = useSession()
  const ui = useWords(uiWords)
  const home = useWords(homeWords)
  const places = useDeskPlaces()
  if (waitsForSecondFactor(session))
    return (
      <>
        <PageHeader title={w.secondFactorTitle} lead={w.secondFactorText} />
        <ProveButton to="/second-factor" label={ui.secondFactorDo} />
      </>
    )
  return (
    <>
      <PageHeader title={w.desk} lead={places.length > 0 ? w.deskWelcome(session.person?.name ?? '') : undefined} />
      {places.length === 0 ? (
        <EmptyState title={w.deskEmpty}>{w.deskEmptyText}</EmptyState>
      ) : (
        <div className={styles.places}>
          {inSections(places).map((section) => (
            <Card key={section.name?.['zh-CN'] ?? ''} title={section.name ? text(section.name) : home.deskNow}>
              <ul className={card.list}>
                {section.places.map((place) => (
                  <li key={place.to}>
                    <Link to={place.to} className={card.item}>
                      <span className={card.main}>{text(place.label)}</span>
                      {place.count && (
                        <strong className={styles.waits}>
                          <place.count />
                        </strong>
                      )}
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
      )}
    </>
  )
}
