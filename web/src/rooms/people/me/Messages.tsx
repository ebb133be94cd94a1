import { listMessages, type Message, readMessage } from '@ronghe/contract/people/messages.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useNumbers } from '../../../platform/numbers.ts'
import { placeOf } from '../../../platform/place.ts'
import { readingPages, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { meWords } from '../words/me/words.ts'

/** What I was told. A text message outside says only that there is news; here it says what. */
export function Messages() {
  const w = useWords(meWords)
  const numbers = useNumbers()
  const pages = useInfiniteQuery(readingPages(listMessages))
  return (
    <>
      <PageHeader title={w.messagesTitle} back={{ to: '/me' }} />
      <Paged
        pages={pages}
        empty={
          <EmptyState
            title={w.messagesEmpty}
            next={
              <LinkButton kind="quiet" to="/me/message-choice">
                {w.messagesHow}
              </LinkButton>
            }
          >
            {w.messagesEmptyText(numbers.keeping.messageDays)}
          </EmptyState>
        }
      >
        {(items) => items.map((message) => <OneMessage key={message.id} message={message} />)}
      </Paged>
    </>
  )
}

function OneMessage({ message }: { readonly message: z.infer<typeof Message> }) {
  const w = useWords(meWords)
  const format = useFormat()
  const navigate = useNavigate()
  const read = useDeed(readMessage, { refreshes: [listMessages] })
  const mark = (): void => {
    if (message.readAt === null) read.mutate({ params: { messageId: message.id } })
  }
  /** Opening what it is about is reading it. What is about work lies behind the other door. */
  const open = (): void => {
    mark()
    if (/^\/desk(\/|$)/.test(message.link)) location.assign(`${placeOf(location.pathname).prefix}${message.link}`)
    else void navigate({ to: message.link })
  }
  return (
    <Card>
      <p className="muted small">
        {format.moment(message.at)} {message.readAt === null && <Tag tone="attention">{w.messageNew}</Tag>}
      </p>
      <p>{message.text}</p>
      <ButtonRow>
        {message.link !== '' && (
          <Button kind="quiet" onPress={open}>
            {w.messageOpen}
          </Button>
        )}
        {message.readAt === null && (
          <Button kind="plain" busy={read.isPending} onPress={mark}>
            {w.messageRead}
          </Button>
        )}
      </ButtonRow>
    </Card>
  )
}
