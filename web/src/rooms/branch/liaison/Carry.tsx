import { giveConcern, listMyCarried, type MyCarriedConcern, takeBackCarried } from '@ronghe/contract/branch/liaison.ts'
import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../life/life.module.css'
import { BranchSelect } from './BranchSelect.tsx'
import { Consent } from './Consent.tsx'
import { TopicSelect } from './TopicSelect.tsx'
import { liaisonWords } from './words/words.ts'

/** Open to everybody: using this way says nothing about the author (08, Concerns). */
export function Carry() {
  const w = useWords(liaisonWords)
  const mine = useQuery(reading(listMyCarried)).data?.items ?? []
  const [sent, setSent] = useState(0)
  return (
    <>
      <PageHeader title={w.carryTitle} lead={w.carryLead} back={{ to: '/branch' }} />
      <div className={styles.acts}>
        <ButtonRow>
          <LinkButton kind="quiet" to="/concerns/new">
            {w.toConcerns}
          </LinkButton>
        </ButtonRow>
      </div>
      <Give key={sent} onSent={() => setSent(sent + 1)} />
      <h2 className={styles.acts}>{w.mineTitle}</h2>
      {mine.length === 0 ? <p className="muted">{w.mineNone}</p> : mine.map((one) => <One key={one.id} one={one} />)}
    </>
  )
}

function Give({ onSent }: { readonly onSent: () => void }) {
  const w = useWords(liaisonWords)
  const [words, setWords] = useState('')
  const [topic, setTopic] = useState('')
  const [branchId, setBranchId] = useState<string>()
  const [agreed, setAgreed] = useState(false)
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(giveConcern, {
    refreshes: [listMyCarried],
    onDone: () => {
      toast(w.carrySent)
      onSent()
    },
  })
  const errors = { ...missing, ...fieldErrorsOf(deed.error) }
  const submit = (): void => {
    const gaps = {
      ...(words.trim() ? {} : { words: w.missing }),
      ...(topic ? {} : { topic: w.missing }),
      ...(branchId ? {} : { branchId: w.missing }),
      ...(agreed ? {} : { consent: w.mustAgree }),
    }
    setMissing(gaps)
    if (branchId && Object.keys(gaps).length === 0)
      deed.mutate({ body: { branchId, topic, words, consent: lifeConsentTexts.concern.version } })
  }
  return (
    <Form label={w.carryTitle} busy={deed.isPending} error={deed.error} errors={errors} onSubmit={submit}>
      <Field label={w.carryWords} name="words" hint={w.carryWordsHint} error={errors['words']}>
        <TextArea value={words} onChange={setWords} rows={4} maxLength={2000} />
      </Field>
      <TopicSelect value={topic} onChange={setTopic} error={errors['topic']} />
      <BranchSelect label={w.carryTo} value={branchId} onChange={setBranchId} error={errors['branchId']} />
      <Consent purpose="concern" agreed={agreed} onChange={setAgreed} />
      <Button type="submit" busy={deed.isPending}>
        {w.carryDo}
      </Button>
    </Form>
  )
}

function One({ one }: { readonly one: MyCarriedConcern }) {
  const w = useWords(liaisonWords)
  const text = useText()
  const format = useFormat()
  const takeBack = useDeed(takeBackCarried, { refreshes: [listMyCarried], onDone: () => toast(w.takenBack) })
  return (
    <Card title={text(one.branch.name)}>
      <p>
        <Tag tone={one.state === 'given' ? 'attention' : one.state === 'returned' ? 'quiet' : 'going'}>{w.carryStates[one.state]}</Tag>
      </p>
      <p className={styles.words}>{one.words}</p>
      {one.state === 'given' && <p className="muted">{w.carryBy(format.day(one.carryBy))}</p>}
      <Facts
        facts={[
          ...(one.claimCode ? ([[w.claim, `${one.claimCode} · ${w.carriedOn(format.day(one.carriedOn!))}`]] as const) : []),
          ...(one.answer ? ([[w.answer, one.answer]] as const) : []),
          ...(one.returnedFor ? ([[w.why, w.returnedFor[one.returnedFor]]] as const) : []),
        ]}
      />
      {one.claimCode && <p className="muted small">{w.claimHint}</p>}
      {takeBack.error && <RefusalLine error={takeBack.error} />}
      <ButtonRow>
        {one.claimCode && (
          <LinkButton kind="quiet" to="/concerns/code">
            {w.toStatus}
          </LinkButton>
        )}
        <Button kind="plain" busy={takeBack.isPending} onPress={() => takeBack.mutate({ params: { concernId: one.id } })}>
          {w.takeBack}
        </Button>
      </ButtonRow>
    </Card>
  )
}
