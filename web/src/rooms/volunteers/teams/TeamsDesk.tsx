import { closeTeam, foundTeam, listLeaderPosts, listTeams, TeamKind } from '@ronghe/contract/volunteers/teams.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import styles from '../volunteers.module.css'
import { teamWords } from './words/words.ts'

/** The coordinator's page of teams: set one up, or let it end. */
export function TeamsDesk() {
  const w = useWords(teamWords)
  const ui = useWords(uiWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(listTeams))
  const close = useDeed(closeTeam, { refreshes: [listTeams], onDone: () => toast(w.closedDone) })
  return (
    <>
      <PageHeader title={w.teamsDesk} />
      {close.error && <RefusalLine error={close.error} />}
      <Shown read={read}>
        {({ items }) => (
          <Card>
            <Table
              caption={w.teamsDesk}
              rows={items}
              rowKey={({ id }) => id}
              empty={<EmptyState title={w.none}>{w.foundTitle}</EmptyState>}
              columns={[
                { key: 'name', label: w.fName, cell: ({ name }) => text(name) },
                {
                  key: 'kind',
                  label: w.fKind,
                  cell: ({ kind, endsOn }) => (endsOn ? `${w.kind[kind]}，${w.until(format.day(endsOn))}` : w.kind[kind]),
                },
                { key: 'leader', label: w.leader, cell: ({ leader }) => text(leader.post) },
                {
                  key: 'members',
                  label: w.members,
                  cell: ({ members }) => (members.kind === 'shown' ? format.count(members.count) : ui.tooFew),
                },
                {
                  key: 'acts',
                  label: w.toMembers,
                  cell: ({ id, may }) => (
                    <span className={styles.tags}>
                      {may.includes('lead') && (
                        <LinkButton kind="plain" to="/volunteers/teams/$teamId/members" params={{ teamId: id }}>
                          {w.toMembers}
                        </LinkButton>
                      )}
                      {may.includes('close') && (
                        <Button kind="plain" onPress={() => close.mutate({ params: { teamId: id } })}>
                          {w.closeDo}
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]}
            />
          </Card>
        )}
      </Shown>
      <Found />
    </>
  )
}

function Found() {
  const w = useWords(teamWords)
  const ui = useWords(uiWords)
  const text = useText()
  const today = useToday()
  const posts = useQuery(reading(listLeaderPosts))
  const nothing = { kind: 'taskTeam' as TeamKind, name: '', about: '', leaderPost: '', endsOn: '', dialects: '' }
  const [typed, setTyped] = useState(nothing)
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const deed = useDeed(foundTeam, {
    refreshes: [listTeams],
    onDone: () => {
      setTyped(nothing)
      toast(w.founded)
    },
  })
  const errors = fieldErrorsOf(deed.error)
  const send = (): void =>
    deed.mutate({
      body: {
        kind: typed.kind,
        name: { 'zh-CN': typed.name },
        about: { 'zh-CN': typed.about },
        dialects: typed.dialects
          .split(/[、,，]/)
          .map((one) => one.trim())
          .filter(Boolean),
        leaderPost: typed.leaderPost,
        endsOn: typed.kind === 'taskTeam' ? typed.endsOn || null : null,
      },
    })
  return (
    <Card title={w.foundTitle} className={styles.after}>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.foundTitle}>
        <Choice
          label={w.fKind}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
          options={TeamKind.options.map((kind) => ({ value: kind, label: w.kind[kind] }))}
        />
        <Field label={w.fName} name="name.zh-CN" error={errors['name.zh-CN']}>
          <TextInput value={typed.name} onChange={(name) => set({ name })} maxLength={40} />
        </Field>
        <Field label={w.fAbout} name="about.zh-CN" error={errors['about.zh-CN']}>
          <TextArea value={typed.about} onChange={(about) => set({ about })} maxLength={500} rows={3} />
        </Field>
        <Field label={w.fLeader} name="leaderPost" error={errors['leaderPost']}>
          <Select
            value={typed.leaderPost}
            onChange={(leaderPost) => set({ leaderPost })}
            placeholder={ui.chooseOne}
            options={(posts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Field>
        {typed.kind === 'taskTeam' && (
          <Field label={w.fEnds} name="endsOn" error={errors['endsOn']}>
            <DateInput value={typed.endsOn} onChange={(endsOn) => set({ endsOn })} min={today} />
          </Field>
        )}
        <Field label={w.fDialects} optional>
          <TextInput value={typed.dialects} onChange={(dialects) => set({ dialects })} maxLength={100} />
        </Field>
        <Button type="submit" kind="quiet" wide busy={deed.isPending}>
          {w.foundDo}
        </Button>
      </Form>
    </Card>
  )
}
