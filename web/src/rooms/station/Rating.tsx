import { listMyCases, readMyCase } from '@ronghe/contract/station/cases.ts'
import { levels, rateCase, readMyRating } from '@ronghe/contract/station/ratings.ts'
import { useState } from 'react'
import { useFormat } from '../../platform/language/format.ts'
import { useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { reading, useDeed } from '../../platform/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choice, Tick } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { toast } from '../../ui/Toast.tsx'
import styles from './station.module.css'
import { casesWords } from './words/cases/words.ts'

export interface Given {
  readonly level: number | undefined
  readonly words: string
  readonly call: boolean
}
export const nothingGiven: Given = { level: undefined, words: '', call: false }

/** My rating of a closed matter, or the way to give one. */
export function MyRating({ caseId }: { readonly caseId: string }) {
  const w = useWords(casesWords)
  const format = useFormat()
  const read = useKept(reading(readMyRating, { params: { caseId } }))
  return (
    <Shown read={read}>
      {({ rating, may }) =>
        rating ? (
          <Card title={w.myRating}>
            <p>{w.ratedAt(w.levels[rating.level as 1 | 2 | 3 | 4 | 5], format.relative(rating.at))}</p>
            {rating.followUp && (
              <Notice title={w.followUp[rating.followUp.state]}>
                <p>{w.followDates(format.day(rating.followUp.callBy), format.day(rating.followUp.fixBy))}</p>
                {rating.followUp.escalated !== 'none' && <p>{w.followEscalated[rating.followUp.escalated]}</p>}
                {rating.followUp.answer !== null && <p>{w.followAnswer(rating.followUp.answer)}</p>}
              </Notice>
            )}
          </Card>
        ) : (
          may.includes('rate') && <GiveRating caseId={caseId} />
        )
      }
    </Shown>
  )
}

function GiveRating({ caseId }: { readonly caseId: string }) {
  const w = useWords(casesWords)
  const [given, setGiven] = useState(nothingGiven)
  const [tried, setTried] = useState(false)
  const rate = useDeed(rateCase, { refreshes: [readMyRating, readMyCase, listMyCases], onDone: () => toast(w.rated) })
  const submit = (): void => {
    setTried(true)
    if (given.level !== undefined) rate.mutate({ params: { caseId }, body: { level: given.level, words: given.words, call: given.call } })
  }
  return (
    <Card title={w.rateTitle}>
      <p className="muted">{w.rateHint}</p>
      <Form
        onSubmit={submit}
        busy={rate.isPending}
        error={rate.error}
        errors={tried && given.level === undefined ? { level: w.chooseLevel } : {}}
      >
        <RatingFields given={given} change={setGiven} missing={tried && given.level === undefined} />
        <Button type="submit" busy={rate.isPending}>
          {w.rateDo}
        </Button>
      </Form>
    </Card>
  )
}

/** Five levels, best first and worst last, all the same size; words and a call only if wished. */
export function RatingFields({
  given,
  change,
  missing,
}: {
  readonly given: Given
  readonly change: (given: Given) => void
  readonly missing: boolean
}) {
  const w = useWords(casesWords)
  return (
    <>
      <Choice
        label={w.rateLabel}
        name="level"
        error={missing ? w.chooseLevel : undefined}
        value={given.level === undefined ? undefined : String(given.level)}
        onChange={(level) => change({ ...given, level: Number(level) })}
        options={levels.toReversed().map((level) => ({ value: String(level), label: w.levels[level] }))}
      />
      <Field label={w.rateWords} name="words" optional>
        <TextArea value={given.words} onChange={(words) => change({ ...given, words })} rows={3} maxLength={1000} />
      </Field>
      {given.level !== undefined && given.level <= 2 && (
        <div className={styles.lastly}>
          <Tick checked={given.call} onChange={(call) => change({ ...given, call })} label={w.rateCall} hint={w.rateCallHint} />
        </div>
      )}
    </>
  )
}
