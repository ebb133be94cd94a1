import {
  finishInductionPage,
  InductionPage as Pages,
  readInduction,
  type InductionPage as Page,
} from '@ronghe/contract/council/meeting-polls.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './meetings.module.css'
import { meetingWords } from './words/words.ts'

const pages: readonly Page[] = Pages.options

/** Three pages for a new delegate; where one stopped is one's own. */
export function Induction() {
  const w = useWords(meetingWords)
  const councilId = useParam('councilId')
  const read = useQuery(reading(readInduction))
  return (
    <>
      <PageHeader
        title={w.inductionTitle}
        lead={w.inductionLead}
        back={{ to: '/council/$councilId/meetings', params: { councilId }, label: w.toList }}
      />
      <Shown read={read}>
        {({ done }) => (
          <Card>
            {done.length === pages.length && <Notice>{w.inductionAll}</Notice>}
            <CardList>
              {pages.map((page) => (
                <CardItem
                  key={page}
                  to="/council/$councilId/induction/$page"
                  params={{ councilId, page }}
                  title={w.inductionPages[page]}
                  end={done.includes(page) && <Tag tone="quiet">{w.inductionDone}</Tag>}
                />
              ))}
            </CardList>
          </Card>
        )}
      </Shown>
    </>
  )
}

export function InductionPage() {
  const w = useWords(meetingWords)
  const councilId = useParam('councilId')
  const asked = useParam('page')
  const page = pages.find((one) => one === asked)
  const navigate = useNavigate()
  const next = page && pages[pages.indexOf(page) + 1]
  const finish = useDeed(finishInductionPage, {
    refreshes: [readInduction],
    onDone: () =>
      void navigate({
        to: (next ? '/council/$councilId/induction/$page' : '/council/$councilId/induction') as string,
        params: { councilId, ...(next && { page: next }) } as never,
      }),
  })
  const back = { to: '/council/$councilId/induction', params: { councilId }, label: w.inductionTitle }
  if (!page)
    return (
      <>
        <PageHeader title={w.inductionTitle} back={back} />
        <EmptyState title={w.inductionLead} />
      </>
    )
  const words = w.induction[page]
  return (
    <>
      <PageHeader title={w.inductionPages[page]} back={back} />
      <Card className={styles.reading}>
        {words.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <ReadAloud text={words.join('\n')} />
      </Card>
      {finish.error && <RefusalLine error={finish.error} />}
      <ButtonRow>
        <Button busy={finish.isPending} onPress={() => finish.mutate({ params: { page } })}>
          {next ? w.inductionNext : w.inductionFinish}
        </Button>
      </ButtonRow>
    </>
  )
}
