import { readPublicSettings } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import styles from './concerns.module.css'
import { readSent } from './sent.ts'
import { nothingSaid, speakingDraft } from './speaking.ts'

/** Danger first, then whether a name goes with it (08, Concerns). */
export function SpeakUp() {
  const w = useWords(concernWords)
  const { person } = useSession()
  const navigate = useNavigate()
  const draft = useDraft(speakingDraft, nothingSaid)
  if (draft.state === 'reading') return <Loading />
  const said = draft.value
  const go = (): void => {
    if (said.way === undefined) return
    if (said.way === 'signed' && !person) void navigate({ to: '/sign-in', search: { next: '/concerns/new/staff' } as never })
    else void navigate({ to: '/concerns/new/$step', params: { step: 'staff' } as never })
  }
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/' }} />
      <Danger />
      <UnsavedCode />
      <Form onSubmit={go} label={w.how}>
        <Choice
          label={w.how}
          value={said.way}
          onChange={(way) => draft.change({ ...said, way })}
          options={[
            { value: 'signed', label: w.signed, hint: person ? w.signedHint : w.signedNeedsIn },
            { value: 'anonymous', label: w.anonymous, hint: w.anonymousHint },
          ]}
        />
        {said.way && (
          <Button type="submit" wide>
            {w.next}
          </Button>
        )}
      </Form>
      <p className="muted small">{w.draftHere}</p>
      <ButtonRow>
        <LinkButton kind="quiet" to="/concerns/code">
          {w.haveCode}
        </LinkButton>
        {person && (
          <LinkButton kind="quiet" to="/concerns">
            {w.mine}
          </LinkButton>
        )}
        <LinkButton kind="quiet" to="/concerns/answered">
          {w.answered}
        </LinkButton>
        {said.words !== '' && (
          <Button kind="plain" onPress={() => draft.change(nothingSaid)}>
            {w.startOver}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}

/** Somebody who was called away before saving the code finds the way back to it. */
function UnsavedCode() {
  const w = useWords(concernWords)
  const [waiting, setWaiting] = useState(false)
  useEffect(() => void readSent().then((sent) => setWaiting(sent?.kind === 'coded')), [])
  if (!waiting) return null
  return (
    <Notice title={w.unsavedCode}>
      <LinkButton kind="quiet" to="/concerns/sent">
        {w.unsavedCodeDo}
      </LinkButton>
    </Notice>
  )
}

/** The numbers the settings name, and the clerk's: before any field, to be tapped. */
function Danger() {
  const w = useWords(concernWords)
  const text = useText()
  const { data } = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 })
  const numbers = [
    ...(data?.emergency ?? []).map(({ number, name }) => [text(name), number] as const),
    ...(data?.texts.clerkPhone ? [[w.clerk, data.texts.clerkPhone] as const] : []),
  ]
  return (
    <Card title={w.dangerTitle} className={styles.danger}>
      <ul className={styles.numbers}>
        {numbers.map(([name, number]) => (
          <li key={number}>
            <LinkButton kind="quiet" icon="phone" href={`tel:${number}`}>
              {w.call(name, number)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
