import {
  actByCode,
  adoptConcern,
  type AuthorAct,
  listMyConcerns,
  type MyConcern,
  readByCode,
  shareByCode,
} from '@ronghe/contract/programme/concerns.ts'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import { ConcernView } from './ConcernView.tsx'
import styles from './concerns.module.css'

/** The code lives in this page's memory only: it is neither kept nor put into an address. */
export function ByCode() {
  const w = useWords(concernWords)
  const [code, setCode] = useState('')
  const council = useSession().modules.council
  const [concern, setConcern] = useState<MyConcern>()
  const read = useDeed(readByCode, { onDone: setConcern })
  if (concern)
    return (
      <Found
        code={code}
        concern={concern}
        onChange={setConcern}
        onOther={() => {
          setConcern(undefined)
          setCode('')
        }}
      />
    )
  return (
    <>
      <PageHeader title={w.byCodeTitle} lead={w.byCodeLead} back={{ to: '/concerns/new' }} />
      <Form onSubmit={() => read.mutate({ body: { code } })} busy={read.isPending} error={read.error} label={w.byCodeTitle}>
        <Field label={w.byCodeLabel} name="code" error={fieldErrorsOf(read.error)['code']}>
          <TextInput value={code} onChange={setCode} maxLength={60} />
        </Field>
        <Button type="submit" wide busy={read.isPending}>
          {w.byCodeDo}
        </Button>
      </Form>
      {council && (
        <div className={styles.acts}>
          <LinkButton kind="quiet" wide to="/council/by-code">
            {w.council}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Found({
  code,
  concern,
  onChange,
  onOther,
}: {
  readonly code: string
  readonly concern: MyConcern
  readonly onChange: (concern: MyConcern) => void
  readonly onOther: () => void
}) {
  const w = useWords(concernWords)
  const { person } = useSession()
  const act = useDeed(actByCode, { onDone: onChange })
  const share = useDeed(shareByCode, { onDone: onChange })
  const said = { accept: w.acceptDone, reopen: w.reopenDone, reportThreat: w.threatDone }
  return (
    <>
      <PageHeader title={`${w.myWords} ${concern.number}`} back={{ to: '/concerns/new' }} />
      <ConcernView
        concern={concern}
        acts={{
          act: (what: AuthorAct) => act.mutate({ body: { code, what } }, { onSuccess: () => toast(said[what.act]) }),
          share: (agreed) => share.mutate({ body: { code, share: agreed } }),
          busy: act.isPending || share.isPending,
          error: act.error ?? share.error,
        }}
      />
      <div className={styles.acts}>
        {person?.session === 'open' && <Adopt code={code} />}
        <Button kind="plain" onPress={onOther}>
          {w.byCodeOther}
        </Button>
      </div>
    </>
  )
}

/** Ends the anonymity, so it is asked with what it means. */
function Adopt({ code }: { readonly code: string }) {
  const w = useWords(concernWords)
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(adoptConcern, {
    refreshes: [listMyConcerns],
    onDone({ id }) {
      toast(w.adopted)
      void navigate({ to: '/concerns/$concernId', params: { concernId: id } as never })
    },
  })
  return (
    <>
      <Button kind="quiet" wide onPress={() => setAsking(true)}>
        {w.adopt}
      </Button>
      <Dialog title={w.adopt} open={asking} onClose={() => setAsking(false)}>
        <p>{w.adoptText}</p>
        {deed.error && <RefusalLine error={deed.error} />}
        <ButtonRow>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {w.cancel}
          </Button>
          <Button busy={deed.isPending} onPress={() => deed.mutate({ body: { code } })}>
            {w.adoptDo}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}
