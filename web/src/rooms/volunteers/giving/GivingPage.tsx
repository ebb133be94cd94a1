import { listTeams } from '@ronghe/contract/volunteers/teams.ts'
import { readGiving } from '@ronghe/contract/volunteers/giving.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Shown as Count, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './giving.module.css'
import { Note } from './Note.tsx'
import { givingWords } from './words/words.ts'

type Giving = ReplyOf<typeof readGiving>
type Quarter = Giving['quarters'][number]
const groups = ['newcomer', 'local', 'unstated'] as const

/** One page of what the community gave and what it received. */
export function GivingPage() {
  const w = useWords(givingWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/volunteers' }} />
      <Shown read={useQuery(reading(readGiving))}>
        {(giving) => {
          const soon = w.nextText(format.quarter(giving.next.period), format.wholeDay(giving.next.shownFrom))
          return (
            <>
              {giving.quarters.length === 0 ? (
                <EmptyState title={w.noneYet}>{soon}</EmptyState>
              ) : (
                giving.quarters.map((quarter) => <OneQuarter key={quarter.period} quarter={quarter} />)
              )}
              {giving.quarters.length > 0 && (
                <p className={`muted small ${styles.aside}`}>
                  {w.means} {soon}
                </p>
              )}
              <Card title={w.supportTitle}>
                {giving.support.length === 0 ? (
                  <p className="muted">{w.supportNone}</p>
                ) : (
                  <CardList>
                    {giving.support.map((line) => (
                      <CardItem
                        key={`${line.on} ${line.what}`}
                        title={line.what}
                        second={`${text(line.organ)} · ${format.wholeDay(line.on)}`}
                        {...(line.cents !== null && { end: format.money(line.cents) })}
                      />
                    ))}
                  </CardList>
                )}
              </Card>
              <Thanks giving={giving} />
              <LinkButton kind="plain" to="/volunteers/hours-checks">
                {w.toChecks}
              </LinkButton>
            </>
          )
        }}
      </Shown>
    </>
  )
}

/** Both groups side by side in one table, in the same order as everywhere. */
function OneQuarter({ quarter }: { readonly quarter: Quarter }) {
  const w = useWords(givingWords)
  const format = useFormat()
  const name = useGroupName()
  const cell = (value: Count | ShownFigure) =>
    value.kind === 'few' ? <span className="muted">{w.few}</span> : format.count('count' in value ? value.count : value.value)
  const rows = (['gave', 'hours', 'received'] as const).map((row) => ({ row, values: quarter[row] }))
  const label = format.quarter(quarter.period)
  return (
    <Card title={label}>
      <Table
        caption={w.caption}
        rows={rows}
        rowKey={({ row }) => row}
        columns={[
          { key: 'what', label: `${w.gaveTitle} / ${w.receivedTitle}`, cell: ({ row }) => w.rows[row] },
          ...groups.map((group) => ({
            key: group,
            label: group === 'unstated' ? w.unstated : name(group),
            cell: ({ values }: (typeof rows)[number]) => cell(values[group]),
            number: true,
          })),
          { key: 'total', label: w.total, cell: ({ values }) => cell(values.total), number: true },
        ]}
      />
      <p>
        {w.shiftsTitle}{' '}
        {quarter.shifts.map(({ kind, count }) => (
          <Tag key={kind} tone="quiet">
            {w.kinds[kind as keyof typeof w.kinds] ?? kind} {w.times(format.count(count))}
          </Tag>
        ))}
      </p>
      {quarter.notes > 0 && <p>{w.notes(format.count(quarter.notes))}</p>}
    </Card>
  )
}

function Thanks({ giving }: { readonly giving: Giving }) {
  const w = useWords(givingWords)
  const text = useText()
  const teams = useQuery(reading(listTeams))
  return (
    <Card title={w.thanksTitle}>
      {giving.thanks.length === 0 ? (
        <p className="muted">{w.thanksNone}</p>
      ) : (
        <ul className={styles.notes}>
          {giving.thanks.map((note) => (
            <li key={note.id}>
              <Note note={note} about={w.toTeam(text(note.team.name))} />
            </li>
          ))}
        </ul>
      )}
      <CardList>
        {(teams.data?.items ?? []).map((team) => (
          <CardItem key={team.id} to="/volunteers/thanks/$teamId" params={{ teamId: team.id }} title={w.writeTitle(text(team.name))} />
        ))}
      </CardList>
    </Card>
  )
}
