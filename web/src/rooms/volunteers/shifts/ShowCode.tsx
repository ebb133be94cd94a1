import { showCode } from '@ronghe/contract/volunteers/check-in.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { residentAddress } from '../address.ts'
import styles from '../volunteers.module.css'
import { shiftWords } from './words/words.ts'

/** For the leader's phone, held out or put on a table: a code to scan and six digits, new every half minute. */
export function ShowCode() {
  const w = useWords(shiftWords)
  const text = useText()
  const format = useFormat()
  const params = { shiftId: useParam('shiftId') }
  const read = useQuery({
    ...reading(showCode, { params }),
    staleTime: 0,
    gcTime: 0,
    // Asked for anew a moment after the old one has run out.
    refetchInterval: ({ state }) => (state.data ? state.data.changesInMs - (Date.now() - state.dataUpdatedAt) + 300 : 30_000),
  })
  return (
    <>
      <PageHeader title={w.codeTitle} lead={w.codeLead} back={{ to: '/volunteers/shifts/$shiftId/list', params }} />
      <Shown read={read}>
        {({ title, code, changesInMs, until }) => (
          <Card title={text(title)}>
            <div className={styles.qr}>
              <QrCode text={residentAddress(`/volunteers/shifts/${params.shiftId}/check-in?code=${code}`)} label={w.scan} />
            </div>
            <p className={styles.code}>{code}</p>
            <div className={styles.centre}>
              <Left changesInMs={changesInMs} since={read.dataUpdatedAt} />
              <p className="muted small">{w.codeUntil(format.time(until))}</p>
            </div>
          </Card>
        )}
      </Shown>
    </>
  )
}

function Left({ changesInMs, since }: { readonly changesInMs: number; readonly since: number }) {
  const w = useWords(shiftWords)
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return <p className="muted">{w.codeChanges(Math.max(0, Math.ceil((changesInMs - (now - since)) / 1000)))}</p>
}
