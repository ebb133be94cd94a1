import { enterSheet, listOccasions, openSheet } from '@ronghe/contract/branch/occasions.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Form } from '../../../ui/Form.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './life.module.css'
import { lifeWords } from './words/words.ts'

type Sheet = ReplyOf<typeof openSheet>
interface Of {
  readonly params: { readonly branchId: string; readonly occasionId: string }
}

/** The paper list, entered by whoever keeps it. Names are shown only when asked for, and the members see that they were. */
export function SheetCard({ params, until }: Of & { readonly until: string }) {
  const w = useWords(lifeWords)
  const format = useFormat()
  const [sheet, setSheet] = useState<Sheet>()
  const open = useDeed(openSheet, { onDone: setSheet })
  return (
    <Card title={w.sheetTitle}>
      <p>{w.sheetLead(format.day(until))}</p>
      {open.error && <RefusalLine error={open.error} />}
      {sheet ? (
        <Names params={params} sheet={sheet} />
      ) : (
        <>
          <p className="muted small">{w.sheetOpenNote}</p>
          <Button kind="quiet" busy={open.isPending} onPress={() => open.mutate({ params })}>
            {w.sheetOpen}
          </Button>
        </>
      )}
    </Card>
  )
}

function Names({ params, sheet }: Of & { readonly sheet: Sheet }) {
  const w = useWords(lifeWords)
  const [came, setCame] = useState<ReadonlySet<string>>(
    () => new Set(sheet.items.filter((one) => one.came === 'paper').map(({ checkInId }) => checkInId)),
  )
  const deed = useDeed(enterSheet, { refreshes: [listOccasions], onDone: () => toast(w.sheetSaved) })
  if (sheet.items.length === 0) return <p className="muted">{w.sheetNobody}</p>
  const turn = (id: string, on: boolean): void => {
    const next = new Set(came)
    if (on) next.add(id)
    else next.delete(id)
    setCame(next)
  }
  return (
    <Form label={w.sheetTitle} busy={deed.isPending} error={deed.error} onSubmit={() => deed.mutate({ params, body: { came: [...came] } })}>
      <div className={styles.stack}>
        {sheet.items.map(({ checkInId, name, came: how }) =>
          how === 'tap' ? (
            <p key={checkInId}>
              {name} <span className="muted">{w.sheetTap}</span>
            </p>
          ) : (
            <Tick key={checkInId} checked={came.has(checkInId)} onChange={(on) => turn(checkInId, on)} label={name} />
          ),
        )}
      </div>
      <Button type="submit" busy={deed.isPending}>
        {w.sheetDo}
      </Button>
    </Form>
  )
}
