import { enterPaper, listPapers, type PaperBox, type PaperEntry, type PaperSheet } from '@ronghe/contract/council/allocation-ballots.ts'
import { type AllocationProject, listProjects } from '@ronghe/contract/council/allocation-projects.ts'
import { type AllocationRound, readRound } from '@ronghe/contract/council/allocation.ts'
import type { Group } from '@ronghe/contract/values.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { useGroupName } from '../../../../ui/GroupPair.tsx'
import { NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../allocation.module.css'
import { readTyped, sayTyped } from './typed-choices.ts'
import { allocationDeskWords } from './words/words.ts'

/** Paper ballots, typed by two people on their own; a difference is shown to both. */
export function Papers() {
  const roundId = useParam('roundId')
  const round = useQuery(reading(readRound, { params: { roundId } }))
  const projects = useQuery(reading(listProjects, { params: { roundId } }))
  const box = useQuery(reading(listPapers, { params: { roundId } }))
  return (
    <Shown read={round}>
      {(theRound) => (
        <Shown read={projects}>
          {({ items }) => (
            <Shown read={box}>
              {(theBox) => <Box round={theRound} projects={items.filter(({ state }) => state === 'feasible')} box={theBox} />}
            </Shown>
          )}
        </Shown>
      )}
    </Shown>
  )
}

function Box({
  round,
  projects,
  box,
}: {
  readonly round: AllocationRound
  readonly projects: readonly AllocationProject[]
  readonly box: PaperBox
}) {
  const w = useWords(allocationDeskWords)
  const format = useFormat()
  const group = useGroupName()
  const [opened, setOpened] = useState<PaperSheet>()
  const numbers = new Map(projects.map(({ id, number }) => [id, number]))
  const said = (entry: PaperEntry | null): string =>
    entry === null ? '' : entry.spoilt ? w.entrySpoilt : w.entry(group(entry.group), sayTyped(entry.choices, numbers))
  return (
    <>
      <PageHeader title={w.papersTitle} lead={w.papersLead} back={{ to: '/council/allocation/$roundId', params: { roundId: round.id } }} />
      {round.closed ? (
        <>
          <p className={styles.gap}>
            {w.papersHanded(format.count(box.handedOut), format.count(box.sheets.length), format.count(box.same))}
          </p>
          <Sheet
            key={opened ? `${opened.sheet} ${said(opened.mine)}` : 'new'}
            round={round}
            projects={projects}
            sheet={opened}
            onSaved={() => setOpened(undefined)}
          />
          <Card title={w.sheets} className={styles.gap}>
            <Table
              caption={w.sheets}
              rows={box.sheets}
              rowKey={({ sheet }) => String(sheet)}
              empty={<p className="muted">{w.sheetsNone}</p>}
              columns={[
                {
                  key: 'sheet',
                  label: w.sheetColumns.sheet,
                  number: true,
                  sortBy: ({ sheet }) => sheet,
                  cell: ({ sheet }) => format.count(sheet),
                },
                {
                  key: 'state',
                  label: w.sheetColumns.state,
                  sortBy: ({ state }) => state,
                  cell: ({ state }) => (
                    <Tag tone={state === 'same' ? 'going' : state === 'differ' ? 'alert' : 'attention'}>{w.sheetStates[state]}</Tag>
                  ),
                },
                { key: 'mine', label: w.sheetColumns.mine, cell: ({ mine }) => said(mine) },
                { key: 'other', label: w.sheetColumns.other, cell: ({ other }) => said(other) },
                {
                  key: 'act',
                  label: w.steps,
                  cell: (sheet) =>
                    sheet.mine && (
                      <Button kind="plain" onPress={() => setOpened(sheet)}>
                        {w.again}
                      </Button>
                    ),
                },
              ]}
            />
          </Card>
        </>
      ) : (
        <EmptyState title={w.papersShut} />
      )}
    </>
  )
}

function Sheet({
  round,
  projects,
  sheet,
  onSaved,
}: {
  readonly round: AllocationRound
  readonly projects: readonly AllocationProject[]
  readonly sheet: PaperSheet | undefined
  readonly onSaved: () => void
}) {
  const w = useWords(allocationDeskWords)
  const name = useGroupName()
  const [number, setNumber] = useState<number | null>(sheet?.sheet ?? null)
  const [group, setGroup] = useState<Group | undefined>(sheet?.mine?.group)
  const [spoilt, setSpoilt] = useState(sheet?.mine?.spoilt ?? false)
  const [typed, setTyped] = useState(sheet?.mine ? sayTyped(sheet.mine.choices, new Map(projects.map(({ id, number: n }) => [id, n]))) : '')
  const [faults, setFaults] = useState<FieldErrors>({})
  const [sent, setSent] = useState(0)
  const deed = useDeed(enterPaper, {
    refreshes: [listPapers],
    onDone: () => {
      toast(w.saved)
      setNumber(null)
      setGroup(undefined)
      setSpoilt(false)
      setTyped('')
      setSent((times) => times + 1)
      onSaved()
    },
  })
  const save = (): void => {
    const choices = readTyped(spoilt ? '' : typed, round.rules.ballot.form, new Map(projects.map(({ id, number: n }) => [n, id])))
    const found: FieldErrors = {
      ...(number === null && { sheet: w.missing.number }),
      ...(group === undefined && { group: w.choiceMissing }),
      ...(choices === undefined && { choices: w.typedWrong }),
    }
    setFaults(found)
    if (number === null || group === undefined || choices === undefined) return
    deed.mutate({ params: { roundId: round.id, sheet: number }, body: { group, choices: [...choices], spoilt } })
  }
  return (
    <Card>
      <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={w.saveSheet}>
        <Field label={w.sheet} hint={w.sheetHint} name="sheet" error={faults['sheet']}>
          <NumberInput key={sent} value={number} onChange={setNumber} />
        </Field>
        <Field label={w.typed} hint={w.typedHint[round.rules.ballot.form]} name="choices" error={faults['choices']}>
          <TextInput value={typed} onChange={setTyped} maxLength={400} />
        </Field>
        <Choice<Group>
          label={w.group}
          name="group"
          error={faults['group']}
          value={group}
          onChange={setGroup}
          options={(['newcomer', 'local', 'unstated'] as const).map((value) => ({ value, label: name(value) }))}
        />
        <Tick checked={spoilt} onChange={setSpoilt} label={w.spoilt} hint={w.spoiltHint} />
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.saveSheet}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
