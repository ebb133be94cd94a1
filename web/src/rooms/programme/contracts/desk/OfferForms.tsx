import {
  type ContractProject,
  handInOffer,
  offerFile,
  readContract,
  readOfferFile,
  withdrawOffer,
} from '@ronghe/contract/programme/contracts.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { download, saveAs } from '../../../../platform/download.ts'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed, useRefresh } from '../../../../platform/queries.ts'
import { sendFile } from '../../../../platform/send-file.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FileInput } from '../../../../ui/FileInput.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { NumberInput, Select, TextArea } from '../../../../ui/inputs.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { toCents } from '../../desk/support/yuan.ts'
import styles from '../contracts.module.css'
import { ActForm, type Inside, useEnding } from './act-form.tsx'
import { contractDeskWords } from './words/words.ts'

interface Typed {
  readonly organ: string
  readonly yuan: number | null
  readonly plan: string
}

/** Price and plan for an organ one holds a post in; sealed as soon as it is sent. */
export function HandIn({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const text = useText()
  const { person } = useSession()
  const organs = useQuery(reading(listOrgans))
  const mine = new Set(person?.posts.filter(({ kind }) => kind === 'providerHead').map(({ organId }) => organId))
  const own = (organs.data?.items ?? []).filter(({ id }) => mine.has(id))
  const draft = useDraft<Typed>(`contract-offer:${project.id}:${person?.id}`, { organ: '', yuan: null, plan: '' })
  const [tried, setTried] = useState(false)
  const ending = useEnding(onDone)
  const deed = useDeed(handInOffer, {
    ...ending,
    onDone: () => {
      void draft.discard()
      ending.onDone()
    },
  })
  const { organ: typedOrgan, yuan, plan } = draft.value
  const organ = typedOrgan || (own.length === 1 ? own[0]!.id : '')
  const missing: Record<string, string> = {
    ...(organ === '' && { organId: w.missing.choose }),
    ...(yuan === null && { cents: w.missing.amount }),
    ...(plan.trim() === '' && { plan: w.missing.text }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0 || yuan === null) return
    deed.mutate({ params: { projectId: project.id }, body: { organId: organ, cents: toCents(yuan), plan: plan.trim() } })
  }
  if (draft.state === 'reading') return null
  return (
    <ActForm label={w.acts.offer} deed={deed} missing={tried ? missing : {}} send={send} button={w.acts.offer}>
      <p className="muted">{w.offerHint}</p>
      <Field label={w.offerOrgan} name="organId" error={said['organId']}>
        <Select
          value={organ}
          placeholder=""
          onChange={(next) => draft.change((now) => ({ ...now, organ: next }))}
          options={own.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </Field>
      <Field label={w.yuan} name="cents" error={said['cents']}>
        <NumberInput value={yuan} onChange={(next) => draft.change((now) => ({ ...now, yuan: next }))} decimals />
      </Field>
      <Field label={w.plan} name="plan" error={said['plan']}>
        <TextArea value={plan} onChange={(next) => draft.change((now) => ({ ...now, plan: next }))} rows={5} maxLength={4000} />
      </Field>
    </ActForm>
  )
}

/** What one's own organ handed in, while it can still be changed. */
export function OwnOffers({ project }: { readonly project: ContractProject }) {
  const w = useWords(contractDeskWords)
  return (
    <Card title={w.ownOfferTitle} className={styles.gap}>
      {project.own.map((offer) => (
        <OwnOffer key={offer.id} offer={offer} />
      ))}
    </Card>
  )
}

function OwnOffer({ offer }: { readonly offer: ContractProject['own'][number] }) {
  const w = useWords(contractDeskWords)
  const text = useText()
  const format = useFormat()
  const refresh = useRefresh()
  const [files, setFiles] = useState<readonly File[]>([])
  const [tried, setTried] = useState(false)
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const missing: Readonly<Record<string, string>> = tried && files.length === 0 ? { file: w.missing.file } : {}
  const params = { offerId: offer.id }
  const withdraw = useDeed(withdrawOffer, { refreshes: [readContract], onDone: () => toast(w.done) })
  const add = async (): Promise<void> => {
    const [file] = files
    setTried(true)
    if (!file) return
    setAttempt({ busy: true })
    try {
      await sendFile(offerFile, { params }, file, () => undefined)
      await refresh(readContract)
      setFiles([])
      setTried(false)
      setAttempt({ busy: false })
      toast(w.fileDone)
    } catch (error) {
      setAttempt({ busy: false, error })
    }
  }
  return (
    <div className={styles.line}>
      <p>
        <strong>{w.ownOffer(text(offer.organ.name), format.money(offer.cents))}</strong>{' '}
        {offer.hasFile && <span className="muted">{w.hasFile}</span>}
      </p>
      <p className={styles.words}>{offer.plan}</p>
      {offer.may.includes('addFile') && (
        <Form onSubmit={() => void add()} busy={attempt.busy} error={attempt.error} errors={missing} label={w.offerFile}>
          <Field label={w.offerFile} name="file" error={fieldErrorsOf(attempt.error)['file'] ?? missing['file']}>
            <FileInput files={files} onChange={setFiles} most={1} />
          </Field>
          <Button type="submit" kind="quiet" busy={attempt.busy}>
            {w.offerFile}
          </Button>
        </Form>
      )}
      {withdraw.error && <RefusalLine error={withdraw.error} />}
      <ButtonRow>
        {offer.hasFile && <GetFile offerId={offer.id} />}
        {offer.may.includes('withdraw') && (
          <Button kind="quiet" busy={withdraw.isPending} onPress={() => withdraw.mutate({ params, body: {} })}>
            {w.withdrawOffer}
          </Button>
        )}
      </ButtonRow>
    </div>
  )
}

export function GetFile({ offerId }: { readonly offerId: string }) {
  const w = useWords(contractDeskWords)
  const [error, setError] = useState<unknown>()
  const get = async (): Promise<void> => {
    try {
      saveAs(await download(readOfferFile, { params: { offerId } }), 'offer.pdf')
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <>
      {error != null && <RefusalLine error={error} />}
      <Button kind="quiet" onPress={() => void get()}>
        {w.getFile}
      </Button>
    </>
  )
}
