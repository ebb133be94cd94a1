import { listMyCases, type MyCaseLine } from '@ronghe/contract/station/cases.ts'
import { listDrafts } from '@ronghe/contract/station/forms.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { reading } from '../../platform/queries.ts'
import { OutboxCard } from '../../shell/OutboxCard.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { caseTag } from './case-tag.ts'
import { casesWords } from './words/cases/words.ts'

const ended: readonly string[] = ['closed', 'rated', 'withdrawn']

/** Everything of mine at the station: forms begun, filings that wait for a line, cases going on and finished. */
export function MyCases() {
  const w = useWords(casesWords)
  const cases = useKept(reading(listMyCases, { query: { limit: 100 } }))
  return (
    <>
      <PageHeader title={w.title} lead={<span className="extra">{w.lead}</span>} />
      <OutboxCard />
      <Drafts />
      <Shown read={cases}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.none} next={<LinkButton to="/services">{w.toServices}</LinkButton>}>
              {w.noneText}
            </EmptyState>
          ) : (
            <>
              <Card title={w.open}>
                <Lines lines={items.filter(({ state }) => !ended.includes(state))} empty={w.openNone} />
              </Card>
              {items.some(({ state }) => ended.includes(state)) && (
                <Card title={w.ended}>
                  <Lines lines={items.filter(({ state }) => ended.includes(state))} />
                </Card>
              )}
            </>
          )
        }
      </Shown>
      <Card title={w.appointments}>
        <CardList>
          <CardItem title={w.seeVisit} to="/visit" />
          <CardItem title={w.mediation} to="/mediation" />
        </CardList>
      </Card>
    </>
  )
}

function Drafts() {
  const w = useWords(casesWords)
  const text = useText()
  const format = useFormat()
  const { data } = useKept(reading(listDrafts))
  if (!data || data.items.length === 0) return null
  return (
    <Card title={w.drafts}>
      <CardList>
        {data.items.map((draft) => (
          <CardItem
            key={draft.key}
            title={text(draft.name)}
            second={w.draftSavedAt(format.relative(draft.savedAt))}
            to="/services/$key/form"
            params={{ key: draft.key }}
          />
        ))}
      </CardList>
    </Card>
  )
}

function Lines({ lines, empty }: { readonly lines: readonly MyCaseLine[]; readonly empty?: string }) {
  const w = useWords(casesWords)
  const text = useText()
  if (lines.length === 0) return <p className="muted">{empty}</p>
  return (
    <CardList>
      {lines.map((line) => {
        const tag = caseTag(w, line.state, line.outcome)
        return (
          <CardItem
            key={line.id}
            title={text(line.service)}
            second={line.forPerson ? `${w.forPerson(line.forPerson)} · ${line.line}` : line.line}
            end={<Tag tone={tag.tone}>{tag.words}</Tag>}
            to="/cases/$caseId"
            params={{ caseId: line.id }}
          />
        )
      })}
    </CardList>
  )
}
