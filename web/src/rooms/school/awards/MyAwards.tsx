import { answerAward, listMyAwards, type MyAward } from '@ronghe/contract/school/awards.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { awardsWords } from './words/words.ts'

/** Certificates I may take or leave. */
export function MyAwards() {
  const w = useWords(awardsWords)
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/school' }} />
      <Shown read={useQuery(reading(listMyAwards))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.none}>{w.noneNext}</EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map((award) => (
                  <One key={award.courseId} award={award} />
                ))}
              </CardList>
            </Card>
          )
        }
      </Shown>
    </>
  )
}

function One({ award }: { readonly award: MyAward }) {
  const w = useWords(awardsWords)
  const text = useText()
  const answer = useDeed(answerAward, { refreshes: [listMyAwards], onDone: ({ state }) => toast(state === 'taken' ? w.taken : w.left) })
  const say = (take: boolean) => answer.mutate({ params: { courseId: award.courseId }, body: { take } })
  return (
    <CardItem
      title={text(award.title)}
      end={<Tag tone={award.state === 'offered' ? 'attention' : 'quiet'}>{w.state[award.state]}</Tag>}
      below={
        <>
          {answer.error && <RefusalLine error={answer.error} />}
          <ButtonRow>
            {award.certificateId ? (
              <LinkButton to="/me/certificates/$certificateId" params={{ certificateId: award.certificateId }}>
                {w.see}
              </LinkButton>
            ) : (
              <Button busy={answer.isPending} onPress={() => say(true)}>
                {w.take}
              </Button>
            )}
            {award.state === 'offered' && (
              <Button kind="quiet" busy={answer.isPending} onPress={() => say(false)}>
                {w.leave}
              </Button>
            )}
          </ButtonRow>
        </>
      }
    />
  )
}
