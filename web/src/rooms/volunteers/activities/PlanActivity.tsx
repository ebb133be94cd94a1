import { listPlaces } from '@ronghe/contract/programme/places.ts'
import {
  type Activity,
  ActivityKind,
  type ActivityPlan,
  changeActivity,
  listWork,
  planActivity,
  readActivity,
} from '@ronghe/contract/volunteers/activities.ts'
import { type Skill, skills } from '@ronghe/contract/volunteers/skills.ts'
import { listTeams } from '@ronghe/contract/volunteers/teams.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice, Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { refreshed } from '../shifts/refreshed.ts'
import styles from '../volunteers.module.css'
import { PartnersInput } from './PartnersInput.tsx'
import { activityWords } from './words/words.ts'

const fresh: ActivityPlan = {
  kind: 'environment',
  teamId: '',
  title: { 'zh-CN': '' },
  about: { 'zh-CN': '' },
  place: { 'zh-CN': '' },
  laneId: null,
  risky: false,
  briefing: null,
  insurer: '',
  policyNumber: '',
  insuredUntil: null,
  withChildren: false,
  needsSkill: null,
  needsProof: false,
  needsDialect: null,
  partners: [],
}

const planOf = (activity: Activity): ActivityPlan => ({
  kind: activity.kind,
  teamId: activity.team?.id ?? '',
  title: activity.title,
  about: activity.about,
  place: activity.place,
  laneId: activity.laneId,
  risky: activity.risky,
  briefing: activity.briefing,
  insurer: activity.insurance?.insurer ?? '',
  policyNumber: activity.insurance?.policyNumber ?? '',
  insuredUntil: activity.insurance?.until ?? null,
  withChildren: activity.withChildren,
  needsSkill: activity.needs.skill,
  needsProof: activity.needs.proof,
  needsDialect: activity.needs.dialect,
  partners: activity.parties.filter(({ host }) => !host).map(({ organ, role }) => ({ organId: organ.id, role })),
})

export function PlanActivity() {
  const w = useWords(activityWords)
  return (
    <>
      <PageHeader title={w.planTitle} back={{ to: '/volunteers/work' }} />
      <PlanForm plan={fresh} />
    </>
  )
}

export function ChangeActivity() {
  const w = useWords(activityWords)
  const params = { activityId: useParam('activityId') }
  const read = useQuery(reading(readActivity, { params }))
  return (
    <>
      <PageHeader title={w.changeTitle} back={{ to: '/volunteers/work/$activityId', params }} />
      <Shown read={read}>{(activity) => <PlanForm plan={planOf(activity)} activityId={activity.id} />}</Shown>
    </>
  )
}

