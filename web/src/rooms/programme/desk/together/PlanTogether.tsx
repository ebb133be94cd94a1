import {
  changeJointActivity,
  type JointActivity,
  type JointPlan,
  listJointItems,
  planJointActivity,
  readJointActivity,
} from '@ronghe/contract/programme/embedding.ts'
import { listOrgans, type OrganCard } from '@ronghe/contract/programme/organs.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, Select, TextInput, TimeInput } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { uiWords } from '../../../../ui/words/words.ts'
import { BothLanguages, noText, sentText, typedText } from '../BothLanguages.tsx'
import styles from '../desk.module.css'
import { togetherDeskWords } from './words/words.ts'

const nobody = { organId: '', role: '' }
const fresh = {
  hostOrganId: '',
  title: noText,
  what: noText,
  place: noText,
  communityId: '',
  day: '',
  from: '',
  until: '',
  partners: [nobody],
}
type Typed = typeof fresh

export function NewTogether() {
  const w = useWords(togetherDeskWords)
  const { person } = useSession()
  const navigate = useNavigate()
  const draft = useDraft(`together:${person?.id}`, fresh)
  const deed = useDeed(planJointActivity, {
    refreshes: [listJointItems],
    onDone: ({ id }) => {
      draft.change(fresh)
      void draft.discard()
      toast(w.saved)
      void navigate({ to: '/together/$activityId' as string, params: { activityId: id } as never })
    },
  })
  if (draft.state === 'reading') return <Loading />
  return (
    <PlanForm
      title={w.plan}
      typed={draft.value}
      onChange={(part) => draft.change((now) => ({ ...now, ...part }))}
      busy={deed.isPending}
      error={deed.error}
      onSend={(body) => deed.mutate({ body })}
    />
  )
}

export function ChangeTogether() {
  const activityId = useParam('activityId')
  return (
    <Shown read={useQuery(reading(readJointActivity, { params: { activityId } }))}>{(activity) => <Change activity={activity} />}</Shown>
  )
}

function Change({ activity }: { readonly activity: JointActivity }) {
  const w = useWords(togetherDeskWords)
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>(() => toTyped(activity))
  const params = { activityId: activity.id }
  const deed = useDeed(changeJointActivity, {
    refreshes: [readJointActivity, listJointItems],
    onDone: () => {
      toast(w.done)
      void navigate({ to: '/together/$activityId' as string, params: params as never })
    },
  })
  return (
    <PlanForm
      title={w.change}
      typed={typed}
      onChange={(part) => setTyped((now) => ({ ...now, ...part }))}
      busy={deed.isPending}
      error={deed.error}
      onSend={(body) => deed.mutate({ params, body })}
    />
  )
}

const inZone = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString()
const toTyped = ({ title, what, place, community, startsAt, endsAt, parties }: JointActivity): Typed => ({
  hostOrganId: parties.find(({ host }) => host)?.organ.id ?? '',
  title: typedText(title),
  what: typedText(what),
  place: typedText(place),
  communityId: community?.id ?? '',
  day: inZone(startsAt).slice(0, 10),
  from: inZone(startsAt).slice(11, 16),
  until: inZone(endsAt).slice(11, 16),
  partners: parties.flatMap(({ host, organ, role }) => (host ? [] : [{ organId: organ.id, role: role['zh-CN'] }])),
})

const toPlan = (typed: Typed, hostOrganId: string): JointPlan => ({
  hostOrganId,
  partners: typed.partners.map(({ organId, role }) => ({ organId, role: { 'zh-CN': role.trim() } })),
  title: sentText(typed.title),
  what: sentText(typed.what),
  place: { 'zh-CN': typed.place['zh-CN'].trim(), ...(typed.place.en.trim() && { en: typed.place.en.trim() }) },
  communityId: typed.communityId || null,
  startsAt: `${typed.day}T${typed.from}:00+08:00`,
  endsAt: `${typed.day}T${typed.until}:00+08:00`,
})

