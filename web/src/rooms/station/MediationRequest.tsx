import { listMyDisputes, requestMediation, topics } from '@ronghe/contract/station/mediation.ts'
import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { useDraft } from '../../platform/offline/draft.ts'
import { useDeed } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../ui/Form.tsx'
import { PhoneInput, TextArea, TextInput } from '../../ui/inputs.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { InvitationSheet } from './InvitationSheet.tsx'
import styles from './station.module.css'
import { WaysOn } from './WaysOn.tsx'
import { mediationWords } from './words/mediation/words.ts'

type Safety = 'violence' | 'crime' | 'underEighteen'
interface Asked {
  readonly safety: Readonly<Partial<Record<Safety, boolean>>>
  readonly topic: (typeof topics)[number] | undefined
  readonly words: string
  readonly otherName: string
  readonly otherPhone: string
}
const nothing: Asked = { safety: {}, topic: undefined, words: '', otherName: '', otherPhone: '' }
const safeties: readonly Safety[] = ['violence', 'crime', 'underEighteen']

/** Asking for mediation. Three questions come first, because what is dangerous is never put on this table. */
export function MediationRequest() {
  const w = useWords(mediationWords)
  const person = useSession().person?.id ?? ''
  const draft = useDraft<Asked>(`mediation:${person}`, nothing)
  const [tried, setTried] = useState(false)
  const ask = useDeed(requestMediation, { refreshes: [listMyDisputes], onDone: () => void draft.discard() })
  const { value, change } = draft
  if (draft.state === 'reading') return <Loading />
  if (ask.data?.kind === 'referred')
    return (
      <>
        <PageHeader title={w.referredTitle} lead={w.referredText} back={{ to: '/mediation' }} />
        <WaysOn ways={ask.data.contacts} />
      </>
    )
  if (ask.data?.kind === 'asked')
    return (
      <>
        <div className="screen-only">
          <PageHeader title={w.asked} lead={w.askedText} back={{ to: '/mediation' }} />
        </div>
        <InvitationSheet letter={ask.data.invitation} />
        <div className={`screen-only ${styles.after}`}>
          <LinkButton wide kind="quiet" to="/mediation/$disputeId" params={{ disputeId: ask.data.dispute.id }}>
            {w.toMine}
          </LinkButton>
        </div>
      </>
    )
  const dangerous = safeties.some((one) => value.safety[one] === true)
  const errors = errorsIn(value, w, dangerous)
  const submit = (): void => {
    setTried(true)
    if (Object.keys(errors).length > 0) return
    const { violence = false, crime = false, underEighteen = false } = value.safety
    ask.mutate({
      body: {
        violence,
        crime,
        underEighteen,
        topic: value.topic ?? 'other',
        // Nothing of a dangerous matter is sent or kept; the contract wants a word, so it gets a dash.
        words: dangerous ? '—' : value.words,
        otherName: dangerous ? '—' : value.otherName,
        ...(!dangerous && value.otherPhone !== '' && { otherPhone: value.otherPhone }),
      },
    })
  }
  const shown = (name: string): string | undefined => (tried ? (errors[name] ?? fieldErrorsOf(ask.error)[name]) : undefined)
  return (
    <>
      <PageHeader title={w.ask} back={{ to: '/mediation' }} />
      <Form onSubmit={submit} busy={ask.isPending} error={ask.error} errors={tried ? errors : {}}>
        <h2 className={styles.heading}>{w.safeTitle}</h2>
        {safeties.map((one) => (
          <Choice
            key={one}
            label={w[one]}
            name={one}
            error={shown(one)}
            value={value.safety[one] === undefined ? undefined : value.safety[one] ? 'yes' : 'no'}
            onChange={(next) => change((now) => ({ ...now, safety: { ...now.safety, [one]: next === 'yes' } }))}
            options={[
              { value: 'no', label: w.no },
              { value: 'yes', label: w.yes },
            ]}
          />
        ))}
        {!dangerous && (
          <>
            <Choice
              label={w.topicLabel}
              name="topic"
              error={shown('topic')}
              value={value.topic}
              onChange={(topic) => change((now) => ({ ...now, topic }))}
              options={topics.map((topic) => ({ value: topic, label: w.topic[topic] }))}
            />
            <Field label={w.words} hint={w.wordsHint} name="words" error={shown('words')}>
              <TextArea value={value.words} onChange={(words) => change((now) => ({ ...now, words }))} maxLength={2000} />
            </Field>
            <Field label={w.otherName} name="otherName" error={shown('otherName')}>
              <TextInput value={value.otherName} onChange={(otherName) => change((now) => ({ ...now, otherName }))} maxLength={60} />
            </Field>
            <Field label={w.otherPhone} hint={w.otherPhoneHint} name="otherPhone" error={shown('otherPhone')} optional>
              <PhoneInput value={value.otherPhone} onChange={(otherPhone) => change((now) => ({ ...now, otherPhone }))} />
            </Field>
          </>
        )}
        <Button type="submit" wide busy={ask.isPending}>
          {w.send}
        </Button>
      </Form>
    </>
  )
}

function errorsIn(value: Asked, w: (typeof mediationWords)['en'], dangerous: boolean): Readonly<Record<string, string>> {
  const open = safeties.filter((one) => value.safety[one] === undefined)
  return {
    ...Object.fromEntries(dangerous ? [] : open.map((one) => [one, w.answerAll])),
    ...(!dangerous && value.topic === undefined && { topic: w.topicMissing }),
    ...(!dangerous && value.words.trim() === '' && { words: w.wordsMissing }),
    ...(!dangerous && value.otherName.trim() === '' && { otherName: w.otherNameMissing }),
  }
}
