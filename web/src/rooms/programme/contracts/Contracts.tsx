import { listContracts } from '@ronghe/contract/programme/contracts.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useWayBack } from '../way-back.ts'
import styles from './contracts.module.css'
import { toneOf } from './tones.ts'
import { contractWords } from './words/words.ts'

/** Every project the street buys, the newest first, and all of it as open data. */
export function Contracts() {
  const w = useWords(contractWords)
  const text = useText()
  const format = useFormat()
  const back = useWayBack()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={back} />
      <Shown read={useQuery(reading(listContracts))}>
        {({ items, paidCents }) =>
          items.length === 0 ? (
            <EmptyState title={w.none} next={<LinkButton to="/concerns/new">{w.speak}</LinkButton>}>
              {w.noneText}
            </EmptyState>
          ) : (
            <>
              <p>{w.paid(format.money(paidCents))}</p>
              <Card className={styles.gap}>
                <CardList>
                  {items.map((project) => (
                    <CardItem
                      key={project.id}
                      to="/contracts/$projectId"
                      params={{ projectId: project.id }}
                      title={text(project.title)}
                      second={[
                        project.number,
                        project.contractor && text(project.contractor.name),
                        (project.contractCents ?? project.budgetCents) !== null &&
                          format.money(project.contractCents ?? project.budgetCents ?? 0),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                      end={<Tag tone={toneOf(project.state)}>{w.states[project.state]}</Tag>}
                    />
                  ))}
                </CardList>
              </Card>
              <Card title={w.openData} className={styles.gap}>
                <div className={styles.actions}>
                  <LinkButton kind="quiet" href="/open-data/contracts.csv">
                    {w.csv}
                  </LinkButton>
                  <LinkButton kind="quiet" href="/open-data/contracts.json">
                    {w.json}
                  </LinkButton>
                </div>
              </Card>
            </>
          )
        }
      </Shown>
    </>
  )
}
