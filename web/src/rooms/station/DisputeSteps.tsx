import { type Dispute, Kept } from '@ronghe/contract/station/mediation.ts'
import { useState } from 'react'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../ui/Card.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { uiWords } from '../../ui/words/words.ts'
import type { PartyStep } from './MediationPage.tsx'
import styles from './station.module.css'
import { mediationWords } from './words/mediation/words.ts'

export interface Doing {
  readonly dispute: Dispute
  readonly take: (step: PartyStep, said: string) => void
  readonly busy: boolean
}

/** The other side says yes or no; neither needs a reason. */
export function Answer({ take, busy }: Doing) {
  const w = useWords(mediationWords)
  const [words, setWords] = useState('')
  return (
    <Card title={w.answerTitle}>
      <p className={styles.lastly}>{w.answerText}</p>
      <Field label={w.answerWords} name="words" optional>
        <TextArea value={words} onChange={setWords} rows={3} maxLength={2000} />
      </Field>
      <ButtonRow>
        <Button busy={busy} onPress={() => take({ step: 'agree', words }, w.agreed)}>
          {w.agree}
        </Button>
        <Button kind="quiet" busy={busy} onPress={() => take({ step: 'decline' }, w.declined)}>
          {w.decline}
        </Button>
      </ButtonRow>
    </Card>
  )
}

/** Both sides accept the pair, or ask for another one. */
export function Mediators({ dispute, take, busy }: Doing) {
  const w = useWords(mediationWords)
  const text = useText()
  const { may, accepted, mediators } = dispute
  return (
    <Card title={w.mediators}>
      {mediators.length === 0 ? (
        <p className="muted">{w.mediatorsNone}</p>
      ) : (
        <>
          <CardList>
            {mediators.map(({ name, post }) => (
              <CardItem key={name} title={name} second={text(post)} />
            ))}
          </CardList>
          <Facts
            facts={[
              [w.acceptedMe, accepted.me ? w.said : w.notYet],
              [w.acceptedOther, accepted.other ? w.said : w.notYet],
            ]}
          />
        </>
      )}
      {may.includes('refuseMediators') && <p className="muted small">{w.refusalsLeft(dispute.refusalsLeft)}</p>}
      <ButtonRow>
        {may.includes('acceptMediators') && (
          <Button busy={busy} onPress={() => take({ step: 'acceptMediators' }, w.said)}>
            {w.acceptMediators}
          </Button>
        )}
        {may.includes('refuseMediators') && (
          <Button kind="quiet" busy={busy} onPress={() => take({ step: 'refuseMediators' }, w.mediatorsNone)}>
            {w.refuseMediators}
          </Button>
        )}
      </ButtonRow>
    </Card>
  )
}

/** Thirty days on: was the agreement kept? */
export function SayKept({ take, busy }: Doing) {
  const w = useWords(mediationWords)
  const [kept, setKept] = useState<NonNullable<Dispute['kept']>>()
  const [tried, setTried] = useState(false)
  const submit = (): void => {
    setTried(true)
    if (kept) take({ step: 'sayKept', kept }, w.keptSaid)
  }
  return (
    <Card>
      <Form onSubmit={submit} busy={busy} errors={tried && !kept ? { kept: w.keptMissing } : {}}>
        <Choice
          label={w.keptTitle}
          name="kept"
          error={tried && !kept ? w.keptMissing : undefined}
          value={kept}
          onChange={setKept}
          options={Kept.options.map((one) => ({ value: one, label: w.kept[one] }))}
        />
        <Button type="submit" busy={busy}>
          {w.keptDo}
        </Button>
      </Form>
    </Card>
  )
}

/** Either side may stop at any time. */
export function Stop({ take, busy }: Doing) {
  const w = useWords(mediationWords)
  const ui = useWords(uiWords)
  const [asking, setAsking] = useState(false)
  return (
    <p>
      <Button kind="plain" onPress={() => setAsking(true)}>
        {w.stop}
      </Button>
      <Dialog title={w.stopTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{w.stopText}</p>
        <ButtonRow>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {ui.cancel}
          </Button>
          <Button
            kind="careful"
            busy={busy}
            onPress={() => {
              setAsking(false)
              take({ step: 'stop' }, w.stopped)
            }}
          >
            {w.stopDo}
          </Button>
        </ButtonRow>
      </Dialog>
    </p>
  )
}
