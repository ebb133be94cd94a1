import type { endAssisting as contract } from '@ronghe/contract/people/assist.ts'
import { useEffect, useState } from 'react'
import { type Callable, call } from '../api.ts'
import { useWords } from '../platform/language/language.tsx'
import { recall, remember } from '../platform/memory.ts'
import { forgetEverything } from '../platform/offline/store.ts'
import { placeOf } from '../platform/place.ts'
import { useSession } from '../platform/session/session.tsx'
import { Button } from '../ui/Button.tsx'
import { Banner } from '../ui/Notice.tsx'
import { toast } from '../ui/Toast.tsx'
import { uiWords } from '../ui/words/words.ts'
import { shellWords } from './words/words.ts'

/** By type and address only, since the banner belongs to every page. */
export const endAssisting: Callable<typeof contract> = { id: 'people.assist.end', method: 'POST', path: '/api/v1/assist/end' }

/** While a clerk acts for somebody: for whom, in which matter, for how long still, and the way out. At the end the desk opens again. */
export function AssistedBanner() {
  const { person } = useSession()
  return person?.session === 'assisted' ? <Assisted name={person.name ?? ''} matter={person.matter ?? ''} /> : null
}

function Assisted({ name, matter }: { readonly name: string; readonly matter: string }) {
  const w = useWords(shellWords)
  const ui = useWords(uiWords)
  const [minutes, setMinutes] = useState(minutesLeft)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => {
      const left = minutesLeft()
      setMinutes(left)
      // The cookie is gone by now: the next page is the clerk's own.
      if (left === 0) void toDesk()
    }, 10_000)
    return () => clearInterval(timer)
  }, [])
  const end = (): void => {
    setBusy(true)
    call(endAssisting).then(toDesk, () => {
      setBusy(false)
      toast(ui.offlineTitle)
    })
  }
  return (
    <Banner icon="attention">
      {w.assisting(name, matter)} {minutes !== undefined && w.assistingLeft(minutes)}{' '}
      <Button kind="quiet" busy={busy} onPress={end}>
        {w.assistingEnd}
      </Button>
    </Banner>
  )
}

/** Unknown where the end was not remembered, as on another device. */
function minutesLeft(): number | undefined {
  const until = recall('assisting-until')
  return until === undefined ? undefined : Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 60_000))
}

/** Nothing typed or read for the person stays on the desk's computer. */
async function toDesk(): Promise<void> {
  remember('assisting-until', undefined)
  remember('session', undefined)
  await forgetEverything()
  location.assign(`${placeOf(location.pathname).prefix}/desk/people`)
}
