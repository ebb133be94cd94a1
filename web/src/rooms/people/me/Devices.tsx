import { endOtherSessions, endSession, listSessions } from '@ronghe/contract/people/sessions.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { meWords } from '../words/me/words.ts'
import { Passkeys } from './Passkeys.tsx'
import { SharedNumber } from './SharedNumber.tsx'

export function Devices() {
  const w = useWords(meWords)
  return (
    <>
      <PageHeader title={w.devicesTitle} back={{ to: '/me' }} />
      <Sessions />
      <Passkeys />
      <SharedNumber />
    </>
  )
}

function Sessions() {
  const w = useWords(meWords)
  const format = useFormat()
  const read = useQuery(reading(listSessions))
  const end = useDeed(endSession, { refreshes: [listSessions], onDone: () => toast(w.deviceEnded) })
  const others = useDeed(endOtherSessions, { refreshes: [listSessions], onDone: ({ ended }) => toast(w.deviceOthersDone(ended)) })
  return (
    <Card title={w.devicesHere}>
      <Shown read={read}>
        {({ items }) => (
          <>
            <CardList>
              {items.map((session) => (
                <CardItem
                  key={session.id}
                  title={session.device || w.deviceUnknown}
                  second={
                    session.kind === 'assisted' ? w.deviceAssisted(session.matter ?? '') : w.deviceSeen(format.relative(session.seenAt))
                  }
                  end={
                    session.current ? (
                      <Tag>{w.deviceThis}</Tag>
                    ) : (
                      <Button kind="quiet" onPress={() => end.mutate({ params: { sessionId: session.id } })}>
                        {w.deviceEnd}
                      </Button>
                    )
                  }
                />
              ))}
            </CardList>
            {(end.error ?? others.error) && <RefusalLine error={end.error ?? others.error} />}
            {items.length > 1 ? (
              <Button kind="quiet" wide busy={others.isPending} onPress={() => others.mutate({})}>
                {w.deviceOthers}
              </Button>
            ) : (
              <p className="muted small">{w.devicesOnly}</p>
            )}
          </>
        )}
      </Shown>
    </Card>
  )
}
