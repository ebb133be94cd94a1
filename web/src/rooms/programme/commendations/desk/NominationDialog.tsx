import {
  answerOnPaper,
  decideNomination,
  type DeskNomination,
  enterObjection,
  listNominations,
  offerStory,
  readCommendation,
  type ShownAs,
  storyOnPaper,
} from '@ronghe/contract/programme/commendations.ts'
import { useRef, useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import desk from '../../desk/desk.module.css'
import { commendationWords } from '../words/words.ts'
import { commendationDeskWords } from './words/words.ts'

export interface NominationDeed {
  readonly act: DeskNomination['may'][number]
  readonly item: DeskNomination
}
const refreshes = [listNominations, readCommendation]

export function NominationDialog({ deed, onClose }: { readonly deed: NominationDeed; readonly onClose: () => void }) {
  const w = useWords(commendationDeskWords)
  const start = useRef<HTMLDivElement>(null)
  const { act, item } = deed
  const done = (): void => {
    toast(w.done)
    onClose()
  }
  return (
    <Dialog title={w.may[act]} open onClose={onClose} startAt={start}>
      <div ref={start} tabIndex={-1} className={desk.dialog}>
        <p className="muted">{item.name}</p>
        {act === 'signPaper' && <SignPaper item={item} onDone={done} />}
        {act === 'decline' && <Decline item={item} onDone={done} />}
        {act === 'decide' && <Decide item={item} onDone={done} />}
        {act === 'offerStory' && <OfferStory item={item} onDone={done} />}
        {act === 'enterObjection' && <EnterObjection item={item} onDone={done} />}
        {act === 'publishStory' && <StoryPaper item={item} published onDone={done} />}
        {act === 'takeDownStory' && <StoryPaper item={item} published={false} onDone={done} />}
      </div>
    </Dialog>
  )
}

interface Inside {
  readonly item: DeskNomination
  readonly onDone: () => void
}

function SignPaper({ item, onDone }: Inside) {
  const w = useWords(commendationDeskWords)
  const { shown } = useWords(commendationWords)
  const [shownAs, setShownAs] = useState<ShownAs>('none')
  const [alias, setAlias] = useState('')
  const [signed, setSigned] = useState(false)
  const deed = useDeed(answerOnPaper, { refreshes, onDone })
  const send = (): void => {
    if (signed) deed.mutate({ params: { nominationId: item.id }, body: { agrees: true, signed, shownAs, alias: alias.trim() } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.may.signPaper}>
      <Choice<ShownAs>
        label={w.shownAs}
        hint={w.signedHint}
        name="shownAs"
        value={shownAs}
        onChange={setShownAs}
        options={(['name', 'alias', 'none'] as const).map((value) => ({ value, label: shown[value] }))}
      />
      {shownAs === 'alias' && (
        <Field label={w.alias} name="alias" error={fieldErrorsOf(deed.error)['alias']}>
          <TextInput value={alias} onChange={setAlias} maxLength={30} />
        </Field>
      )}
      <Tick label={w.signedTick} checked={signed} onChange={setSigned} />
      <Confirm busy={deed.isPending} off={!signed} />
    </Form>
  )
}

function Decline({ item, onDone }: Inside) {
  const w = useWords(commendationDeskWords)
  const deed = useDeed(answerOnPaper, { refreshes, onDone })
  const send = (): void =>
    deed.mutate({ params: { nominationId: item.id }, body: { agrees: false, signed: true, shownAs: 'none', alias: '' } })
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.may.decline}>
      <p>{w.declineSure}</p>
      <Confirm busy={deed.isPending} />
    </Form>
  )
}

function Decide({ item, onDone }: Inside) {
  const w = useWords(commendationDeskWords)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(decideNomination, { refreshes, onDone })
  const proposed = item.reviews.outcome === 'recommended'
  const missing: Readonly<Record<string, string>> = reason.trim() === '' ? { reason: w.missing.reason } : {}
  const send = (): void => {
    setTried(true)
    if (reason.trim() !== '') deed.mutate({ params: { nominationId: item.id }, body: { proposed, reason: reason.trim() } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.may.decide}>
      <p>{w.conclusion(w.outcomes[item.reviews.outcome])}</p>
      <Field label={w.reason} name="reason" error={tried ? missing['reason'] : undefined}>
        <TextArea value={reason} onChange={setReason} rows={3} maxLength={1000} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {proposed ? w.proposed : w.notProposed}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function OfferStory({ item, onDone }: Inside) {
  const w = useWords(commendationDeskWords)
  const [title, setTitle] = useState(item.story?.title ?? '')
  const [text, setText] = useState(item.story?.text ?? '')
  const [tried, setTried] = useState(false)
  const deed = useDeed(offerStory, { refreshes, onDone })
  const missing: Record<string, string> = {
    ...(title.trim() === '' && { title: w.missing.title }),
    ...(text.trim() === '' && { text: w.missing.words }),
  }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length === 0)
      deed.mutate({ params: { nominationId: item.id }, body: { title: title.trim(), text: text.trim() } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.may.offerStory}>
      <Field label={w.storyName} hint={w.storyHint} name="title" error={tried ? missing['title'] : undefined}>
        <TextInput value={title} onChange={setTitle} maxLength={80} />
      </Field>
      <Field label={w.storyText} name="text" error={tried ? missing['text'] : undefined}>
        <TextArea value={text} onChange={setText} rows={6} maxLength={3000} />
      </Field>
      <Confirm busy={deed.isPending} />
    </Form>
  )
}

function EnterObjection({ item, onDone }: Inside) {
  const w = useWords(commendationDeskWords)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(enterObjection, { refreshes, onDone })
  const missing: Readonly<Record<string, string>> = words.trim() === '' ? { words: w.missing.words } : {}
  const send = (): void => {
    setTried(true)
    if (words.trim() !== '') deed.mutate({ params: { nominationId: item.id }, body: { words: words.trim() } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.may.enterObjection}>
      <Field label={w.objectionWords} name="words" error={tried ? missing['words'] : undefined}>
        <TextArea value={words} onChange={setWords} rows={4} maxLength={1500} />
      </Field>
      <Confirm busy={deed.isPending} />
    </Form>
  )
}

function StoryPaper({ item, published, onDone }: Inside & { readonly published: boolean }) {
  const w = useWords(commendationDeskWords)
  const [signed, setSigned] = useState(false)
  const deed = useDeed(storyOnPaper, { refreshes, onDone })
  const send = (): void => {
    if (signed) deed.mutate({ params: { nominationId: item.id }, body: { published, signed } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.may[published ? 'publishStory' : 'takeDownStory']}>
      <p className={desk.words}>{item.story?.text}</p>
      <Tick label={w.signedTick} checked={signed} onChange={setSigned} />
      <Confirm busy={deed.isPending} off={!signed} />
    </Form>
  )
}

const Confirm = ({ busy, off = false }: { readonly busy: boolean; readonly off?: boolean }) => {
  const w = useWords(commendationDeskWords)
  return (
    <ButtonRow>
      <Button type="submit" busy={busy} disabled={off}>
        {w.confirm}
      </Button>
    </ButtonRow>
  )
}