function PlanForm({
  title,
  typed,
  onChange,
  busy,
  error,
  onSend,
}: {
  readonly title: string
  readonly typed: Typed
  readonly onChange: (part: Partial<Typed>) => void
  readonly busy: boolean
  readonly error: Error | null
  readonly onSend: (plan: JointPlan) => void
}) {
  const w = useWords(togetherDeskWords)
  const ui = useWords(uiWords)
  const text = useText()
  const { person } = useSession()
  const organs = useQuery(reading(listOrgans)).data?.items ?? []
  const places = useQuery(reading(listPlaces))
  const [faults, setFaults] = useState<FieldErrors>({})
  const office = person?.posts.some(({ kind }) => kind === 'streetOfficer')
  const own = organs.filter(({ id }) => office || person?.posts.some(({ organId }) => organId === id))
  const hostOrganId = typed.hostOrganId || (own.length === 1 ? own[0]!.id : '')
  const errors = { ...fieldErrorsOf(error), ...faults }
  const options = (some: readonly OrganCard[]) => some.map(({ id, name }) => ({ value: id, label: text(name) }))
  const send = (): void => {
    const found = faultsOf(typed, hostOrganId, w)
    setFaults(found)
    if (Object.keys(found).length === 0) onSend(toPlan(typed, hostOrganId))
  }
  const setPartner = (index: number, part: Partial<typeof nobody>): void =>
    onChange({ partners: typed.partners.map((partner, at) => (at === index ? { ...partner, ...part } : partner)) })
  return (
    <div className={styles.page}>
      <PageHeader title={title} back={{ to: '/together', label: w.back }} />
      <Card>
        <Form onSubmit={send} busy={busy} errors={faults} error={error} label={title}>
          <Field label={w.host} name="hostOrganId" error={errors['hostOrganId']} hint={own.length === 0 ? w.hostNone : undefined}>
            <Select
              value={hostOrganId}
              onChange={(next) => onChange({ hostOrganId: next })}
              placeholder={ui.chooseOne}
              options={options(own)}
            />
          </Field>
          <BothLanguages label={w.name} name="title" value={typed.title} onChange={(next) => onChange({ title: next })} errors={errors} />
          <BothLanguages label={w.details} name="what" value={typed.what} onChange={(what) => onChange({ what })} errors={errors} long />
          <div className={styles.pair}>
            <Field label={w.day} name="startsAt" error={errors['startsAt']}>
              <DateInput value={typed.day} onChange={(day) => onChange({ day })} />
            </Field>
            <Field label={w.from} name="from">
              <TimeInput value={typed.from} onChange={(from) => onChange({ from })} />
            </Field>
            <Field label={w.until} name="endsAt" error={errors['endsAt']}>
              <TimeInput value={typed.until} onChange={(until) => onChange({ until })} />
            </Field>
          </div>
          <BothLanguages
            label={w.place}
            name="place"
            value={typed.place}
            onChange={(place) => onChange({ place })}
            errors={errors}
            optional
          />
          <Field label={w.community} name="communityId" error={errors['communityId']} optional>
            <Select
              value={typed.communityId}
              onChange={(communityId) => onChange({ communityId })}
              placeholder={w.communityAll}
              options={(places.data?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
            />
          </Field>
          <p className="muted">{w.partnersHint}</p>
          {typed.partners.map((partner, index) => (
            <div className={styles.pair} key={index}>
              <Field
                label={w.partner(index + 1)}
                name={`partners.${index}.organId`}
                error={errors[`partners.${index}.organId`] ?? (index === 0 ? errors['partners'] : undefined)}
              >
                <Select
                  value={partner.organId}
                  onChange={(organId) => setPartner(index, { organId })}
                  placeholder={ui.chooseOne}
                  options={options(organs.filter(({ id }) => id !== hostOrganId))}
                />
              </Field>
              <Field label={w.role} name={`partners.${index}.role`} error={errors[`partners.${index}.role`]}>
                <TextInput value={partner.role} onChange={(role) => setPartner(index, { role })} maxLength={200} />
              </Field>
              {typed.partners.length > 1 && (
                <Button kind="plain" onPress={() => onChange({ partners: typed.partners.filter((_, at) => at !== index) })}>
                  {w.removePartner(w.partner(index + 1))}
                </Button>
              )}
            </div>
          ))}
          <ButtonRow>
            <Button type="submit" busy={busy}>
              {w.save}
            </Button>
            {typed.partners.length < 12 && (
              <Button kind="quiet" onPress={() => onChange({ partners: [...typed.partners, nobody] })}>
                {w.addPartner}
              </Button>
            )}
          </ButtonRow>
        </Form>
      </Card>
    </div>
  )
}

const faultsOf = (typed: Typed, hostOrganId: string, w: (typeof togetherDeskWords)['zh-CN']): FieldErrors => ({
  ...(hostOrganId === '' && { hostOrganId: w.hostMissing }),
  ...(typed.title['zh-CN'].trim() === '' && { title: w.nameMissing }),
  ...(typed.what['zh-CN'].trim() === '' && { what: w.detailsMissing }),
  ...(!(typed.day && typed.from && typed.until) && { startsAt: w.timeMissing }),
  ...Object.fromEntries(
    typed.partners.flatMap(({ organId, role }, index) => [
      ...(organId === '' ? [[`partners.${index}.organId`, w.partnerMissing] as const] : []),
      ...(role.trim() === '' ? [[`partners.${index}.role`, w.roleMissing] as const] : []),
    ]),
  ),
})
