import { verifySkill } from '@ronghe/contract/volunteers/profile.ts'
import { type Skill, skills } from '@ronghe/contract/volunteers/skills.ts'
import { enterMember, listTeamMembers, type TeamMember } from '@ronghe/contract/volunteers/teams.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { placeOf } from '../../../platform/place.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, PhoneInput, Select, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../volunteers.module.css'
import { teamWords } from './words/words.ts'

/** The own team, for its leader; skills only of those who agreed that leaders see them. */
export function Members() {
  const w = useWords(teamWords)
  const text = useText()
  const format = useFormat()
  const params = { teamId: useParam('teamId') }
  const read = useQuery(reading(listTeamMembers, { params }))
  const [verifying, setVerifying] = useState<TeamMember>()
  const can = ({ dialects, skills: own }: TeamMember): string =>
    format.list([
      ...own.map(({ skill, verifiedUntil }) =>
        verifiedUntil ? w.verifiedUntil(text(skills[skill]), format.wholeDay(verifiedUntil)) : text(skills[skill]),
      ),
      ...dialects,
    ]) || '—'
  return (
    <>
      <PageHeader
        title={w.membersTitle}
        lead={w.membersRecorded}
        back={placeOf(location.pathname).door === 'desk' ? { to: '/volunteers/teams' } : { to: '/volunteers/teams/$teamId', params }}
      />
      <Shown read={read}>
        {({ items }) => (
          <Card>
            <Table
              caption={w.membersTitle}
              rows={items}
              rowKey={({ personId }) => personId}
              empty={<EmptyState title={w.membersEmpty}>{w.membersEmptyText}</EmptyState>}
              columns={[
                { key: 'name', label: w.name, cell: ({ name, minor }) => (minor ? `${name} · ${w.minor}` : name) },
                { key: 'phone', label: w.phone, cell: ({ phone }) => phone ?? '—' },
                { key: 'skills', label: w.skills, cell: can },
                {
                  key: 'verify',
                  label: w.verifyTitle,
                  cell: (member) =>
                    member.skills.length > 0 ? (
                      <Button kind="plain" onPress={() => setVerifying(member)}>
                        {w.verifyDo}
                      </Button>
                    ) : (
                      '—'
                    ),
                },
              ]}
            />
          </Card>
        )}
      </Shown>
      {verifying && <Verify member={verifying} onClose={() => setVerifying(undefined)} />}
      <Enter teamId={params.teamId} />
    </>
  )
}

function Verify({ member, onClose }: { readonly member: TeamMember; readonly onClose: () => void }) {
  const w = useWords(teamWords)
  const text = useText()
  const today = useToday()
  const [skill, setSkill] = useState<Skill>(member.skills[0]!.skill)
  const [until, setUntil] = useState('')
  const deed = useDeed(verifySkill, {
    refreshes: [listTeamMembers],
    onDone: () => {
      toast(w.verified)
      onClose()
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Dialog title={`${w.verifyTitle} · ${member.name}`} open onClose={onClose}>
      <Form
        onSubmit={() => deed.mutate({ params: { personId: member.personId }, body: { skill, until } })}
        busy={deed.isPending}
        error={deed.error}
        label={w.verifyTitle}
      >
        <Field label={w.verifySkill}>
          <Select<Skill>
            value={skill}
            onChange={setSkill}
            options={member.skills.map((one) => ({ value: one.skill, label: text(skills[one.skill]) }))}
          />
        </Field>
        <Field label={w.verifyUntil} name="until" error={errors['until']}>
          <DateInput value={until} onChange={setUntil} min={today} />
        </Field>
        <Button type="submit" wide busy={deed.isPending}>
          {w.verifyDo}
        </Button>
      </Form>
    </Dialog>
  )
}

function Enter({ teamId }: { readonly teamId: string }) {
  const w = useWords(teamWords)
  const [typed, setTyped] = useState({ name: '', phone: '' })
  const deed = useDeed(enterMember, {
    refreshes: [listTeamMembers],
    onDone: () => {
      setTyped({ name: '', phone: '' })
      toast(w.entered)
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Card title={w.enterTitle} className={styles.after}>
      <Form onSubmit={() => deed.mutate({ params: { teamId }, body: typed })} busy={deed.isPending} error={deed.error} label={w.enterTitle}>
        <Field label={w.name} name="name" error={errors['name']}>
          <TextInput value={typed.name} onChange={(name) => setTyped({ ...typed, name })} maxLength={60} />
        </Field>
        <Field label={w.phone} name="phone" error={errors['phone']}>
          <PhoneInput value={typed.phone} onChange={(phone) => setTyped({ ...typed, phone })} />
        </Field>
        <Button type="submit" kind="quiet" wide busy={deed.isPending}>
          {w.enterDo}
        </Button>
      </Form>
    </Card>
  )
}
