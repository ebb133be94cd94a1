import { listMyCases, readMyCase, supplementCase } from '@ronghe/contract/station/cases.ts'
import { uploadDocument } from '@ronghe/contract/station/documents.ts'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { ProblemError } from '../../api.ts'
import { newId } from '../../platform/ids.ts'
import { dayOf, useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useDraft } from '../../platform/offline/draft.ts'
import { useKept } from '../../platform/offline/kept.ts'
import { file } from '../../platform/offline/outbox.ts'
import { useParam } from '../../platform/params.ts'
import { reading, useRefresh } from '../../platform/queries.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { toast } from '../../ui/Toast.tsx'
import type { MyCase } from './CaseTimeline.tsx'
import type { KeptFiles } from './kept-files.ts'
import { PicturesInput } from './PicturesInput.tsx'
import { casesWords } from './words/cases/words.ts'
import { AskedAgain } from './AskedAgain.tsx'

interface Handed {
  readonly words: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly documents: readonly { readonly need: string; readonly mark: string }[]
  readonly files: Readonly<Record<string, File>>
}

const nothing: Handed = { words: '', answers: {}, documents: [], files: {} }

/** Handing in what was named missing: pictures, answers put right, a line of explanation. */
export function Supplement() {
  const caseId = useParam('caseId')
  const w = useWords(casesWords)
  return (
    <Shown read={useKept(reading(readMyCase, { params: { caseId } }))}>
      {(found) =>
        found.may.includes('supplement') ? (
          <HandingIn found={found} />
        ) : (
          <>
            <PageHeader title={w.supplementTitle} back={{ to: '/cases/$caseId', params: { caseId } }} />
            <EmptyState title={w.supplementNone} next={<LinkButton to="/cases">{w.title}</LinkButton>} />
          </>
        )
      }
    </Shown>
  )
}

function HandingIn({ found }: { readonly found: MyCase }) {
  const w = useWords(casesWords)
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const draft = useDraft<Handed>(`supplement:${found.id}`, nothing)
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const [today] = useState(() => dayOf(new Date()))
  const { value, change } = draft
  const files = useMemo<KeptFiles>(
    () => ({
      find: (mark) => value.files[mark],
      async keep(picture) {
        const mark = newId()
        change((now) => ({ ...now, files: { ...now.files, [mark]: picture } }))
        return mark
      },
      drop: (mark) => change((now) => ({ ...now, files: Object.fromEntries(Object.entries(now.files).filter(([one]) => one !== mark)) })),
    }),
    [value.files, change],
  )
  if (draft.state === 'reading') return <Loading />
  const needed = found.documents.filter(({ need, state }) => state === 'missing' || (found.notice?.documents.includes(need) ?? false))
  const empty = value.words.trim() === '' && value.documents.length === 0 && Object.keys(value.answers).length === 0
  const fieldErrors = attempt.error instanceof ProblemError ? attempt.error.fieldErrors : {}
  const submit = async (): Promise<void> => {
    if (empty) return setAttempt({ busy: false, error: undefined })
    setAttempt({ busy: true })
    const body = {
      words: value.words,
      ...(Object.keys(value.answers).length > 0 && { answers: { ...value.answers } }),
      documents: value.documents.map(({ need, mark }) => ({ need, file: mark })),
    }
    const uploads = value.documents.flatMap(({ mark }) => {
      const picture = value.files[mark]
      return picture
        ? [{ mark, file: picture, operation: { id: uploadDocument.id, method: 'POST', path: uploadDocument.path } as const }]
        : []
    })
    try {
      const { sent } = await file(
        supplementCase,
        { params: { caseId: found.id }, body },
        `${text(found.service)} · ${w.supplementTitle}`,
        uploads,
      )
      await draft.discard()
      toast(sent ? w.supplemented : w.supplementLater)
      await refresh(readMyCase, listMyCases)
      await navigate({ to: '/cases/$caseId', params: { caseId: found.id }, replace: true } as never)
    } catch (error) {
      setAttempt({ busy: false, error })
    }
  }
  return (
    <>
      <PageHeader
        title={w.supplementTitle}
        above={text(found.service)}
        back={{ to: '/cases/$caseId', params: { caseId: found.id } }}
        lead={found.notice?.dueOn ? w.supplementLead(format.day(found.notice.dueOn)) : undefined}
      />
      {found.notice && found.notice.words !== '' && <p>{found.notice.words}</p>}
      <Form onSubmit={() => void submit()} busy={attempt.busy} error={attempt.error}>
        {needed.map((document) => (
          <Card key={document.need} title={text(document.name)}>
            {document.help && <p className="muted">{text(document.help)}</p>}
            <Field label={<span className="unseen">{text(document.name)}</span>} name={`documents.${document.need}`}>
              <PicturesInput
                value={value.documents
                  .filter(({ need }) => need === document.need)
                  .flatMap(({ mark }) => {
                    const picture = files.find(mark)
                    return picture ? [{ file: mark, name: picture.name, type: picture.type, size: picture.size }] : []
                  })}
                onChange={(next) =>
                  change((now) => ({
                    ...now,
                    documents: [
                      ...now.documents.filter(({ need }) => need !== document.need),
                      ...(next ?? []).map((one) => ({ need: document.need, mark: one.file })),
                    ],
                  }))
                }
                most={6}
                accept="image/*,application/pdf"
                files={files}
              />
            </Field>
          </Card>
        ))}
        {found.notice && found.notice.fields.length > 0 && (
          <AskedAgain
            found={found}
            fields={found.notice.fields}
            answers={value.answers}
            change={(id, answer) => change((now) => ({ ...now, answers: { ...now.answers, [id]: answer } }))}
            errors={Object.fromEntries(Object.entries(fieldErrors).map(([path, sentence]) => [path.replace(/^answers\./, ''), sentence]))}
            today={today}
            files={files}
          />
        )}
        <Field label={w.supplementWords} hint={w.supplementWordsHint} name="words" optional>
          <TextArea value={value.words} onChange={(words) => change((now) => ({ ...now, words }))} rows={3} maxLength={1000} />
        </Field>
        {empty && (
          <p id="nothing-yet" className="muted small">
            {w.supplementEmpty}
          </p>
        )}
        <Button type="submit" wide busy={attempt.busy} disabled={empty} {...(empty && { describedBy: 'nothing-yet' })}>
          {w.supplementDo}
        </Button>
      </Form>
    </>
  )
}
