import { listMotions, listMyMotions } from '@ronghe/contract/council/motions.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, readingPages } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { MotionItems } from './MotionItems.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

const views = ['open', 'seekingSupport', 'decided'] as const

/** Every motion of a council, for everybody. */
export function Motions() {
  const councilId = useParam('councilId')
  const w = useWords(motionWords)
  const { person } = useSession()
  const [which, setWhich] = useState<(typeof views)[number]>('open')
  const pages = useInfiniteQuery(readingPages(listMotions, { params: { councilId }, query: { which } }))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/council' }} />
      <ButtonRow>
        <LinkButton to="/council/$councilId/motions/new" params={{ councilId }}>
          {w.writeDo}
        </LinkButton>
        {person && (
          <LinkButton kind="quiet" to="/council/my-motions">
            {w.mineDo}
          </LinkButton>
        )}
      </ButtonRow>
      <div className={styles.filter} role="group" aria-label={w.viewsLabel}>
        {views.map((view) => (
          <Button key={view} kind={view === which ? 'main' : 'quiet'} pressed={view === which} onPress={() => setWhich(view)}>
            {w.views[view]}
          </Button>
        ))}
      </div>
      <Paged pages={pages} empty={<EmptyState title={w.empty}>{w.emptyText}</EmptyState>}>
        {(items) => (
          <Card>
            <MotionItems items={items} />
          </Card>
        )}
      </Paged>
    </>
  )
}

/** What I wrote, drafts too, and what I support: for me alone. */
export function MyMotions() {
  const w = useWords(motionWords)
  return (
    <>
      <PageHeader title={w.mineTitle} lead={w.mineLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(listMyMotions))}>
        {({ written, supported }) => (
          <>
            <Card title={w.written}>
              {written.length === 0 ? <p className="muted">{w.writtenNone}</p> : <MotionItems items={written} />}
            </Card>
            <Card title={w.supported}>
              {supported.length === 0 ? <p className="muted">{w.supportedNone}</p> : <MotionItems items={supported} />}
            </Card>
          </>
        )}
      </Shown>
    </>
  )
}
