import type { fileCaseAtDesk } from '@ronghe/contract/station/cases.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useState } from 'react'
import { dayOf } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { newId } from '../../../../platform/ids.ts'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useSearchText } from '../../../../platform/params.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { ChooseService } from './ChooseService.tsx'
import { useNoteVisit } from '../../counter/visit-case.ts'
import { type Entry, newEntry } from './entry.ts'
import { FillIn } from './FillIn.tsx'
import { FindPerson } from './FindPerson.tsx'
import { PaperDone } from './PaperDone.tsx'
import { usePersonCard } from './person-card.ts'
import styles from './paper.module.css'
import { paperWords } from './words/words.ts'

type Filed = ReplyOf<typeof fileCaseAtDesk>

/** From paper, at the window or after a home visit: the same questions and rules as on the phone, on one page. */
export function PaperEntry() {
  const w = useWords(paperWords)
  const me = useSession().person?.id ?? ''
  const [today] = useState(() => dayOf(new Date()))
  const service = useSearchText('service')
  const personId = useSearchText('person')
  const ticket = useSearchText('ticket')
  const noteVisit = useNoteVisit(ticket)
  const [fresh] = useState(() => ({
    ...newEntry(newId(), today),
    ...(service !== undefined && { service }),
    ...(personId !== undefined && { person: { id: personId, name: '' } }),
  }))
  const draft = useDraft<Entry>(ticket === undefined ? `paper:${me}` : `paper:${me}:${ticket}:${service ?? ''}`, fresh)
  const [filed, setFiled] = useState<{ readonly reply: Filed; readonly entry: Entry }>()
  const change = (part: Partial<Entry>): void => draft.change((entry) => ({ ...entry, ...part }))
  const startOver = (): void => {
    const before = draft.value
    draft.change(newEntry(newId(), today))
    toast(w.started, () => draft.change(before))
  }
  const next = (): void => {
    draft.change(newEntry(newId(), today))
    setFiled(undefined)
  }
  if (filed) return <PaperDone filed={filed.reply} onNext={next} />
  if (draft.state === 'reading') return <Loading />
  const entry = draft.value
  return (
    <div className={styles.page}>
      <PageHeader title={w.title} lead={w.lead} />
      <Card title={w.personStep}>
        {entry.person === null ? (
          <FindPerson onChoose={(id) => change({ person: { id, name: '' } })} />
        ) : (
          <Chosen personId={entry.person.id} onChange={() => change({ person: null })} />
        )}
      </Card>
      {entry.person !== null && entry.service === null && (
        <Card title={w.serviceStep}>
          <ChooseService onChoose={(key) => change({ service: key, answers: {}, seen: [], documents: [], consents: [] })} />
        </Card>
      )}
      {entry.person !== null && entry.service !== null && (
        <FillIn
          key={`${entry.caseId}:${entry.service}`}
          entry={entry}
          personId={entry.person.id}
          service={entry.service}
          change={change}
          today={today}
          onFiled={(reply) => {
            setFiled({ reply, entry })
            noteVisit(reply.id)
            void draft.discard()
          }}
        />
      )}
      {entry.person !== null && (
        <p>
          <Button kind="plain" onPress={startOver}>
            {w.start}
          </Button>
        </p>
      )}
    </div>
  )
}

function Chosen({ personId, onChange }: { readonly personId: string; readonly onChange: () => void }) {
  const w = useWords(paperWords)
  const card = usePersonCard(personId)
  return (
    <p>
      <strong>{w.chosen(card.data?.name ?? '…')}</strong> <span>{card.data?.phone ?? ''}</span>{' '}
      <Button kind="plain" onPress={onChange}>
        {w.change}
      </Button>
    </p>
  )
}
