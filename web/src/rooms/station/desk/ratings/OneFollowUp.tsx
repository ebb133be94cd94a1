import { openFollowUpPhone, readFollowUp } from '@ronghe/contract/station/ratings.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../api.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { TwoColumns } from '../../../../shell/ListDetail.tsx'
import { Button, LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { FollowUpSteps } from './FollowUpSteps.tsx'
import type { OneFollowUp as FollowUp } from './FollowUps.tsx'
import styles from './ratings.module.css'
import { ratingsWords } from './words/words.ts'

/** One bad rating: what was said, by when to call and to put it right, and what was done. */
export function OneFollowUp() {
  const followUpId = useParam('followUpId')
  return (
    <Shown read={useQuery(reading(readFollowUp, { params: { followUpId } }))}>{(item) => <Whole key={followUpId} item={item} />}</Shown>
  )
}

function Whole({ item }: { readonly item: FollowUp }) {
  const w = useWords(ratingsWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      <PageHeader
        title={`${text(item.service)} · ${w.levels[item.level as keyof typeof w.levels]}`}
        above={`${w.kinds[item.kind]} · ${format.moment(item.at)}`}
        beside={<Tag tone={item.late ? 'alert' : 'going'}>{item.late ? w.late : w.states[item.state]}</Tag>}
        back={{ to: '/ratings', label: w.back }}
      />
      <TwoColumns
        beside={
          <Card title={w.passed}>
            {item.events.length === 0 ? (
              <p className="muted">{w.noEvents}</p>
            ) : (
              <Timeline
                steps={item.events.map(({ at, kind, words }, place) => ({
                  key: String(place),
                  title: (w.happened as Readonly<Record<string, string>>)[kind] ?? kind,
                  when: format.moment(at),
                  ...(words !== null && { detail: words }),
                }))}
              />
            )}
          </Card>
        }
      >
        <Card title={w.said}>
          <p className={styles.words}>{item.words ?? w.saidNothing}</p>
          {item.outcome && <p>{w.outcomes[item.outcome]}</p>}
          <p className="muted">
            {[
              item.called === null ? w.callBy(format.day(item.callBy)) : w.called(format.moment(item.called)),
              w.fixBy(format.day(item.fixBy)),
            ].join(' · ')}
          </p>
          {item.caseId === null ? (
            <p className="muted small">{w.visitNote}</p>
          ) : (
            <LinkButton kind="plain" to="/cases/$view/$caseId" params={{ view: 'all', caseId: item.caseId }}>
              {w.openCase}
            </LinkButton>
          )}
          <p className="muted small extra">{w.notRated}</p>
        </Card>
        {item.mayCall ? <Whom id={item.id} /> : <Notice>{w.mayNotCall}</Notice>}
        <FollowUpSteps item={item} />
      </TwoColumns>
    </>
  )
}

/** Name and number of the giver, asked for by a press and kept as a look. */
function Whom({ id }: { readonly id: string }) {
  const w = useWords(ratingsWords)
  const [asked, setAsked] = useState(false)
  const read = useQuery({
    queryKey: [openFollowUpPhone.id, id],
    queryFn: ({ signal }) => call(openFollowUpPhone, { params: { followUpId: id }, signal }),
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <Card title={w.whom}>
      {read.error && <RefusalLine error={read.error} />}
      {read.data ? (
        <>
          <p className={styles.words}>
            {read.data.name} {read.data.phone === null ? w.noPhone : <a href={`tel:${read.data.phone}`}>{read.data.phone}</a>}
          </p>
          <p className="muted small" role="status">
            {w.phoneRecorded}
          </p>
        </>
      ) : (
        <Button kind="quiet" icon="eye" busy={read.isFetching} onPress={() => setAsked(true)}>
          {w.openPhone}
        </Button>
      )}
    </Card>
  )
}
