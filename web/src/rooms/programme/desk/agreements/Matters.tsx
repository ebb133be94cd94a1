import { addMatter, type AgreementPage, settleMatter } from '@ronghe/contract/programme/agreements.ts'
import { listPosts } from '@ronghe/contract/programme/appointments.ts'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useToday } from '../../../../platform/today.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../desk.module.css'
import { programmeDeskWords } from '../words/words.ts'
import { agreementReads } from './agreement-reads.ts'
import { agreementDeskWords } from './words/words.ts'

type Matter = AgreementPage['matters'][number]

/** What is not agreed yet: each with its owner and its day. */
export function Matters({ found }: { readonly found: AgreementPage }) {
  const w = useWords(agreementDeskWords)
  const text = useText()
  const format = useFormat()
  const [open, setOpen] = useState<Matter | 'new'>()
  const start = useRef<HTMLDivElement>(null)
  const close = (): void => setOpen(undefined)
  return (
    <Card title={w.matters}>
      <p className="muted small">{found.matters.length === 0 ? w.mattersNone : w.mattersText}</p>
      {found.matters.map((matter) => (
        <section key={matter.id} className={styles.item}>
          <div className={styles.inline}>
            <strong>{matter.what}</strong>
            {matter.overdue && <Tag tone="alert">{w.matterLate}</Tag>}
            {matter.settledOn && <Tag tone="quiet">{w.matterSettled(format.day(matter.settledOn))}</Tag>}
          </div>
          <p className="muted small">{matter.outcome ?? w.matterBy(text(matter.owner), format.day(matter.dueOn))}</p>
          {matter.may.includes('settle') && (
            <Button kind="plain" onPress={() => setOpen(matter)}>
              {w.settle}
            </Button>
          )}
        </section>
      ))}
      {found.may.includes('addMatter') && (
        <ButtonRow>
          <Button kind="quiet" onPress={() => setOpen('new')}>
            {w.addMatter}
          </Button>
        </ButtonRow>
      )}
      <Dialog title={open === 'new' ? w.addMatter : w.settle} open={open !== undefined} onClose={close} startAt={start}>
        <div ref={start} tabIndex={-1} className={styles.dialog}>
          {open === 'new' && <AddMatter agreementId={found.id} onDone={close} />}
          {open !== undefined && open !== 'new' && <SettleMatter matter={open} onDone={close} />}
        </div>
      </Dialog>
    </Card>
  )
}

function AddMatter({ agreementId, onDone }: { readonly agreementId: string; readonly onDone: () => void }) {
  const today = useToday()
  const w = useWords(agreementDeskWords)
  const desk = useWords(programmeDeskWords)
  const text = useText()
  const posts = useQuery(reading(listPosts))
  const [typed, setTyped] = useState({ what: '', ownerPostId: '', dueOn: '' })
  const [errors, setErrors] = useState<FieldErrors>({})
  const set = (part: Partial<typeof typed>): void => setTyped((now) => ({ ...now, ...part }))
  const deed = useDeed(addMatter, {
    refreshes: agreementReads,
    onDone: () => {
      toast(w.matterAdded)
      onDone()
    },
  })
  const save = (): void => {
    const blanks = Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value.trim() === '' ? [[name, w.missing]] : [])))
    setErrors(blanks)
    if (Object.keys(blanks).length === 0) deed.mutate({ params: { agreementId }, body: { ...typed, what: typed.what.trim() } })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={errors} error={deed.error} label={w.addMatter}>
      <Field label={w.matter} name="what" error={errors['what']}>
        <TextInput value={typed.what} onChange={(what) => set({ what })} maxLength={300} />
      </Field>
      <Field label={w.matterOwner} name="ownerPostId" error={errors['ownerPostId']}>
        <Select
          value={typed.ownerPostId}
          onChange={(ownerPostId) => set({ ownerPostId })}
          placeholder={desk.choosePost}
          options={(posts.data?.items ?? []).map((post) => ({ value: post.id, label: `${text(post.organ.name)} · ${text(post.name)}` }))}
        />
      </Field>
      <Field label={w.matterDue} name="dueOn" error={errors['dueOn']}>
        <DateInput value={typed.dueOn} onChange={(dueOn) => set({ dueOn })} min={today} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.addMatter}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function SettleMatter({ matter, onDone }: { readonly matter: Matter; readonly onDone: () => void }) {
  const w = useWords(agreementDeskWords)
  const [outcome, setOutcome] = useState('')
  const [missing, setMissing] = useState(false)
  const deed = useDeed(settleMatter, {
    refreshes: agreementReads,
    onDone: () => {
      toast(w.settled)
      onDone()
    },
  })
  const blank = outcome.trim() === ''
  const save = (): void => {
    setMissing(blank)
    if (!blank) deed.mutate({ params: { matterId: matter.id }, body: { outcome: outcome.trim() } })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={missing && blank ? { outcome: w.missing } : {}} error={deed.error} label={w.settle}>
      <p className="muted">{matter.what}</p>
      <Field label={w.settleOutcome} name="outcome" error={missing && blank ? w.missing : undefined}>
        <TextArea value={outcome} onChange={setOutcome} rows={3} maxLength={500} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.settleDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
