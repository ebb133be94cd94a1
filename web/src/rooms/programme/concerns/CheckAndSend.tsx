import { listMyConcerns, raiseAnonymously, raiseConcern, readReader } from '@ronghe/contract/programme/concerns.ts'
import { listOrgans, type OrganKind } from '@ronghe/contract/programme/organs.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { readPublicSettings } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { OfflineError } from '../../../api.ts'
import { newId } from '../../../platform/ids.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useOnline } from '../../../platform/offline/online.ts'
import { file } from '../../../platform/offline/outbox.ts'
import { reading, useDeed, useRefresh } from '../../../platform/queries.ts'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Back } from '../../../ui/PageHeader.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import styles from './concerns.module.css'
import { keepSent, type SentConcern } from './sent.ts'
import { type Speaking, steps, toBody } from './speaking.ts'

/** Organs that may be asked to carry a concern up (08, Concerns). */
const carriers: readonly OrganKind[] = ['council', 'socialOrganisation', 'branch', 'statutoryBody', 'corps']

export function CheckAndSend({
  said,
  change,
  discard,
  back,
}: {
  readonly said: Speaking
  readonly change: (said: Speaking) => void
  readonly discard: () => Promise<void>
  readonly back: Back
}) {
  const w = useWords(concernWords)
  const navigate = useNavigate()
  const onSent = async (sent: SentConcern): Promise<void> => {
    await keepSent(sent)
    await discard()
    await navigate({ to: '/concerns/sent', replace: true })
  }
  const anonymous = useDeed(raiseAnonymously, { onDone: (raised) => void onSent({ kind: 'coded', raised }) })
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const online = useOnline()
  const refresh = useRefresh()
  // What comes after sending must be here before the line goes.
  useEffect(() => void import('./Sent.tsx').catch(() => {}), [])
  const text = useText()
  const { data: settings } = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 })
  const byName = said.way !== 'anonymous'
  const send = async (): Promise<void> => {
    // Written down before it goes: whatever happens to the phone now, the same concern is sent again and not a second one.
    const marked = { ...said, id: said.id ?? newId(), key: said.key ?? newId() }
    change(marked)
    const idempotencyKey = marked.key
    if (!byName) {
      anonymous.mutate({ body: toBody(marked), idempotencyKey })
      return document.getElementById('no-line')?.scrollIntoView({ block: 'center' })
    }
    setAttempt({ busy: true })
    try {
      const topic = settings?.concernTopics.find(({ key }) => key === said.topic)
      const opens = `/concerns/sent?waiting=${marked.id}`
      const title = topic ? `${w.matter} · ${text(topic.name)}` : w.matter
      const outcome = await file(raiseConcern, { body: { ...toBody(marked), id: marked.id }, idempotencyKey }, title, { opens })
      if (outcome.sent) {
        await refresh(listMyConcerns)
        return await onSent({ kind: 'signed', raised: outcome.reply })
      }
      await discard()
      await navigate({ to: '/concerns/sent', search: { waiting: marked.id } as never, replace: true })
    } catch (error) {
      setAttempt({ busy: false, error })
    }
  }
  const noLine = !online || anonymous.error instanceof OfflineError
  const error = byName ? attempt.error : noLine ? undefined : anonymous.error
  return (
    <QuestionPage
      matter={w.matter}
      question={w.checkQuestion}
      step={steps.length}
      of={steps.length}
      back={back}
      next={w.send}
      busy={byName ? attempt.busy : anonymous.isPending}
      error={error}
      onNext={() => void send()}
    >
      {noLine && (
        <div id="no-line">
          <Notice tone={byName ? 'info' : 'attention'} title={byName ? w.noLineSigned : w.noLineAnonymous}>
            {byName ? w.noLineSignedText : w.noLineAnonymousText}
          </Notice>
        </div>
      )}
      <Said said={said} />
      {said.staff === 'no' && <Through said={said} change={change} />}
      <WhoReads said={said} />
    </QuestionPage>
  )
}

function Said({ said }: { readonly said: Speaking }) {
  const w = useWords(concernWords)
  const text = useText()
  const { data: settings } = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 })
  const { data: places } = useQuery({ ...reading(listPlaces), staleTime: 3_600_000 })
  const community = places?.communities.find(({ id }) => id === said.communityId)
  const lane = community?.lanes.find(({ id }) => id === said.laneId)
  const topic = settings?.concernTopics.find(({ key }) => key === said.topic)
  return (
    <Card>
      <Facts
        facts={[
          [w.checkWay, said.way === 'anonymous' ? w.anonymous : w.signed],
          [w.checkTopic, topic ? text(topic.name) : ''],
          [w.checkPlace, community ? [text(community.name), lane && text(lane.name)].filter(Boolean).join(' ') : w.notSaid],
          [w.checkStaff, said.staff === 'yes' ? w.staffYes : w.staffNo],
          [
            w.checkWords,
            <span key="words" className={styles.words}>
              {said.words}
            </span>,
          ],
        ]}
      />
      <LinkButton kind="plain" to="/concerns/new/$step" params={{ step: 'words' }}>
        {w.change(w.checkWords)}
      </LinkButton>
    </Card>
  )
}

function Through({ said, change }: { readonly said: Speaking; readonly change: (said: Speaking) => void }) {
  const w = useWords(concernWords)
  const text = useText()
  const { data } = useQuery(reading(listOrgans))
  return (
    <Card>
      <Field label={w.through} hint={w.throughHint} optional>
        <Select
          value={said.throughOrganId}
          onChange={(throughOrganId) => change({ ...said, throughOrganId })}
          placeholder={w.throughNone}
          options={(data?.items ?? [])
            .filter(({ kind }) => carriers.includes(kind))
            .map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </Field>
    </Card>
  )
}

/** Said once more right above the button: who reads it, and by when there is an answer. */
function WhoReads({ said }: { readonly said: Speaking }) {
  const w = useWords(concernWords)
  const text = useText()
  const format = useFormat()
  const about = { ...(said.organId && { organId: said.organId }), ...(said.postId && { postId: said.postId }) }
  const { data: settings } = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 })
  const { data } = useQuery({ ...reading(readReader, { query: about }), enabled: said.staff === 'yes' })
  const reader = data?.reader
  return (
    <Notice title={w.readBy}>
      <p>{said.staff === 'yes' ? reader && [text(reader.organ), text(reader.post), ...reader.holders].join(' · ') : w.readByScreeners}</p>
      {settings && <p>{w.whenAnswered(format.workingDays(settings.clocks.concernAnswer))}</p>}
    </Notice>
  )
}
