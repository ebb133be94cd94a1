import {
  addMaterial,
  changeMaterial,
  listMaterials,
  type Material,
  readMaterialFile,
  readMaterialPack,
  removeMaterial,
} from '@ronghe/contract/school/class.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useState } from 'react'
import { addressOf } from '../../../api.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useKept } from '../../../platform/offline/kept.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PlainWords } from '../../../ui/PlainWords.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../learning.module.css'
import { AddFile } from './AddFile.tsx'
import { classWords } from './words/words.ts'

type List = ReplyOf<typeof listMaterials>

/** What the course hands out; kept on the phone for where there is no line. */
export function Materials() {
  const w = useWords(classWords)
  const text = useText()
  const courseId = useParam('courseId')
  const params = { courseId }
  const signedIn = useSession().person !== null
  const read = useKept(reading(listMaterials, { params }))
  return (
    <Shown read={read}>
      {(list) => (
        <>
          <PageHeader
            title={w.materials}
            above={text(list.title)}
            lead={w.materialsLead}
            back={{ to: '/school/courses/$courseId', params }}
          />
          {list.items.length === 0 ? (
            <EmptyState title={w.materialsNone}>{w.materialsNoneNext}</EmptyState>
          ) : (
            <>
              <ButtonRow>
                <LinkButton kind="quiet" icon="print" to="/school/courses/$courseId/materials/print" params={params}>
                  {w.print}
                </LinkButton>
                <LinkButton kind="quiet" href={addressOf(readMaterialPack, { params })}>
                  {w.pack}
                </LinkButton>
              </ButtonRow>
              <div className={styles.acts}>
                {list.items.map((material) => (
                  <One key={material.id} courseId={courseId} material={material} mayEdit={list.may.includes('edit')} />
                ))}
              </div>
            </>
          )}
          {list.more && !signedIn && <p className="muted">{w.more}</p>}
          {list.may.includes('edit') && <Handing courseId={courseId} list={list} />}
        </>
      )}
    </Shown>
  )
}

function One({ courseId, material, mayEdit }: { readonly courseId: string; readonly material: Material; readonly mayEdit: boolean }) {
  const w = useWords(classWords)
  const text = useText()
  const params = { courseId, materialId: material.id }
  const change = useDeed(changeMaterial, { refreshes: [listMaterials], onDone: () => toast(w.saved) })
  const remove = useDeed(removeMaterial, { refreshes: [listMaterials], onDone: () => toast(w.removed) })
  const { sessionId, title, body } = material
  return (
    <Card title={text(material.title)}>
      <p className="muted small">
        {material.sessionNumber ? w.session(material.sessionNumber) : w.whole} {material.public && <Tag tone="quiet">{w.publicTag}</Tag>}
      </p>
      {material.body && (
        <>
          <p className={styles.said}>{text(material.body)}</p>
          <ReadAloud text={text(material.body)} />
        </>
      )}
      {material.file && (
        <LinkButton kind="quiet" icon="file" href={addressOf(readMaterialFile, { params })}>
          {`${w.openFile}：${material.file.name}`}
        </LinkButton>
      )}
      {mayEdit && (
        <>
          {(change.error ?? remove.error) && <RefusalLine error={change.error ?? remove.error} />}
          <ButtonRow>
            <Button
              kind="plain"
              busy={change.isPending}
              onPress={() => change.mutate({ params, body: { sessionId, title, body, public: !material.public } })}
            >
              {material.public ? w.makePrivate : w.makePublic}
            </Button>
            <Button kind="plain" busy={remove.isPending} onPress={() => remove.mutate({ params })}>
              {w.remove}
            </Button>
          </ButtonRow>
        </>
      )}
    </Card>
  )
}

function Handing({ courseId, list }: { readonly courseId: string; readonly list: List }) {
  const w = useWords(classWords)
  const [which, setWhich] = useState<'text' | 'file'>()
  const sessions = [{ value: '', label: w.whole }, ...list.sessions.map(({ id, number }) => ({ value: id, label: w.session(number) }))]
  const done = () => setWhich(undefined)
  return (
    <div className={styles.acts}>
      {which === undefined && (
        <ButtonRow>
          <Button onPress={() => setWhich('text')}>{w.addText}</Button>
          <Button kind="quiet" onPress={() => setWhich('file')}>
            {w.addFile}
          </Button>
        </ButtonRow>
      )}
      {which === 'text' && <AddText courseId={courseId} sessions={sessions} onDone={done} />}
      {which === 'file' && <AddFile courseId={courseId} sessions={sessions} onDone={done} />}
    </div>
  )
}

const empty = { title: '', titleEn: '', body: '', bodyEn: '', sessionId: '', forAll: false }

function AddText({
  courseId,
  sessions,
  onDone,
}: {
  readonly courseId: string
  readonly sessions: readonly { readonly value: string; readonly label: string }[]
  readonly onDone: () => void
}) {
  const w = useWords(classWords)
  const draft = useDraft(`material:${courseId}`, empty)
  const [tried, setTried] = useState(false)
  const add = useDeed(addMaterial, {
    refreshes: [listMaterials],
    onDone() {
      toast(w.saved)
      void draft.discard().then(onDone)
    },
  })
  if (draft.state === 'reading') return null
  const { value, change } = draft
  const missing: Record<string, string> = {}
  for (const key of ['title', 'body'] as const) if (value[key].trim() === '') missing[key] = w.missing
  const errors = { ...fieldErrorsOf(add.error), ...(tried ? missing : {}) }
  const set = (key: 'title' | 'titleEn' | 'body' | 'bodyEn' | 'sessionId') => (next: string) => change((now) => ({ ...now, [key]: next }))
  const both = (zh: string, en: string) => ({ 'zh-CN': zh.trim(), ...(en.trim() ? { en: en.trim() } : {}) })
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    add.mutate({
      params: { courseId },
      body: {
        sessionId: value.sessionId || null,
        title: both(value.title, value.titleEn),
        body: both(value.body, value.bodyEn),
        public: value.forAll,
      },
    })
  }
  return (
    <Form label={w.addText} onSubmit={send} busy={add.isPending} error={add.error} errors={tried ? missing : {}}>
      <Card title={w.addText}>
        <Field label={w.materialTitle} name="title" error={errors['title']}>
          <TextInput value={value.title} onChange={set('title')} maxLength={80} />
        </Field>
        <Field label={w.titleEn} name="titleEn" optional>
          <TextInput value={value.titleEn} onChange={set('titleEn')} maxLength={160} />
        </Field>
        <Field label={w.body} name="body" error={errors['body']}>
          <TextArea value={value.body} onChange={set('body')} rows={8} maxLength={4000} />
        </Field>
        <PlainWords text={`${value.title}\n${value.body}`} />
        <Field label={w.bodyEn} name="bodyEn" hint={w.bodyEnHint} optional>
          <TextArea value={value.bodyEn} onChange={set('bodyEn')} rows={4} maxLength={8000} />
        </Field>
        <PlainWords text={value.bodyEn} language="en" />
        <Field label={w.about} name="sessionId">
          <Select value={value.sessionId} onChange={set('sessionId')} options={sessions} />
        </Field>
        <Tick checked={value.forAll} onChange={(forAll) => change((now) => ({ ...now, forAll }))} label={w.forAll} hint={w.forAllHint} />
        <ButtonRow>
          <Button type="submit" busy={add.isPending}>
            {w.save}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Card>
    </Form>
  )
}
