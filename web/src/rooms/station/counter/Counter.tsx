import type { Window } from '@ronghe/contract/station/counter.ts'
import { useState } from 'react'
import { useShortcut } from '../../../platform/keyboard/shortcuts.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { FromLastShift } from '../../programme/desk/shift-notes/FromLastShift.tsx'
import { ChooseWindow } from './ChooseWindow.tsx'
import styles from './counter.module.css'
import { DrawTicket } from './DrawTicket.tsx'
import { Key } from './Key.tsx'
import { Line } from './Line.tsx'
import { useWindows } from './line.ts'
import { useMissed } from './missed.ts'
import { MyWindow } from './MyWindow.tsx'
import { counterWords } from './words/words.ts'

/** 叫号台: my window at the left, the line at the right; every step has a key. */
export function Counter() {
  const w = useWords(counterWords)
  const [drawing, setDrawing] = useState(false)
  const windows = useWindows()
  useShortcut('g', w.draw, () => setDrawing(true))
  return (
    <>
      <PageHeader
        title={w.title}
        lead={w.lead}
        beside={
          <Button kind="quiet" onPress={() => setDrawing(true)}>
            {w.draw}
            <Key name="G" />
          </Button>
        }
      />
      <FromLastShift />
      <Shown read={windows}>{({ items }) => <AtWindows windows={items} />}</Shown>
      {drawing && <DrawTicket onClose={() => setDrawing(false)} />}
    </>
  )
}

function AtWindows({ windows }: { readonly windows: readonly Window[] }) {
  const missed = useMissed()
  const mine = windows.find((window) => window.mine)
  return (
    <div className={styles.page}>
      <div>{mine ? <MyWindow key={mine.id} window={mine} windows={windows} missed={missed} /> : <ChooseWindow windows={windows} />}</div>
      <Line window={mine} missed={missed} />
    </div>
  )
}
