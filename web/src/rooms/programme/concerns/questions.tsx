import { readReader } from '@ronghe/contract/programme/concerns.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { readPublicSettings } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QuestionPage } from '../../../ui/QuestionPage.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import type { Speaking } from './speaking.ts'

interface Asking {
  readonly said: Speaking
  readonly set: (part: Partial<Speaking>) => void
}

export function AskStaff({ said, set }: Asking) {
  const w = useWords(concernWords)
  return (
    <>
      <Choice
        label={w.staffQuestion}
        hideLabel
        value={said.staff}
        onChange={(staff) => set({ staff, ...(staff === 'no' && { organId: '', postId: '' }) })}
        options={[
          { value: 'no', label: w.staffNo },
          { value: 'yes', label: w.staffYes },
        ]}
      />
      {said.staff === 'yes' && <WhoIsMeant said={said} set={set} />}
    </>
  )
}

/** Who could be meant, and who alone will read it: said before a word is written. */
function WhoIsMeant({ said, set }: Asking) {
  const w = useWords(concernWords)
  const text = useText()
  const { organId, postId } = said
  const read = useQuery(reading(readReader, { query: { ...(organId && { organId }), ...(postId && { postId }) } }))
  return (
    <Shown read={read}>
      {({ reader, could }) => (
        <>
          <Field label={w.staffOrgan} optional>
            <Select
              value={organId}
              onChange={(next) => set({ organId: next, postId: '' })}
              placeholder={w.staffAny}
              options={could.map((organ) => ({ value: organ.organId, label: text(organ.organ) }))}
            />
          </Field>
          {organId !== '' && (
            <Field label={w.staffPost} optional>
              <Select
                value={postId}
                onChange={(next) => set({ postId: next })}
                placeholder={w.staffAny}
                options={(could.find((organ) => organ.organId === organId)?.posts ?? []).map((post) => ({
                  value: post.postId,
                  label: text(post.post),
                }))}
              />
            </Field>
          )}
          {reader ? (
            <Notice title={w.staffReader}>
              <p>{[text(reader.organ), text(reader.post), ...reader.holders].join(' · ')}</p>
            </Notice>
          ) : (
            <Notice tone="attention" title={w.staffNobody}>
              {w.outside.map((number) => (
                <p key={number}>{number}</p>
              ))}
            </Notice>
          )}
        </>
      )}
    </Shown>
  )
}

export function AskTopic({ said, set }: Asking) {
  const w = useWords(concernWords)
  const text = useText()
  return (
    <Shown read={useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 })}>
      {({ concernTopics }) => (
        <Choice
          label={w.topicQuestion}
          hideLabel
          value={said.topic || undefined}
          onChange={(topic) => set({ topic })}
          options={concernTopics.map(({ key, name }) => ({ value: key, label: text(name) }))}
        />
      )}
    </Shown>
  )
}

const nowhere = 'nowhere'

export function AskPlace({ said, set }: Asking) {
  const w = useWords(concernWords)
  const text = useText()
  return (
    <Shown read={useQuery({ ...reading(listPlaces), staleTime: 3_600_000 })}>
      {({ communities }) => {
        const lanes = communities.find(({ id }) => id === said.communityId)?.lanes ?? []
        return (
          <>
            <Choice
              label={w.place}
              hideLabel
              value={said.communityId || nowhere}
              onChange={(next) => set({ communityId: next === nowhere ? '' : next, laneId: '' })}
              options={[...communities.map(({ id, name }) => ({ value: id, label: text(name) })), { value: nowhere, label: w.placeNone }]}
            />
            {lanes.length > 0 && (
              <Field label={w.lane} optional>
                <Select
                  value={said.laneId}
                  onChange={(laneId) => set({ laneId })}
                  placeholder={w.laneNone}
                  options={lanes.map(({ id, name }) => ({ value: id, label: text(name) }))}
                />
              </Field>
            )}
          </>
        )
      }}
    </Shown>
  )
}

type Frame = Omit<ComponentProps<typeof QuestionPage>, 'question' | 'hint' | 'onNext' | 'children'>

export function AskWords({ frame, said, set, goOn }: Asking & { readonly frame: Frame; readonly goOn: () => void }) {
  const w = useWords(concernWords)
  const [missing, setMissing] = useState(false)
  const isEmpty = said.words.trim() === ''
  const error = missing && isEmpty ? w.wordsMissing : undefined
  return (
    <QuestionPage
      {...frame}
      question={w.wordsQuestion}
      hint={w.wordsHint}
      errors={error === undefined ? {} : { words: error }}
      onNext={() => (isEmpty ? setMissing(true) : goOn())}
    >
      <Field label={w.wordsLabel} name="words" error={error} hint={said.way === 'anonymous' ? w.wordsHintAnonymous : undefined}>
        <TextArea value={said.words} onChange={(words) => set({ words })} rows={8} maxLength={4000} />
      </Field>
    </QuestionPage>
  )
}
