import { listCarried, listMerged, type MergedAtDesk, readMergedAtDesk, workOnMerged } from '@ronghe/contract/council/merged-concerns.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { placeOf } from '../../../platform/place.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { fromPoints, toPoints } from './points.ts'
import styles from './concerns.module.css'
import { mergeWords } from './words/words.ts'

const refreshes = [readMergedAtDesk, listCarried, listMerged]

/** One merge at the desk: its parts with their words, who said what to it, and undoing it in part or whole. */
export function MergedDetail() {
  const read = useQuery(reading(readMergedAtDesk, { params: { mergedId: useParam('mergedId') } }))
  return <Shown read={read}>{(merged) => <Whole key={merged.id} merged={merged} />}</Shown>
}

function Whole({ merged }: { readonly merged: MergedAtDesk }) {
  const w = useWords(mergeWords)
  const text = useText()
  const [rewording, setRewording] = useState(false)
  return (
    <>
      <PageHeader
        title={merged.title}
        above={[w.number(merged.number), text(merged.topic)].join(' · ')}
        beside={<Tag tone={merged.state === 'apart' ? 'quiet' : 'going'}>{merged.state === 'apart' ? w.apart : w.together}</Tag>}
        back={{ to: '/council/merging', label: w.back }}
      />
      {rewording ? (
        <Reword merged={merged} onDone={() => setRewording(false)} />
      ) : (
        <Card title={w.shared}>
          <p className={styles.words}>{merged.shared}</p>
          <ButtonRow>
            {merged.may.includes('reword') && (
              <Button kind="quiet" onPress={() => setRewording(true)}>
                {w.reword}
              </Button>
            )}
            <LinkButton kind="plain" href={`${placeOf(location.pathname).prefix}/council/merged/${merged.id}`}>
              {w.publicPage}
            </LinkButton>
          </ButtonRow>
        </Card>
      )}
      <Parts merged={merged} />
      {merged.may.includes('takeApart') && <TakeApart merged={merged} />}
    </>
  )
}

function Parts({ merged }: { readonly merged: MergedAtDesk }) {
  const w = useWords(mergeWords)
  const format = useFormat()
  const deed = useDeed(workOnMerged, { refreshes, onDone: () => toast(w.saved) })
  return (
    <Card title={w.detailParts}>
      {deed.error && <RefusalLine error={deed.error} />}
      {merged.parts.map((part) => (
        <div key={part.concernId} className={styles.one}>
          <p className={styles.words}>
            <strong>{part.number}</strong> {part.words}
          </p>
          <Facts
            facts={[
              [w.dropped, part.dropped.length > 0 ? format.list(part.dropped) : w.nothingDropped],
              [
                w.mineTitle,
                part.endedBecause ? w.ended[part.endedBecause] : `${w.answer[part.answer ?? 'none']} · ${format.day(part.objectBy)}`,
              ],
              ...(part.objection ? ([[w.objection, part.objection]] as const) : []),
            ]}
          />
          {part.endedBecause === null && merged.may.includes('takeOut') && (
            <ButtonRow>
              <Button
                kind="plain"
                busy={deed.isPending}
                onPress={() =>
                  deed.mutate({ params: { mergedId: merged.id }, body: { what: { act: 'takeOut', concernId: part.concernId } } })
                }
              >
                {w.takeOut}
              </Button>
            </ButtonRow>
          )}
        </div>
      ))}
    </Card>
  )
}

function Reword({ merged, onDone }: { readonly merged: MergedAtDesk; readonly onDone: () => void }) {
  const w = useWords(mergeWords)
  const within = merged.parts.filter(({ endedBecause }) => endedBecause === null)
  const [title, setTitle] = useState(merged.title)
  const [shared, setShared] = useState(merged.shared)
  const [dropped, setDropped] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(within.map((part) => [part.concernId, fromPoints(part.dropped)])),
  )
  const deed = useDeed(workOnMerged, {
    refreshes,
    onDone: () => {
      toast(w.saved)
      onDone()
    },
  })
  const errors = fieldErrorsOf(deed.error)
  const send = (): void =>
    deed.mutate({
      params: { mergedId: merged.id },
      body: {
        what: {
          act: 'reword',
          title,
          shared,
          parts: within.map(({ concernId }) => ({ concernId, dropped: toPoints(dropped[concernId] ?? '') })),
        },
      },
    })
  return (
    <Card title={w.reword}>
      <p className="muted small">{w.rewordHint}</p>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.reword}>
        <Field label={w.title} name="what.title" error={errors['what.title']}>
          <TextInput value={title} onChange={setTitle} maxLength={80} />
        </Field>
        <Field label={w.sharedLabel} name="what.shared" error={errors['what.shared']}>
          <TextArea value={shared} onChange={setShared} maxLength={1000} rows={4} />
        </Field>
        {within.map(({ concernId, number }) => (
          <Field key={concernId} label={w.droppedLabel(number)} hint={w.droppedHint} optional>
            <TextArea value={dropped[concernId] ?? ''} onChange={(next) => setDropped({ ...dropped, [concernId]: next })} rows={2} />
          </Field>
        ))}
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.rewordDo}
          </Button>
          <Button kind="plain" onPress={onDone}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function TakeApart({ merged }: { readonly merged: MergedAtDesk }) {
  const w = useWords(mergeWords)
  const [asking, setAsking] = useState(false)
  const deed = useDeed(workOnMerged, {
    refreshes,
    onDone: () => {
      setAsking(false)
      toast(w.saved)
    },
  })
  return (
    <>
      <ButtonRow>
        <Button kind="careful" onPress={() => setAsking(true)}>
          {w.takeApart}
        </Button>
      </ButtonRow>
      <Dialog title={w.takeApart} open={asking} onClose={() => setAsking(false)}>
        <p>{w.takeApartSure}</p>
        {deed.error && <RefusalLine error={deed.error} />}
        <ButtonRow>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {w.cancel}
          </Button>
          <Button
            kind="careful"
            busy={deed.isPending}
            onPress={() => deed.mutate({ params: { mergedId: merged.id }, body: { what: { act: 'takeApart' } } })}
          >
            {w.takeApartDo}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}
