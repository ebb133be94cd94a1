import { findSimilarProjects, listProjects, proposeProject } from '@ronghe/contract/council/allocation-projects.ts'
import { readRound } from '@ronghe/contract/council/allocation.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useKept } from '../../../platform/offline/kept.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { NumberInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import styles from './allocation.module.css'
import { allocationWords } from './words/words.ts'

interface Typed {
  readonly title: string
  readonly what: string
  readonly forWhom: string
  readonly community: string
  readonly lane: string
  readonly yuan: number | null
  readonly organ: string
}
const empty: Typed = { title: '', what: '', forWhom: '', community: '', lane: '', yuan: null, organ: '' }

/** What, where, for whom, about how much. What sounds alike is shown before it is sent; nothing typed is lost. */
export function Propose({ fromPaper = false }: { readonly fromPaper?: boolean }) {
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const roundId = useParam('roundId')
  const { person } = useSession()
  const draft = useDraft<Typed>(`project:${roundId}:${person?.id}:${fromPaper}`, empty)
  const round = useQuery(reading(readRound, { params: { roundId } }))
  const places = useKept(reading(listPlaces))
  const organs = useQuery(reading(listOrgans))
  const [tried, setTried] = useState(false)
  const deed = useDeed(proposeProject, { refreshes: [readRound, listProjects], onDone: () => void draft.discard() })
  const { value, change } = draft
  if (draft.state === 'reading') return <Loading />
  const set = (part: Partial<Typed>): void => change((now) => ({ ...now, ...part }))
  const page = { to: '/council/allocation/$roundId/projects/$projectId', params: { roundId, projectId: deed.data?.id ?? '' } }
  if (deed.data)
    return (
      <>
        <PageHeader
          title={w.sentTitle}
          back={{ to: '/council/allocation/$roundId', params: { roundId } }}
          lead={w.sentText(format.count(deed.data.number), round.data ? format.day(round.data.rules.dates.feasibilityUntil) : '')}
        />
        {!fromPaper && <LinkButton {...page}>{w.toProject}</LinkButton>}
      </>
    )
  const errors: Record<string, string> = {
    ...(value.title.trim() === '' && { title: w.missing.title }),
    ...(value.what.trim() === '' && { what: w.missing.what }),
    ...(value.forWhom.trim() === '' && { forWhom: w.missing.forWhom }),
    ...((value.yuan === null || value.yuan < 1) && { cents: w.missing.cents }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? errors : {}) }
  const communities = places.data?.communities ?? []
  const lanes = communities.find(({ id }) => id === value.community)?.lanes ?? []
  const mine = new Set(person?.posts.map(({ organId }) => organId))
  const own = (organs.data?.items ?? []).filter(({ id, kind }) => mine.has(id) && kind !== 'council' && kind !== 'branch')
  const send = (): void => {
    setTried(true)
    if (Object.keys(errors).length > 0 || value.yuan === null) return
    deed.mutate({
      params: { roundId },
      body: {
        title: value.title.trim(),
        what: value.what.trim(),
        forWhom: value.forWhom.trim(),
        communityId: value.community || null,
        laneId: value.lane || null,
        cents: value.yuan * 100,
        ...(value.organ && { organId: value.organ }),
        ...(fromPaper && { fromPaper }),
      },
    })
  }
  return (
    <>
      <PageHeader title={w.newTitle} lead={w.newLead} back={{ to: '/council/allocation/$roundId', params: { roundId } }} />
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? errors : {}}>
        <Field label={w.titleLabel} hint={w.titleHint} name="title" error={said['title']}>
          <TextInput value={value.title} onChange={(title) => set({ title })} maxLength={60} />
        </Field>
        <Similar roundId={roundId} words={value.title} leads={!fromPaper} />
        <Field label={w.whatLabel} hint={w.whatHint} name="what" error={said['what']}>
          <TextArea value={value.what} onChange={(what) => set({ what })} rows={4} maxLength={1000} />
        </Field>
        <Field label={w.forWhom} hint={w.forWhomHint} name="forWhom" error={said['forWhom']}>
          <TextInput value={value.forWhom} onChange={(forWhom) => set({ forWhom })} maxLength={200} />
        </Field>
        <Field label={w.community} name="communityId" error={said['communityId']} optional>
          <Select
            value={value.community}
            placeholder={w.communityUnknown}
            onChange={(community) => set({ community, lane: '' })}
            options={communities.map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Field>
        {lanes.length > 0 && (
          <Field label={w.lane} name="laneId" optional>
            <Select
              value={value.lane}
              placeholder={w.laneUnknown}
              onChange={(lane) => set({ lane })}
              options={lanes.map(({ id, name }) => ({ value: id, label: text(name) }))}
            />
          </Field>
        )}
        <Field label={w.cost} hint={w.costHint} name="cents" error={said['cents']}>
          <NumberInput value={value.yuan} onChange={(yuan) => set({ yuan })} />
        </Field>
        {own.length > 0 && !fromPaper && (
          <Field label={w.forOrgan} name="organId" error={said['organId']} optional>
            <Select
              value={value.organ}
              placeholder={w.forOrganNone}
              onChange={(organ) => set({ organ })}
              options={own.map(({ id, name }) => ({ value: id, label: text(name) }))}
            />
          </Field>
        )}
        <Button type="submit" busy={deed.isPending}>
          {w.send}
        </Button>
      </Form>
    </>
  )
}

/** Asked a moment after the last keystroke. */
function Similar({ roundId, words, leads }: { readonly roundId: string; readonly words: string; readonly leads: boolean }) {
  const w = useWords(allocationWords)
  const format = useFormat()
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const later = setTimeout(() => setSettled(words.trim()), 500)
    return () => clearTimeout(later)
  }, [words])
  const { data } = useQuery({
    ...reading(findSimilarProjects, { params: { roundId }, query: { words: settled } }),
    enabled: settled.length > 2,
  })
  if (!data || data.items.length === 0) return null
  return (
    <Card title={w.similar} className={styles.gap}>
      <p className="muted small">{w.similarText}</p>
      <CardList>
        {data.items.map((project) => (
          <CardItem
            key={project.id}
            {...(leads && { to: '/council/allocation/$roundId/projects/$projectId', params: { roundId, projectId: project.id } })}
            title={w.numbered(format.count(project.number), project.title)}
            second={format.money(project.cents)}
          />
        ))}
      </CardList>
    </Card>
  )
}
