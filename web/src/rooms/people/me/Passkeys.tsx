import { addPasskey, beginPasskey, listPasskeys, removePasskey } from '@ronghe/contract/people/passkeys.ts'
import { startRegistration } from '@simplewebauthn/browser'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed, useRefresh } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { passkeysPossible } from '../sign-in/passkey.ts'
import { meWords } from '../words/me/words.ts'

export function Passkeys() {
  const w = useWords(meWords)
  const format = useFormat()
  const read = useQuery(reading(listPasskeys))
  const remove = useDeed(removePasskey, { refreshes: [listPasskeys], onDone: () => toast(w.passkeyRemoved) })
  return (
    <Card title={w.passkeys}>
      <p className="muted">{w.passkeysText}</p>
      <Shown read={read}>
        {({ possible, items }) => (
          <>
            {items.length > 0 && (
              <CardList>
                {items.map((passkey) => (
                  <CardItem
                    key={passkey.id}
                    title={w.passkeyName(passkey.label)}
                    second={w.passkeyMade(format.relative(passkey.createdAt))}
                    end={
                      <Button kind="quiet" onPress={() => remove.mutate({ params: { passkeyId: passkey.id } })}>
                        {w.passkeyRemove}
                      </Button>
                    }
                  />
                ))}
              </CardList>
            )}
            {remove.error && <RefusalLine error={remove.error} />}
            {possible && passkeysPossible() ? <AddPasskey /> : <Notice>{w.passkeysNot}</Notice>}
          </>
        )}
      </Shown>
    </Card>
  )
}

/** The device asks for finger, face or lock; what it makes goes to the server. Closing its dialogue is no mishap. */
function AddPasskey() {
  const w = useWords(meWords)
  const refresh = useRefresh()
  const [state, setState] = useState<{ readonly busy: boolean; readonly closed?: boolean; readonly error?: unknown }>({ busy: false })
  const add = async (): Promise<void> => {
    setState({ busy: true })
    try {
      const { challengeId, options } = await call(beginPasskey)
      const answer = await startRegistration({ optionsJSON: options as never }).catch(() => undefined)
      if (answer === undefined) return setState({ busy: false, closed: true })
      await call(addPasskey, { body: { challengeId, answer: answer as never } })
      setState({ busy: false })
      toast(w.passkeyAdded)
      await refresh(listPasskeys)
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <>
      {state.closed && <p className="muted">{w.passkeyClosed}</p>}
      {state.error !== undefined && <RefusalLine error={state.error} />}
      <Button kind="quiet" wide busy={state.busy} onPress={() => void add()}>
        {w.passkeyAdd}
      </Button>
    </>
  )
}
