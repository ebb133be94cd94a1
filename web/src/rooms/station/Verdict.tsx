import type { Eligibility, NeededDocument, ServiceDefinition } from '@ronghe/forms'
import { useText, useWords } from '../../platform/language/language.tsx'
import { ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { type Back, PageHeader } from '../../ui/PageHeader.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { DocumentNeeds } from './DocumentNeeds.tsx'
import { filedElsewhere } from './filed-elsewhere.ts'
import { ServiceLink } from './ServiceLink.tsx'
import { servicesWords } from './words/services/words.ts'

/** The answer to "may I": yes, not yet or not certain, each rule with its own answer and law, and what else is possible. */
export function Verdict({
  definition,
  offered,
  found,
  documents,
  back,
  first,
}: {
  readonly definition: ServiceDefinition
  readonly offered: boolean
  readonly found: Eligibility
  readonly documents: readonly NeededDocument[]
  readonly back: Back
  readonly first: Back
}) {
  const w = useWords(servicesWords)
  const text = useText()
  const elsewhere = filedElsewhere(definition.key)
  const start =
    !offered || definition.mode !== 'case' ? undefined : elsewhere ? (
      <LinkButton wide to={elsewhere.to} search={elsewhere.search} kind={found.verdict === 'no' ? 'quiet' : 'main'}>
        {w.ask}
      </LinkButton>
    ) : (
      <LinkButton wide to="/services/$key/form" params={{ key: definition.key }} kind={found.verdict === 'no' ? 'quiet' : 'main'}>
        {found.verdict === 'no' ? w.tryAnyway : w.fill}
      </LinkButton>
    )
  return (
    <>
      <PageHeader
        title={w.verdict[found.verdict]}
        above={w.mayTitle(text(definition.name))}
        lead={w.verdictText[found.verdict]}
        back={back}
      />
      {found.verdict !== 'no' && start}
      {found.instead.length > 0 && (
        <Card title={w.instead}>
          <CardList>
            {found.instead.map((way) => (
              <CardItem
                key={way.text['zh-CN']}
                title={text(way.text)}
                {...(way.service && { second: <ServiceLink service={way.service} /> })}
              />
            ))}
          </CardList>
        </Card>
      )}
      <Card title={w.reasons}>
        <CardList>
          {found.reasons.map((reason) => {
            const met = reason.met === undefined ? 'unsure' : reason.met ? 'yes' : 'no'
            return (
              <CardItem
                key={reason.rule}
                title={text(reason.text)}
                {...(reason.law && { second: w.law(text(reason.law)) })}
                end={<Tag tone={met === 'yes' ? 'going' : met === 'no' ? 'attention' : 'quiet'}>{w.met[met]}</Tag>}
              />
            )
          })}
        </CardList>
      </Card>
      <DocumentNeeds documents={documents} />
      {found.verdict === 'no' && start && <Notice>{w.tryAnywayText}</Notice>}
      {found.verdict === 'no' && start}
      <ButtonRow>
        <LinkButton kind="plain" to={first.to} {...(first.params && { params: first.params })}>
          {w.changeAnswers}
        </LinkButton>
        <LinkButton kind="plain" to="/services/$key" params={{ key: definition.key }}>
          {w.toGuide}
        </LinkButton>
      </ButtonRow>
    </>
  )
}
