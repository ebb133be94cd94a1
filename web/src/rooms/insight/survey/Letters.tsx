import { type Letter, printLetters, readWave } from '@ronghe/contract/insight/survey-desk.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { placeOf } from '../../../platform/place.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession, useStreetName } from '../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './survey.module.css'
import { useGroupWords, useQuestion } from './wording.ts'
import { surveyWords } from './words/words.ts'

type Printed = ReplyOf<typeof printLetters>
type Round = 'first' | 'reminder'

/** Invitations and paper forms, each with a fresh code that is shown on this page only. */
export function Letters() {
  const waveId = useParam('waveId')
  return <Shown read={useQuery(reading(readWave, { params: { waveId } }))}>{(page) => <Make page={page} />}</Shown>
}

function Make({ page }: { readonly page: ReplyOf<typeof readWave> }) {
  const w = useWords(surveyWords)
  const text = useText()
  const { wave } = page
  const [round, setRound] = useState<Round>('first')
  const [layout, setLayout] = useState<'letters' | 'forms'>('letters')
  const [laneId, setLane] = useState('')
  const make = useDeed(printLetters, { refreshes: [readWave] })
  const made = make.data
  const rounds = [
    ...(wave.may.includes('print') ? [{ value: 'first' as const, label: w.roundFirst }] : []),
    ...(wave.may.includes('remind') ? [{ value: 'reminder' as const, label: w.roundReminder }] : []),
  ]
  return (
    <>
      <div className="screen-only">
        <PageHeader
          title={w.letters}
          above={text(wave.title)}
          lead={w.lettersText}
          back={{ to: '/survey/waves/$waveId', params: { waveId: wave.id } }}
        />
        <Card>
          <Form
            label={w.letters}
            busy={make.isPending}
            error={make.error}
            onSubmit={() =>
              make.mutate({ params: { waveId: wave.id }, body: { round, ...(laneId && round === 'first' ? { laneId } : {}) } })
            }
          >
            <Choice label={w.round} name="round" value={round} onChange={setRound} options={rounds} />
            <Choice
              label={w.layout}
              name="layout"
              value={layout}
              onChange={setLayout}
              options={[
                { value: 'letters', label: w.layoutLetters },
                { value: 'forms', label: w.layoutForms },
              ]}
            />
            {round === 'first' && (
              <Field label={w.onlyLane} name="laneId">
                <Select
                  value={laneId}
                  onChange={setLane}
                  placeholder={w.allLanes}
                  options={page.lanes.filter(({ frame }) => frame?.drawn).map(({ laneId: id, lane }) => ({ value: id, label: text(lane) }))}
                />
              </Field>
            )}
            <ButtonRow>
              <Button type="submit" kind={made ? 'quiet' : 'main'} busy={make.isPending}>
                {w.makeLetters}
              </Button>
              {made && made.letters.length > 0 && (
                <Button icon="print" onPress={() => print()}>
                  {w.printLetters}
                </Button>
              )}
            </ButtonRow>
          </Form>
          {made && <Notice tone="attention">{made.letters.length > 0 ? w.printed(made.letters.length) : w.noneToPrint}</Notice>}
        </Card>
      </div>
      {made && made.letters.length > 0 && <Delivery letters={made.letters} />}
      {made &&
        (layout === 'letters' ? (
          <div className={styles.letters} data-print-sheet="">
            {made.letters.map((letter) => (
              <Invitation key={letter.doorId} letter={letter} printed={made} reminder={round === 'reminder'} />
            ))}
          </div>
        ) : (
          made.letters.map((letter) => (
            <article key={letter.doorId} className={styles.form} data-print-sheet="">
              <Invitation letter={letter} printed={made} reminder={round === 'reminder'} />
              <PaperForm printed={made} code={letter.code} />
            </article>
          ))
        ))}
    </>
  )
}

/** Which doors of which lane the letters go to, for whoever carries them round. */
function Delivery({ letters }: { readonly letters: readonly Letter[] }) {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  const byLane = Map.groupBy(letters, ({ lane }) => text(lane))
  return (
    <section className={styles.delivery} data-print-sheet="">
      <h2>{w.delivery}</h2>
      <ul>
        {[...byLane].map(([lane, there]) => (
          <li key={lane}>{w.deliveryLine(lane, format.list(there.map(({ number }) => String(number))))}</li>
        ))}
      </ul>
    </section>
  )
}

/** The address opens the questions; the code stands behind the #, so that no server ever logs it. */
const addressFor = (code: string): string => `${location.origin}${placeOf(location.pathname).prefix}/survey/answer#${code}`

function Invitation({ letter, printed, reminder }: { readonly letter: Letter; readonly printed: Printed; readonly reminder: boolean }) {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  const street = useStreetName()
  return (
    <section className={styles.letter} aria-label={w.letterTo(text(letter.lane), letter.number)}>
      <p>
        {street} · {w.letterTo(text(letter.lane), letter.number)}
      </p>
      <h2>{text(printed.title)}</h2>
      {reminder && <p>{w.letterReminder}</p>}
      <p>{w.letterText}</p>
      <QrCode text={addressFor(letter.code)} label={w.codeDo} />
      <p className={styles.printedCode}>{letter.code}</p>
      <p>{w.letterHow(format.wholeDay(printed.closesOn))}</p>
    </section>
  )
}

/** The same questions on paper, in the same order; both groups' own questions are on it, each under its name. */
function PaperForm({ printed, code }: { readonly printed: Printed; readonly code: string }) {
  const w = useWords(surveyWords)
  const text = useText()
  const words = useGroupWords()
  const question = useQuestion()
  const { groupNames } = useSession()
  return (
    <section>
      <p>
        {w.code} <span className={styles.printedCode}>{code}</span>
      </p>
      <p>
        {w.formGroup}　□ 1 {text(groupNames.newcomer)}　□ 2 {text(groupNames.local)}　□ 0 {w.groupUnstated}
      </p>
      {printed.content.scales.map((scale) => (
        <div key={scale.id}>
          <p className={`small ${styles.part}`}>
            <strong>{words(scale.name)}</strong>　{scale.asks !== 'everyone' && `${w.formOnly(text(groupNames[scale.asks]))}　`}
            {scale.choices === 'trust' ? w.formTrustTick : w.formTick}
          </p>
          {scale.items.map((item) => (
            <div key={item.id} className={styles.line}>
              <span>{question.text(scale, item, scale.asks === 'everyone' ? 'unstated' : scale.asks)}</span>
              <span>□1 □2 □3 □4 □5 □0</span>
            </div>
          ))}
        </div>
      ))}
      <p>{w.formReturn}</p>
    </section>
  )
}
