import { readService } from '@ronghe/contract/station/services.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { useParam } from '../../platform/params.ts'
import { reading } from '../../platform/queries.ts'
import { ButtonRow } from '../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ReadAloud } from '../../ui/ReadAloud.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { DocumentNeeds } from './DocumentNeeds.tsx'
import { lawDay } from './law-day.ts'
import styles from './station.module.css'
import { WhoMay } from './WhoMay.tsx'
import { servicesWords } from './words/services/words.ts'
import { Standing } from './ServiceStanding.tsx'
import { Ways } from './ServiceWays.tsx'

type Read = ReplyOf<typeof readService>

/** One service in the words of a neighbour: who may, what to bring, how long, where, and what it is based on. */
export function ServiceGuide() {
  const key = useParam('key')
  return <Shown read={useKept(reading(readService, { params: { key } }))}>{(found) => <Guide found={found} />}</Shown>
}

function Guide({ found }: { readonly found: Read }) {
  const w = useWords(servicesWords)
  const text = useText()
  const format = useFormat()
  const { language } = useLanguage()
  const { definition, agreement, related } = found
  const { guide } = definition
  const aloud = [
    text(definition.name),
    text(definition.summary),
    ...guide.sections.map((section) => `${text(section.title)}\n${text(section.text)}`),
  ]
  return (
    <>
      <PageHeader title={text(definition.name)} lead={text(definition.summary)} back={{ to: '/services', label: w.title }} />
      <Standing found={found} />
      {found.notOffered === null && <Ways definition={definition} />}
      <WhoMay whoMay={definition.whoMay} />
      <Card title={w.facts}>
        <Facts facts={factsOf(found, { w, text, days: format.workingDays })} />
        {agreement && (
          <p className={styles.below}>
            {agreement.endsOn
              ? w.agreementUntil(text(agreement.title), format.day(agreement.endsOn))
              : w.agreementOpen(text(agreement.title))}{' '}
            <Link to="/agreements">{w.agreements}</Link>
          </p>
        )}
      </Card>
      <DocumentNeeds documents={definition.documents} />
      <Card title={w.steps}>
        <Timeline
          steps={definition.steps.map((step) => ({
            key: step.id,
            title: text(step.title),
            when: [w.by[step.by], step.workingDays && format.workingDays(step.workingDays)].filter(Boolean).join(' · '),
            ...(step.text && { detail: text(step.text) }),
            state: 'done' as const,
          }))}
        />
      </Card>
      {guide.sections.map((section) => (
        <Card key={section.id} title={text(section.title)}>
          <p>{text(section.text)}</p>
        </Card>
      ))}
      <ButtonRow>
        <ReadAloud text={aloud.join('\n')} />
      </ButtonRow>
      <Card title={w.where} className={styles.after}>
        <CardList>
          {definition.where.map((place) => (
            <CardItem
              key={place.name['zh-CN']}
              title={text(place.name)}
              second={
                <>
                  {text(place.address)}
                  <br />
                  {text(place.hours)}
                  {place.phone && (
                    <>
                      <br />
                      <a href={`tel:${place.phone.replaceAll('-', '')}`}>{place.phone}</a>
                    </>
                  )}
                </>
              }
            />
          ))}
        </CardList>
      </Card>
      <Card title={w.sources}>
        <ul className={styles.plainList}>
          {guide.sources.map((source) => (
            <li key={source.title['zh-CN']}>
              {text(source.title)} <span className="muted small">{lawDay(source.date, language)}</span>
            </li>
          ))}
        </ul>
        <p className="muted small">{w.checked(lawDay(guide.lastChecked, language), lawDay(guide.validUntil, language))}</p>
      </Card>
      {related.length > 0 && (
        <Card title={w.related}>
          <CardList>
            {related.map((other) => (
              <CardItem key={other.key} title={text(other.name)} to="/services/$key" params={{ key: other.key }} />
            ))}
          </CardList>
        </Card>
      )}
    </>
  )
}

function factsOf(
  { definition, departmentName }: Read,
  {
    w,
    text,
    days,
  }: { readonly w: (typeof servicesWords)['en']; readonly text: ReturnType<typeof useText>; readonly days: (days: number) => string },
): readonly (readonly [string, string])[] {
  return [
    [w.result, text(definition.result)],
    [w.fee, text(definition.fee.text)],
    ...(definition.mode === 'case'
      ? ([
          [w.accept, w.acceptDays(days(definition.acceptanceWorkingDays))],
          [w.decide, w.decideDays(days(definition.promisedWorkingDays))],
        ] as const)
      : []),
    [w.who, text(departmentName)],
    [w.channels, definition.channels.map((channel) => w.channelNames[channel]).join(' · ')],
  ]
}
