import { listWaves } from '@ronghe/contract/insight/survey-desk.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { surveyWords } from './words/words.ts'

/** The waves at the desk, and the two things that begin one. */
export function Waves() {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.deskLead} />
      <ButtonRow>
        <LinkButton to="/survey/plan">{w.plan}</LinkButton>
        <LinkButton kind="quiet" to="/survey/questionnaires">
          {w.questionnaires}
        </LinkButton>
        <LinkButton kind="quiet" to="/survey/paper">
          {w.paper}
        </LinkButton>
        <LinkButton kind="quiet" href="/survey/field">
          {w.field}
        </LinkButton>
      </ButtonRow>
      <Notice>{w.organJudged}</Notice>
      <Shown read={useQuery(reading(listWaves))}>
        {({ waves }) =>
          waves.length === 0 ? (
            <EmptyState title={w.noWaves}>{w.noWavesText}</EmptyState>
          ) : (
            <Card>
              <CardList>
                {waves.map((wave) => (
                  <CardItem
                    key={wave.id}
                    to="/survey/waves/$waveId"
                    params={{ waveId: wave.id }}
                    title={text(wave.title)}
                    second={`${w.days(format.day(wave.opensOn), format.day(wave.closesOn))} · ${w.doorsOnly(format.count(wave.doors))} · ${text(wave.questionnaire.title)} ${w.version(wave.questionnaire.version)}`}
                    end={<Tag tone={wave.state === 'open' ? 'attention' : 'quiet'}>{w.states[wave.state]}</Tag>}
                  />
                ))}
              </CardList>
            </Card>
          )
        }
      </Shown>
    </>
  )
}