/** What is done, where, how dangerous it is and what it needs. */
function PlanForm({ plan, activityId }: { readonly plan: ActivityPlan; readonly activityId?: string }) {
  const w = useWords(activityWords)
  const ui = useWords(uiWords)
  const text = useText()
  const today = useToday()
  const navigate = useNavigate()
  const teams = useQuery(reading(listTeams))
  const places = useQuery(reading(listPlaces))
  const [typed, setTyped] = useState(plan)
  const set = (part: Partial<ActivityPlan>): void => setTyped({ ...typed, ...part })
  const onDone = ({ id }: { readonly id: string }): void => {
    toast(w.planSaved)
    void navigate({ to: '/volunteers/work/$activityId', params: { activityId: id } as never })
  }
  const add = useDeed(planActivity, { refreshes: [listWork], onDone })
  const change = useDeed(changeActivity, { refreshes: [...refreshed, listWork], onDone })
  const deed = activityId ? change : add
  const own = (teams.data?.items ?? []).filter(({ may }) => may.includes('lead'))
  const partners = typed.partners.filter(({ organId, role }) => organId !== '' && role['zh-CN'].trim() !== '')
  const body: ActivityPlan = { ...typed, partners, teamId: typed.teamId || own[0]?.id || '' }
  const lanes = (places.data?.communities ?? []).flatMap(({ name, lanes: inside }) =>
    inside.map((lane) => ({ value: lane.id, label: `${text(name)} ${text(lane.name)}` })),
  )
  const errors = fieldErrorsOf(deed.error)
  const risky = typed.risky || typed.kind === 'patrol'
  const words = (value: string, old: { 'zh-CN': string; en?: string | undefined } | null) => ({ ...old, 'zh-CN': value })
  return (
    <Form
      onSubmit={() => (activityId ? change.mutate({ params: { activityId }, body }) : add.mutate({ body }))}
      busy={deed.isPending}
      error={deed.error}
      label={w.planTitle}
    >
      <Card>
        <Choice
          label={w.proposeKind}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
          options={ActivityKind.options.map((kind) => ({ value: kind, label: w.kind[kind], hint: w.kindHint[kind] }))}
        />
        {own.length > 1 && (
          <Field label={w.fTeam} name="teamId" error={errors['teamId']}>
            <Select
              value={body.teamId}
              onChange={(teamId) => set({ teamId })}
              options={own.map(({ id, name }) => ({ value: id, label: text(name) }))}
            />
          </Field>
        )}
        <Field label={w.fTitle} name="title.zh-CN" error={errors['title.zh-CN']}>
          <TextInput value={typed.title['zh-CN']} onChange={(value) => set({ title: words(value, typed.title) })} maxLength={60} />
        </Field>
        <Field label={w.fTitleEn} optional>
          <TextInput value={typed.title.en ?? ''} onChange={(en) => set({ title: { ...typed.title, en } })} maxLength={120} />
        </Field>
        <Field label={w.fAbout} name="about.zh-CN" error={errors['about.zh-CN']}>
          <TextArea
            value={typed.about['zh-CN']}
            onChange={(value) => set({ about: words(value, typed.about) })}
            maxLength={2000}
            rows={4}
          />
        </Field>
        <Field label={w.fPlace} name="place.zh-CN" error={errors['place.zh-CN']}>
          <TextInput value={typed.place['zh-CN']} onChange={(value) => set({ place: words(value, typed.place) })} maxLength={100} />
        </Field>
        <Field label={w.fLane} optional>
          <Select
            value={typed.laneId ?? ''}
            onChange={(laneId) => set({ laneId: laneId || null })}
            placeholder={w.anywhere}
            options={lanes}
          />
        </Field>
      </Card>
      <Card className={styles.after}>
        {typed.kind !== 'patrol' && (
          <Tick label={w.fRisky} hint={w.fRiskyHint} checked={typed.risky} onChange={(next) => set({ risky: next })} />
        )}
        {risky && (
          <>
            <Field label={w.fBriefing}>
              <TextArea
                value={typed.briefing?.['zh-CN'] ?? ''}
                onChange={(value) => set({ briefing: value === '' ? null : words(value, typed.briefing) })}
                maxLength={4000}
                rows={6}
              />
            </Field>
            <Field label={w.fInsurer}>
              <TextInput value={typed.insurer} onChange={(insurer) => set({ insurer })} maxLength={80} />
            </Field>
            <Field label={w.fPolicy}>
              <TextInput value={typed.policyNumber} onChange={(policyNumber) => set({ policyNumber })} maxLength={60} />
            </Field>
            <Field label={w.fInsuredUntil}>
              <DateInput value={typed.insuredUntil ?? ''} onChange={(day) => set({ insuredUntil: day || null })} min={today} />
            </Field>
          </>
        )}
        <Tick label={w.fChildren} hint={w.children} checked={typed.withChildren} onChange={(withChildren) => set({ withChildren })} />
        <Field label={w.fSkill} optional>
          <Select<Skill>
            value={typed.needsSkill ?? ''}
            onChange={(needsSkill) => set({ needsSkill: needsSkill || null })}
            placeholder={w.noSkill}
            options={(Object.keys(skills) as Skill[]).map((skill) => ({ value: skill, label: text(skills[skill]) }))}
          />
        </Field>
        {typed.needsSkill && <Tick label={w.fProof} checked={typed.needsProof} onChange={(needsProof) => set({ needsProof })} />}
        <Field label={w.fDialect} optional>
          <TextInput
            value={typed.needsDialect ?? ''}
            onChange={(value) => set({ needsDialect: value.trim() === '' ? null : value })}
            maxLength={20}
            placeholder={ui.optional}
          />
        </Field>
        <PartnersInput value={typed.partners} onChange={(partners) => set({ partners })} />
      </Card>
      <div className={styles.acts}>
        <Button type="submit" wide busy={deed.isPending}>
          {w.planSave}
        </Button>
      </div>
    </Form>
  )
}
