import { type Motion, readMotion } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { residentAddress } from '../meetings/address.ts'
import { Comparison } from './Amendments.tsx'
import { NumberedLines, useMotionFactsOf } from './MotionText.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** The motion on A4, with a code that opens its page. */
export function MotionSheet() {
  const motionId = useParam('motionId')
  const w = useWords(motionWords)
  return (
    <Shown read={useQuery(reading(readMotion, { params: { motionId } }))}>
      {(motion) => (
        <>
          <div className="screen-only">
            <PageHeader title={w.print} back={{ to: '/council/motions/$motionId', params: { motionId } }} />
            <ButtonRow>
              <Button icon="print" onPress={() => print()}>
                {w.print}
              </Button>
            </ButtonRow>
          </div>
          <Sheet motion={motion} />
        </>
      )}
    </Shown>
  )
}

function Sheet({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const text = useText()
  const format = useFormat()
  const [printedAt] = useState(() => new Date().toISOString())
  const facts = useMotionFactsOf(motion)
  const open = motion.amendments.filter(({ state }) => state === 'open')
  return (
    <PrintSheet
      title={text(motion.title)}
      number={[motion.number ? w.number(motion.number.year, motion.number.number) : w.unnumbered, w.states[motion.state]].join(' · ')}
      address={residentAddress(`/council/motions/${motion.id}`)}
      printedAt={printedAt}
    >
      {motion.ground && (
        <p>
          <strong>{w.ground[motion.ground]}</strong> {w.groundMeans[motion.ground]}
        </p>
      )}
      <h2>{w.text}</h2>
      <NumberedLines lines={motion.lines} />
      <h2>{w.carryOut}</h2>
      <Facts facts={facts} />
      <h2>{w.reasons}</h2>
      <p className={styles.words}>{text(motion.reasons)}</p>
      {motion.opinions.length > 0 && <h2>{w.opinionsTitle}</h2>}
      {motion.opinions.map(({ id, organ, post, words, on }) => (
        <p key={id}>
          {w.opinionBy(text(organ), text(post), format.day(on))} {words}
        </p>
      ))}
      {open.length > 0 && <h2>{w.amendmentsTitle}</h2>}
      {open.map(({ id, number, fromLine, toLine, before, lines }) => (
        <div key={id}>
          <p>
            {w.amendment(number)} · {w.amendmentLines(fromLine, toLine)}
          </p>
          <Comparison before={before} lines={lines} />
        </div>
      ))}
    </PrintSheet>
  )
}
