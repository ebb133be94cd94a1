import { carryConcern, enterConcern, listCarried, type RaisedWithCode } from '@ronghe/contract/programme/concerns.ts'
import { useState } from 'react'
import { useToday } from '../../../../platform/today.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { DateInput, TextArea } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import styles from '../desk.module.css'
import { AboutStaff } from './AboutStaff.tsx'
import { type Entry, faultsIn, newEntry, saidIn } from './entry.ts'
import { EntryAuthor } from './EntryAuthor.tsx'
import { TakenDown } from './TakenDown.tsx'
import { TopicAndPlace } from './TopicAndPlace.tsx'
import { concernLists } from './views.ts'
import { concernDeskWords } from './words/words.ts'

export type Taken = Omit<RaisedWithCode, 'claimCode'> & { readonly claimCode: string | null }

export const EnterConcern = () => <TakeDown way="enter" />
export const CarryConcern = () => <TakeDown way="carry" />

/** What somebody says at the desk, writes on paper or asks to have carried, taken down word for word on one page. */
function TakeDown({ way }: { readonly way: 'enter' | 'carry' }) {
  const today = useToday()
  const w = useWords(concernDeskWords)
  const { person } = useSession()
  const draft = useDraft(`concern-${way}:${person?.id}`, newEntry(today))
  const [faults, setFaults] = useState<FieldErrors>({})
  const [taken, setTaken] = useState<Taken>()
  const done = (reply: Taken): void => {
    setTaken(reply)
    draft.change(newEntry(today))
    void draft.discard()
  }
  const entering = useDeed(enterConcern, { refreshes: concernLists, onDone: done })
  const carrying = useDeed(carryConcern, { refreshes: [listCarried], onDone: done })
  const deed = way === 'enter' ? entering : carrying
  if (draft.state === 'reading') return <Loading />
  if (taken) return <TakenDown taken={taken} onAgain={() => setTaken(undefined)} />
  const entry = draft.value
  const set = (part: Partial<Entry>): void => draft.change((now) => ({ ...now, ...part }))
  const missing = { topic: w.topicMissing, words: w.wordsMissing, person: w.personMissing, agreed: w.agreedMissing }
  const send = (): void => {
    const found = faultsIn(entry, way)
    setFaults(Object.fromEntries(found.map((fault) => [fault, missing[fault]])))
    if (found.length > 0) return
    if (way === 'carry') carrying.mutate({ body: { ...saidIn(entry), authorAgreed: true } })
    else
      entering.mutate({
        body: {
          ...saidIn(entry),
          channel: entry.channel,
          raisedOn: entry.raisedOn,
          ...(entry.hasAccount === 'yes' && { personId: entry.personId }),
        },
      })
  }
  return (
    <div className={styles.page}>
      <PageHeader title={way === 'enter' ? w.enterTitle : w.carryTitle} lead={way === 'enter' ? w.enterLead : w.carryLead} />
      <Card>
        <Form onSubmit={send} busy={deed.isPending} errors={faults} error={deed.error} label={w.enterTitle}>
          {way === 'enter' && (
            <>
              <Choice<Entry['channel']>
                label={w.how}
                name="channel"
                value={entry.channel}
                onChange={(channel) => set({ channel })}
                options={(['desk', 'paper', 'homeVisit'] as const).map((value) => ({ value, label: w.channels[value] }))}
              />
              <Field label={w.saidOn} name="raisedOn" hint={w.saidOnHint}>
                <DateInput value={entry.raisedOn} onChange={(raisedOn) => set({ raisedOn })} max={today} />
              </Field>
            </>
          )}
          <TopicAndPlace entry={entry} set={set} error={faults['topic']} />
          <Field label={w.wordsEnter} name="words" hint={w.wordsEnterHint} error={faults['words']}>
            <TextArea value={entry.words} onChange={(words) => set({ words })} rows={6} maxLength={4000} />
          </Field>
          <AboutStaff entry={entry} set={set} />
          {way === 'enter' && <EntryAuthor entry={entry} set={set} error={faults['person']} />}
          {way === 'carry' && <Tick label={w.agreed} checked={entry.agreed} onChange={(agreed) => set({ agreed })} />}
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {way === 'enter' ? w.enterDo : w.carryDo}
            </Button>
          </ButtonRow>
          <p className="muted small extra">{w.saved}</p>
        </Form>
      </Card>
    </div>
  )
}
