import { hideHonour, listMyHonours, type MyHonourRound, nominate, showHonour, takeBackNomination } from '@ronghe/contract/branch/honours.ts'
import { lifeConsentTexts } from '@ronghe/contract/branch/life-consent-texts.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { MemberLinks } from '../life/BranchLinks.tsx'
import styles from '../life/life.module.css'
import { Consent } from './Consent.tsx'
import { liaisonWords } from './words/words.ts'

/** Rounds of my branch: whom I named, what I was honoured for, and whether anybody outside may see it. */
export function MyHonours() {
  const w = useWords(liaisonWords)
  return (
    <>
      <PageHeader title={w.honoursTitle} lead={w.honoursLead} back={{ to: '/branch/my' }} />
      <Shown read={useQuery(reading(listMyHonours))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.honoursNone}>{w.honoursNoneText}</EmptyState>
          ) : (
            items.map((round) => <Round key={round.id} round={round} />)
          )
        }
      </Shown>
      <MemberLinks here="honours" />
    </>
  )
}

function Round({ round }: { readonly round: MyHonourRound }) {
  const w = useWords(liaisonWords)
  const text = useText()
  const format = useFormat()
  const takeBack = useDeed(takeBackNomination, { refreshes: [listMyHonours] })
  const [written, setWritten] = useState(0)
  const named = (key: string): string => {
    const found = round.categories.find((one) => one.key === key)
    return found ? text(found.name) : key
  }
  return (
    <>
      <Card title={w.honourYear(round.year)}>
        <p className="muted">
          {round.decidedOn ? w.decidedOn(format.day(round.decidedOn)) : w.nominateUntil(format.day(round.nominateUntil))}
        </p>
        <p className={styles.words}>
          <strong>{w.criteria}</strong> {text(round.criteria)}
        </p>
        {round.written.length > 0 && <h3>{w.writtenTitle}</h3>}
        {round.written.map((one) => (
          <div key={one.id} className={styles.block}>
            <p>
              {one.nominee} <span className="muted">{named(one.category)}</span>
            </p>
            <p className={styles.words}>{one.reason}</p>
            {one.may.includes('takeBack') && (
              <Button
                kind="plain"
                busy={takeBack.isPending}
                onPress={() => takeBack.mutate({ params: { roundId: round.id, nominationId: one.id } })}
              >
                {w.takeBack}
              </Button>
            )}
          </div>
        ))}
        {takeBack.error && <RefusalLine error={takeBack.error} />}
      </Card>
      {round.mine.map((one) => (
        <Mine key={one.category} round={round} one={one} name={named(one.category)} />
      ))}
      {round.may.includes('nominate') && <Name key={written} round={round} onDone={() => setWritten(written + 1)} />}
    </>
  )
}

function Name({ round, onDone }: { readonly round: MyHonourRound; readonly onDone: () => void }) {
  const w = useWords(liaisonWords)
  const text = useText()
  const [who, setWho] = useState<'myself' | 'other'>('other')
  const [name, setName] = useState('')
  const [category, setCategory] = useState<string | undefined>(round.categories[0]?.key)
  const [reason, setReason] = useState('')
  const deed = useDeed(nominate, {
    refreshes: [listMyHonours],
    onDone: () => {
      toast(w.nominated)
      onDone()
    },
  })
  const errors = fieldErrorsOf(deed.error)
  const submit = (): void => {
    if (category)
      deed.mutate({ params: { roundId: round.id }, body: { category, nominee: who === 'myself' ? 'myself' : { name }, reason } })
  }
  return (
    <Card title={w.nominate}>
      <Form label={w.nominate} busy={deed.isPending} error={deed.error} onSubmit={submit}>
        <Choice
          name="who"
          label={w.who}
          value={who}
          onChange={setWho}
          options={(['other', 'myself'] as const).map((value) => ({ value, label: w.whoOptions[value] }))}
        />
        {who === 'other' && (
          <Field label={w.otherName} name="nominee" hint={w.otherNameHint} error={errors['nominee'] ?? errors['nominee.name']}>
            <TextInput value={name} onChange={setName} maxLength={40} />
          </Field>
        )}
        <Choice
          name="category"
          label={w.category}
          value={category}
          onChange={setCategory}
          options={round.categories.map((one) => ({ value: one.key, label: text(one.name) }))}
        />
        <Field label={w.reason} name="reason" error={errors['reason']}>
          <TextArea value={reason} onChange={setReason} rows={3} maxLength={1000} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.nominateDo}
        </Button>
      </Form>
    </Card>
  )
}

function Mine({ round, one, name }: { readonly round: MyHonourRound; readonly one: MyHonourRound['mine'][number]; readonly name: string }) {
  const w = useWords(liaisonWords)
  const format = useFormat()
  const [shownName, setShownName] = useState('')
  const [words, setWords] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const params = { roundId: round.id, category: one.category }
  const show = useDeed(showHonour, { refreshes: [listMyHonours], onDone: () => toast(w.shown) })
  const hide = useDeed(hideHonour, { refreshes: [listMyHonours], onDone: () => toast(w.hidden) })
  const errors = { ...missing, ...fieldErrorsOf(show.error) }
  if (one.shown)
    return (
      <Card title={`${w.mineHonours} · ${name}`}>
        <p>
          <Tag>{w.shownSince(format.day(one.shown.on))}</Tag> {one.shown.name}
        </p>
        <p className={styles.words}>{one.shown.words}</p>
        {hide.error && <RefusalLine error={hide.error} />}
        <ButtonRow>
          <Button kind="careful" busy={hide.isPending} onPress={() => hide.mutate({ params })}>
            {w.hide}
          </Button>
        </ButtonRow>
      </Card>
    )
  const submit = (): void => {
    setMissing(agreed ? {} : { consent: w.mustAgree })
    if (agreed) show.mutate({ params, body: { name: shownName, words, consent: lifeConsentTexts.honour.version } })
  }
  return (
    <Card title={`${w.mineHonours} · ${name}`}>
      <Form label={w.showTitle} busy={show.isPending} error={show.error} errors={errors} onSubmit={submit}>
        <p>{w.showTitle}</p>
        <Field label={w.showName} name="name" error={errors['name']}>
          <TextInput value={shownName} onChange={setShownName} maxLength={40} />
        </Field>
        <Field label={w.showWords} name="words" error={errors['words']}>
          <TextArea value={words} onChange={setWords} rows={3} maxLength={1000} />
        </Field>
        <Consent purpose="honour" agreed={agreed} onChange={setAgreed} />
        <Button type="submit" busy={show.isPending}>
          {w.showDo}
        </Button>
      </Form>
    </Card>
  )
}
