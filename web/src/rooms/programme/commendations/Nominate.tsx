import { listOwnNominations, type NominatedBy, nominate, readCommendation } from '@ronghe/contract/programme/commendations.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PhoneInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { commendationWords } from './words/words.ts'

interface Typed {
  readonly by: NominatedBy | undefined
  readonly organ: string
  readonly category: string
  readonly name: string
  readonly phone: string
  readonly deeds: string
}
const empty: Typed = { by: undefined, organ: '', category: '', name: '', phone: '', deeds: '' }

/** Whom, for which kind of deed, and what was done; nothing about hours is asked. */
export function Nominate() {
  const w = useWords(commendationWords)
  const text = useText()
  const roundId = useParam('roundId')
  const back = { to: '/commendations/$roundId', params: { roundId } }
  const { person } = useSession()
  const round = useQuery(reading(readCommendation, { params: { roundId } }))
  const organs = useQuery(reading(listOrgans))
  const draft = useDraft<Typed>(`nominate:${roundId}:${person?.id}`, empty)
  const [tried, setTried] = useState(false)
  const [sentBy, setSentBy] = useState<NominatedBy>()
  const deed = useDeed(nominate, {
    refreshes: [listOwnNominations],
    onDone: () => {
      setSentBy(draft.latest().by)
      void draft.discard()
    },
  })
  if (draft.state === 'reading') return <Loading />
  if (sentBy)
    return (
      <>
        <PageHeader title={w.sentTitle} back={back} lead={sentBy === 'self' ? w.sentSelf : w.sentPeer} />
        <ButtonRow>
          {sentBy === 'self' && <LinkButton to="/me/commendations">{w.toMine}</LinkButton>}
          <LinkButton kind="quiet" {...back}>
            {w.toRound}
          </LinkButton>
        </ButtonRow>
      </>
    )
  const { value } = draft
  const set = (part: Partial<Typed>): void => draft.change((now) => ({ ...now, ...part }))
  const mine = new Set(person?.posts.map(({ organId }) => organId))
  const own = (organs.data?.items ?? []).filter(({ id, kind }) => mine.has(id) && kind !== 'branch')
  const other = value.by === 'peer' || value.by === 'organ'
  const missing: Record<string, string> = {
    ...(value.by === undefined && { by: w.agreeMissing }),
    ...(value.by === 'organ' && value.organ === '' && { organId: w.organMissing }),
    ...(value.category === '' && { category: w.categoryMissing }),
    ...(other && value.name.trim() === '' && { name: w.nameMissing }),
    ...(other && value.phone.length !== 11 && { phone: w.phoneMissing }),
    ...(value.deeds.trim() === '' && { deeds: w.deedsMissing }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0 || value.by === undefined) return
    deed.mutate({
      params: { roundId },
      body: {
        by: value.by,
        category: value.category,
        name: other ? value.name.trim() : '',
        phone: other ? value.phone : '',
        deeds: value.deeds.trim(),
        ...(value.by === 'organ' && { organId: value.organ }),
      },
    })
  }
  return (
    <>
      <PageHeader title={w.nominateTitle} lead={w.nominateLead} back={back} />
      <Shown read={round}>
        {({ categories, may }) =>
          may.includes('nominate') ? (
            <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.nominateTitle}>
              <Choice<NominatedBy>
                label={w.by}
                name="by"
                error={said['by']}
                value={value.by}
                onChange={(by) => set({ by })}
                options={(own.length > 0 ? (['peer', 'self', 'organ'] as const) : (['peer', 'self'] as const)).map((one) => ({
                  value: one,
                  label: w.bys[one],
                }))}
              />
              {value.by === 'organ' && (
                <Field label={w.organ} name="organId" error={said['organId']}>
                  <Select
                    value={value.organ}
                    placeholder=""
                    onChange={(organ) => set({ organ })}
                    options={own.map(({ id, name }) => ({ value: id, label: text(name) }))}
                  />
                </Field>
              )}
              <Choice
                label={w.chooseCategory}
                name="category"
                error={said['category']}
                value={value.category || undefined}
                onChange={(category) => set({ category })}
                options={categories.map(({ key, name }) => ({ value: key, label: text(name) }))}
              />
              {other && (
                <>
                  <Field label={w.name} name="name" error={said['name']}>
                    <TextInput value={value.name} onChange={(name) => set({ name })} maxLength={50} />
                  </Field>
                  <Field label={w.phone} hint={w.phoneHint} name="phone" error={said['phone']}>
                    <PhoneInput value={value.phone} onChange={(phone) => set({ phone })} />
                  </Field>
                </>
              )}
              <Field label={w.deeds} hint={w.deedsHint} name="deeds" error={said['deeds']}>
                <TextArea value={value.deeds} onChange={(deeds) => set({ deeds })} rows={5} maxLength={1500} />
              </Field>
              <Button type="submit" busy={deed.isPending}>
                {w.send}
              </Button>
            </Form>
          ) : (
            <EmptyState title={w.closed} next={<LinkButton {...back}>{w.toRound}</LinkButton>} />
          )
        }
      </Shown>
    </>
  )
}
