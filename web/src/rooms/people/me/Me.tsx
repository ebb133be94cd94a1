import { listMessages } from '@ronghe/contract/people/messages.ts'
import { deskPosts, type PostKind } from '@ronghe/contract/posts.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/language/language.tsx'
import { placeOf } from '../../../platform/place.ts'
import { reading } from '../../../platform/queries.ts'
import { type Person, useSession } from '../../../platform/session/session.tsx'
import { useSignOut } from '../../../platform/session/sign-out.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { Actions } from '../Actions.tsx'
import { meWords } from '../words/me/words.ts'

/** Everything that is mine, in four lists; what waits for me stands on the first page. */
export function Me() {
  const w = useWords(meWords)
  const { person } = useSession()
  if (!person) return null // the route lets nobody in without a session
  if (person.session === 'empty')
    return (
      <>
        <PageHeader title={w.emptySession} lead={w.emptySessionText} />
        <LinkButton to="/sign-in" search={{ next: '/me' }}>
          {w.emptySessionDo}
        </LinkButton>
      </>
    )
  return (
    <>
      <PageHeader title={person.name ?? w.title} plainTitle={w.title} />
      <Posts person={person} />
      <MyMatters />
      <Lines
        title={w.about}
        lines={[
          ['/me/profile', w.profile, w.profileWhat],
          ['/me/group', w.group],
          ['/me/residence', w.residence],
          ['/me/household', w.household],
          ['/me/helpers', w.helpers],
        ]}
      />
      <Lines
        title={w.myData}
        lines={[
          ['/me/data', w.data, w.dataWhat],
          ['/me/consents', w.consents, w.consentsWhat],
          ['/me/access', w.access],
          ['/me/requests', w.requests],
        ]}
      />
      <Lines
        title={w.settings}
        lines={[
          ['/me/message-choice', w.choice],
          ['/me/devices', w.devices],
          ['/me/appearance', w.look, w.lookWhat],
        ]}
      />
      <Lines
        title={w.street}
        lines={[
          ['/organs', w.organs, w.organsWhat],
          ['/notices', w.notices],
          ['/agreements', w.agreements, w.agreementsWhat],
          ['/concerns/answered', w.answered, w.answeredWhat],
        ]}
      />
      <SignOutOrLeave />
    </>
  )
}

function MyMatters() {
  const w = useWords(meWords)
  const { data } = useQuery(reading(listMessages, { query: { limit: 1 } }))
  return (
    <Lines
      title={w.mine}
      lines={[
        ['/messages', w.messages, data && w.messagesWhat(data.unread)],
        ['/me/calendar', w.calendar],
        ['/concerns', w.concerns, w.concernsWhat],
        ['/cases', w.cases, w.casesWhat],
        ['/visit', w.appointments],
        ['/mediation', w.mediation],
        ['/hazards', w.hazards],
        ['/me/certificates', w.certificates],
      ]}
    />
  )
}

function Lines({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly (readonly [to: string, label: string, what?: string])[]
}) {
  return (
    <Card title={title}>
      <CardList>
        {lines.map(([to, label, what]) => (
          <CardItem key={to} to={to} title={label} {...(what !== undefined && { second: <span className="extra">{what}</span> })} />
        ))}
      </CardList>
    </Card>
  )
}

/** A post at a desk has its own door; a lane head's or delegate's work is done on the phone. */
function Posts({ person }: { readonly person: Person }) {
  const w = useWords(meWords)
  const atDesk = person.posts.some(({ kind }) => deskPosts.includes(kind as PostKind))
  const mayCarry = person.permissions.includes('programme.concerns.carry')
  if (person.posts.length === 0) return null
  return (
    <Card title={w.work}>
      <CardList>
        <CardItem to="/me/attest" title={w.attest} second={<span className="extra">{w.attestWhat}</span>} />
        {mayCarry && <CardItem to="/concerns/carried" title={w.carry} />}
      </CardList>
      {atDesk && (
        <LinkButton wide href={`${placeOf(location.pathname).prefix}/desk`}>
          {w.toDesk}
        </LinkButton>
      )}
    </Card>
  )
}

function SignOutOrLeave() {
  const w = useWords(meWords)
  const ui = useWords(uiWords)
  const signOut = useSignOut()
  return (
    <Actions>
      <Button kind="quiet" wide icon="leave" onPress={() => void signOut().catch(() => toast(ui.offlineTitle))}>
        {w.signOut}
      </Button>
      <LinkButton kind="plain" to="/me/leaving">
        {w.leaving}
      </LinkButton>
    </Actions>
  )
}
