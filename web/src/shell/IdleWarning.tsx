import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useWords } from '../platform/language/language.tsx'
import { sessionQuery } from '../platform/session/session.tsx'
import { useSignOut } from '../platform/session/sign-out.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { shellWords } from './words/words.ts'

/** The server ends a desk session after 20 idle minutes (S6); asking 3 minutes before keeps half-done work from meeting a closed door. */
const warnAfter = 17 * 60_000
const minutesLeft = 3
const signsOfLife = ['pointerdown', 'keydown', 'scroll'] as const

export function IdleWarning() {
  const w = useWords(shellWords)
  const client = useQueryClient()
  const signOut = useSignOut()
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    if (idle) return
    let timer = setTimeout(() => setIdle(true), warnAfter)
    const again = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setIdle(true), warnAfter)
    }
    for (const sign of signsOfLife) addEventListener(sign, again, { passive: true, capture: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signsOfLife) removeEventListener(sign, again, { capture: true })
    }
  }, [idle])
  useEffect(() => {
    if (!idle) return
    const timer = setTimeout(
      () => void signOut({ keepDrafts: true }).catch(() => client.invalidateQueries({ queryKey: sessionQuery.queryKey })),
      minutesLeft * 60_000,
    )
    return () => clearTimeout(timer)
  }, [idle, signOut, client])
  const stay = (): void => {
    setIdle(false)
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey }) // a request is what keeps the session alive
  }
  return (
    <Dialog title={w.idleTitle} open={idle} onClose={stay}>
      <p>{w.idleText(minutesLeft)}</p>
      <Button onPress={stay}>{w.idleStay}</Button>
    </Dialog>
  )
}
