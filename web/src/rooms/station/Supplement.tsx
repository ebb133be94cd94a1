import { listMyCases, readMyCase } from '@ronghe/contract/station/cases.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ProblemError } from '../../api.ts'
import { dayOf, useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { useParam } from '../../platform/params.ts'
import { reading, useRefresh } from '../../platform/queries.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { toast } from '../../ui/Toast.tsx'
import { AskedAgain } from './AskedAgain.tsx'
import type { MyCase } from './CaseTimeline.tsx'
import { PicturesInput } from './PicturesInput.tsx'
import { HandedMeanwhile, NotHanded, OnItsWay } from './SupplementHeld.tsx'
import { type HandingIn, useHandingIn } from './use-handing-in.ts'
import { casesWords } from './words/cases/words.ts'

/** Handing in what was named missing: pictures, answers put right, a line of explanation. */
export function Supplement() {
  const caseId = useParam('caseId')
  return <Shown read={useKept(reading(readMyCase, { params: { caseId } }))}>{(found) => <Handing key={found.id} found={found} />}</Shown>
}

function Handing({ found }: { readonly found: MyCase }) {
  const w = useWords(casesWords)
  const text = useText()
  const handing = useHandingIn(found)
  if (!handing) return <Loading />
  if (handing.waiting && !handing.waiting.problem) return <OnItsWay found={found} handing={handing} />
  if (found.may.includes('supplement')) return <HandingForm found={found} handing={handing} />
  if (!handing.empty) return <NotHanded found={found} handing={handing} />
  return (
    <>
      <PageHeader title={w.supplementTitle} above={text(found.service)} back={{ to: '/cases/$caseId', params: { caseId: found.id } }} />
      <EmptyState title={w.supplementNone} next={<LinkButton to="/cases">{w.title}</LinkButton>} />
    </>
  )
}

function HandingForm({ found, handing }: { readonly found: MyCase; readonly handing: HandingIn }) {
  const w = useWords(casesWords)
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const [today] = useState(() => dayOf(new Date()))
  const { value, put, files, empty } = handing
  const needed = found.documents.filter(({ need, state }) => state === 'missing' || (found.notice?.documents.includes(need) ?? false))
  const fieldErrors = attempt.error instanceof ProblemError ? attempt.error.fieldErrors : {}
  const submit = async (): Promise<void> => {
    if (empty) return setAttempt({ busy: false, error: undefined })
    setAttempt({ busy: true })
    try {
      const { sent } = await handing.send(`${text(found.service)} · ${w.supplementTitle}`)
      toast(sent ? w.supplemented : w.supplementLater)
      // Without a line there is nothing to read anew, and waiting for it would hold the page.
      if (sent) await refresh(readMyCase, listMyCases)
      await navigate({ to: '/cases/$caseId', params: { caseId: found.id }, replace: true } as never)
    } catch (error) {
      setAttempt({ busy: false, error })
      // What the other device handed in is read, to stand beside what was written here.
      if (error instanceof ProblemError && error.problem.status === 409) await refresh(readMyCase, listMyCases)
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
      {found.notice && found.notice.words !== '' && <Notice tone="attention">{found.notice.words}</Notice>}
      <HandedMeanwhile handing={handing} canSend />
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
                  put((now) => ({
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
            change={(id, answer) => put((now) => ({ answers: { ...now.answers, [id]: answer } }))}
            errors={Object.fromEntries(Object.entries(fieldErrors).map(([path, sentence]) => [path.replace(/^answers\./, ''), sentence]))}
            today={today}
            files={files}
          />
        )}
        <Field label={w.supplementWords} hint={w.supplementWordsHint} name="words" optional>
          <TextArea value={value.words} onChange={(words) => put(() => ({ words }))} rows={3} maxLength={1000} />
        </Field>
        {empty && (
          <p id="nothing-yet" className="muted small">
            {w.supplementEmpty}
          </p>
        )}
        <Button type="submit" wide busy={attempt.busy} disabled={empty} {...(empty && { describedBy: 'nothing-yet' })}>
          {handing.meanwhile.length > 0 ? w.supplementAlso : w.supplementDo}
        </Button>
      </Form>
    </>
  )
}
