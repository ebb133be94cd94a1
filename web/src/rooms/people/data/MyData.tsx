import { correctMyData, type MyData as Kept, readMyData } from '@ronghe/contract/people/my-data.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useNumbers } from '../../../platform/numbers.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { grouped } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { Actions } from '../Actions.tsx'
import { dataWords } from '../words/data/words.ts'
import { TakeCopy } from './TakeCopy.tsx'

export function MyData() {
  const w = useWords(dataWords)
  const numbers = useNumbers()
  return (
    <>
      <PageHeader title={w.dataTitle} lead={w.dataLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(readMyData))}>
        {(data) => (
          <>
            <Known data={data} />
            <NewNumber />
            <Card title={w.take}>
              <p className="muted">{w.takeText}</p>
              <TakeCopy />
            </Card>
            <Remove data={data} />
            <Card title={w.keep}>
              <p>
                {w.keepText(
                  numbers.keeping.caseMonths,
                  numbers.keeping.concernMonths,
                  numbers.keeping.messageDays,
                  numbers.keeping.accessLogDays,
                )}
              </p>
            </Card>
          </>
        )}
      </Shown>
    </>
  )
}

function Known({ data }: { readonly data: Kept }) {
  const w = useWords(dataWords)
  const text = useText()
  const format = useFormat()
  const { groupNames } = useSession()
  const { choice } = data.group
  const community = data.communities.find(({ id }) => id === data.communityId)
  const orNone = (value: string | null | undefined): string => value || w.none
  return (
    <Card title={w.known}>
      <Facts
        facts={[
          [w.name, data.name],
          [w.phone, data.phone ? grouped(data.phone) : w.noPhone],
          [w.language, w.languages[data.language]],
          [w.homeCounty, orNone(data.homeCounty)],
          [w.dialects, orNone(format.list(data.dialects))],
          [w.community, community ? text(community.name) : w.none],
          [w.address, orNone(data.address)],
          [w.group, choice === null ? w.groupNone : choice === 'unstated' ? w.groupUnstated : text(groupNames[choice])],
          [w.since, format.day(data.createdAt)],
        ]}
      />
      <ButtonRow>
        <LinkButton kind="quiet" to="/me/profile">
          {w.correct}
        </LinkButton>
      </ButtonRow>
    </Card>
  )
}

/** A number is changed face to face by two colleagues: whoever finds a lost phone must not be able to take the account along. */
function NewNumber() {
  const w = useWords(dataWords)
  const numbers = useNumbers()
  return (
    <Card title={w.newNumber}>
      <p>{w.newNumberText(numbers.signIn.numberChangeDays)}</p>
      <p className="muted">{w.newNumberNotMe}</p>
    </Card>
  )
}

/** What is only kept because the person gave it goes at once, with a way back for a slip. */
function Remove({ data }: { readonly data: Kept }) {
  const w = useWords(dataWords)
  const { homeCounty, dialects, communityId, address } = data
  const put = useDeed(correctMyData, { refreshes: [readMyData], onDone: () => toast(w.restored) })
  const remove = useDeed(correctMyData, {
    refreshes: [readMyData],
    onDone: () => toast(w.removed, () => put.mutate({ body: { homeCounty, dialects, communityId, address } })),
  })
  return (
    <Card title={w.remove}>
      <p className="muted">{w.removeText}</p>
      {remove.error && <RefusalLine error={remove.error} />}
      <Actions>
        <Button
          kind="quiet"
          wide
          busy={remove.isPending}
          onPress={() => remove.mutate({ body: { homeCounty: null, dialects: [], communityId: null, address: null } })}
        >
          {w.removeDo}
        </Button>
        <LinkButton kind="quiet" wide to="/me/requests">
          {w.removePart}
        </LinkButton>
        <LinkButton kind="plain" to="/me/leaving">
          {w.removeAll}
        </LinkButton>
      </Actions>
    </Card>
  )
}
