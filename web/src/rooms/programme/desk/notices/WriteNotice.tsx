import { Audience, listNotices, publishNotice } from '@ronghe/contract/programme/notices.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useToday } from '../../../../platform/today.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, Select } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { PlainWords } from '../../../../ui/PlainWords.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { uiWords } from '../../../../ui/words/words.ts'
import { BothLanguages, noText, sentText } from '../BothLanguages.tsx'
import styles from '../desk.module.css'
import { noticeDeskWords } from './words/words.ts'

type For = z.infer<typeof Audience>

const fresh = { organId: '', title: noText, body: noText, audience: 'everyone' as For, communityId: '', untilDay: '' }

/** A notice for an organ in which the writer holds a post; kept as it is typed until it is published. */
export function WriteNotice() {
  const today = useToday()
  const w = useWords(noticeDeskWords)
  const ui = useWords(uiWords)
  const text = useText()
  const navigate = useNavigate()
  const { person } = useSession()
  const draft = useDraft(`notice:${person?.id}`, fresh)
  const organs = useQuery(reading(listOrgans))
  const places = useQuery(reading(listPlaces))
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(publishNotice, {
    refreshes: [listNotices],
    onDone: () => {
      draft.change(fresh)
      void draft.discard()
      toast(w.published)
      void navigate({ to: '/notices' as string })
    },
  })
  if (draft.state === 'reading') return <Loading />
  const mine = new Set(person?.posts.map(({ organId }) => organId))
  const own = (organs.data?.items ?? []).filter(({ id }) => mine.has(id))
  const typed = draft.value
  const set = (part: Partial<typeof fresh>): void => draft.change((now) => ({ ...now, ...part }))
  const organId = typed.organId || (own.length === 1 ? own[0]!.id : '')
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const publish = (): void => {
    const found: FieldErrors = {
      ...(organId === '' && { organId: w.organMissing }),
      ...(typed.title['zh-CN'].trim() === '' && { title: w.titleMissing }),
      ...(typed.body['zh-CN'].trim() === '' && { body: w.bodyMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    deed.mutate({
      body: {
        organId,
        title: sentText(typed.title),
        body: sentText(typed.body),
        audience: typed.audience,
        communityId: typed.communityId || null,
        untilDay: typed.untilDay || null,
      },
    })
  }
  return (
    <div className={styles.page}>
      <PageHeader title={w.write} back={{ to: '/notices', label: w.back }} />
      <Card>
        <Form onSubmit={publish} busy={deed.isPending} errors={faults} error={deed.error} label={w.write}>
          <Field label={w.organ} name="organId" error={errors['organId']} hint={own.length === 0 ? w.organNone : undefined}>
            <Select
              value={organId}
              onChange={(next) => set({ organId: next })}
              placeholder={ui.chooseOne}
              options={own.map(({ id, name }) => ({ value: id, label: text(name) }))}
            />
          </Field>
          <BothLanguages label={w.noticeTitle} name="title" value={typed.title} onChange={(title) => set({ title })} errors={errors} />
          <BothLanguages
            label={w.body}
            name="body"
            hint={w.bodyHint}
            value={typed.body}
            onChange={(body) => set({ body })}
            errors={errors}
            long
          />
          <PlainWords text={`${typed.title['zh-CN']}\n${typed.body['zh-CN']}`} />
          <PlainWords text={`${typed.title.en}\n${typed.body.en}`} language="en" />
          <Choice<For>
            label={w.audience}
            name="audience"
            value={typed.audience}
            onChange={(audience) => set({ audience })}
            options={Audience.options.map((value) => ({ value, label: w.audiences[value], hint: w.audienceHints[value] }))}
          />
          <div className={styles.pair}>
            <Field label={w.community} name="communityId" error={errors['communityId']} optional>
              <Select
                value={typed.communityId}
                onChange={(communityId) => set({ communityId })}
                placeholder={w.communityAll}
                options={(places.data?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
              />
            </Field>
            <Field label={w.until} name="untilDay" hint={w.untilHint} error={errors['untilDay']} optional>
              <DateInput value={typed.untilDay} onChange={(untilDay) => set({ untilDay })} min={today} />
            </Field>
          </div>
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.publish}
            </Button>
          </ButtonRow>
          <p className="muted small extra">{w.saved}</p>
        </Form>
      </Card>
    </div>
  )
}
