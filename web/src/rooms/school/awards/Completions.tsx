import { type Completion, enterAward, listCompletions, offerAwards } from '@ronghe/contract/school/awards.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { usePermission } from '../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choices } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Form } from '../../../ui/Form.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { awardsWords } from './words/words.ts'

/** Who completed the course, by name; confirmed ones decide themselves about the certificate. */
export function Completions() {
  const w = useWords(awardsWords)
  const text = useText()
  const courseId = useParam('courseId')
  return (
    <Shown read={useQuery(reading(listCompletions, { params: { courseId } }))}>
      {({ title, over, items }) => (
        <>
          <PageHeader
            title={w.completions}
            above={text(title)}
            lead={w.completionsLead}
            back={{ to: '/school/courses/$courseId', params: { courseId } }}
          />
          {!over ? (
            <EmptyState title={w.notOver} />
          ) : items.length === 0 ? (
            <EmptyState title={w.nobody} />
          ) : (
            <>
              <Confirm courseId={courseId} items={items} />
              <All courseId={courseId} items={items} />
            </>
          )}
        </>
      )}
    </Shown>
  )
}

interface Part {
  readonly courseId: string
  readonly items: readonly Completion[]
}

function Confirm({ courseId, items }: Part) {
  const w = useWords(awardsWords)
  const open = items.filter(({ completed, state }) => completed && state === null)
  const [chosen, setChosen] = useState<readonly string[]>(open.map(({ personId }) => personId))
  const [tried, setTried] = useState(false)
  const offer = useDeed(offerAwards, { refreshes: [listCompletions], onDone: ({ offered }) => toast(w.confirmed(offered)) })
  if (open.length === 0) return null
  const errors: Readonly<Record<string, string>> = tried && chosen.length === 0 ? { personIds: w.pickOne } : {}
  return (
    <Card>
      <Form
        label={w.confirm}
        busy={offer.isPending}
        error={offer.error}
        errors={errors}
        onSubmit={() => {
          setTried(true)
          if (chosen.length > 0) offer.mutate({ params: { courseId }, body: { personIds: [...chosen] } })
        }}
      >
        <Choices
          label={w.choose}
          name="personIds"
          error={errors['personIds']}
          value={chosen}
          onChange={setChosen}
          options={open.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <Button type="submit" busy={offer.isPending}>
          {w.confirm}
        </Button>
      </Form>
    </Card>
  )
}

function All({ courseId, items }: Part) {
  const w = useWords(awardsWords)
  const manages = usePermission('school.manage')
  const enter = useDeed(enterAward, { refreshes: [listCompletions], onDone: () => toast(w.onPaperDone) })
  return (
    <Card title={w.certificate}>
      {enter.error && <RefusalLine error={enter.error} />}
      <CardList>
        {items.map((item) => (
          <CardItem
            key={item.personId}
            title={item.name}
            second={item.completed ? w.completed : w.notCompleted}
            end={item.state && <Tag tone="quiet">{w.state[item.state]}</Tag>}
            below={
              manages &&
              item.state !== null &&
              item.state !== 'taken' && (
                <ButtonRow>
                  <Button
                    kind="quiet"
                    busy={enter.isPending}
                    onPress={() => enter.mutate({ params: { courseId }, body: { personId: item.personId, take: true } })}
                  >
                    {w.onPaper}
                  </Button>
                </ButtonRow>
              )
            }
          />
        ))}
      </CardList>
    </Card>
  )
}
