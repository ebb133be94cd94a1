import { enterCards, listPrints, printCards } from '@ronghe/contract/council/conversation-desk.ts'
import { type Conversation, readResult, type Stance } from '@ronghe/contract/council/conversations.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Group } from '@ronghe/contract/values.ts'
import { listStatements } from '@ronghe/contract/council/conversation-desk.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { Choices } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { useGroupName } from '../../../../ui/GroupPair.tsx'
import { NumberInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import { PrintSheet } from '../../../../ui/PrintSheet.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import type { At } from '../use-voting.ts'
import styles from './desk.module.css'
import { deskWords } from './words/words.ts'

/** Cards for those who vote on paper: printed here, entered here. */
export function Paper({ at, conversation }: { readonly at: At; readonly conversation: Conversation }) {
  const [made, setMade] = useState<Made>()
  return made ? (
    <Sheets made={made} conversation={conversation} onBack={() => setMade(undefined)} />
  ) : (
    <>
      <Enter at={at} />
      <Print at={at} onMade={setMade} />
    </>
  )
}

type Made = ReplyOf<typeof printCards>

interface Row {
  readonly code: string
  readonly group: Group
  readonly votes: string
}
const emptyRow: Row = { code: '', group: 'unstated', votes: '' }
const stances: Readonly<Record<string, Stance | null>> = { 1: 'agree', 2: 'disagree', 3: 'pass', 0: null }
const typed = /^[0-3]{1,12}$/

/** One line per card; the number, who they are, and the ticks as digits. */
function Enter({ at }: { readonly at: At }) {
  const w = useWords(deskWords)
  const groupName = useGroupName()
  const [rows, setRows] = useState<readonly Row[]>([emptyRow])
  const [tried, setTried] = useState(false)
  const enter = useDeed(enterCards, {
    refreshes: [readResult],
    onDone: ({ cards, votes }) => {
      toast(w.entered(cards, votes))
      setRows([emptyRow])
      setTried(false)
    },
  })
  const server = fieldErrorsOf(enter.error)
  const errorOf = (row: Row, place: number): { readonly code?: string; readonly votes?: string } => ({
    ...(tried && row.code.trim() === ''
      ? { code: w.codeMissing }
      : server[`cards.${place}.code`]
        ? { code: server[`cards.${place}.code`]! }
        : {}),
    ...(tried && !typed.test(row.votes) ? { votes: w.votesWrong } : {}),
  })
  const submit = (): void => {
    setTried(true)
    if (rows.some((row) => row.code.trim() === '' || !typed.test(row.votes))) return
    enter.mutate({
      params: at,
      body: {
        cards: rows.map(({ code, group, votes }) => ({ code, group, stances: Array.from(votes, (digit) => stances[digit] ?? null) })),
      },
    })
  }
  const change = (place: number, next: Partial<Row>) =>
    setRows((now) => now.map((row, index) => (index === place ? { ...row, ...next } : row)))
  const groups = (['newcomer', 'local', 'unstated'] as const).map((group) => ({
    value: group,
    label: group === 'unstated' ? w.groupUnstated : groupName(group),
  }))
  const count = (group: Group) =>
    w.countOf(
      groups.find(({ value }) => value === group)!.label,
      rows.filter((row) => row.group === group && row.code.trim() !== '').length,
    )
  return (
    <Card title={w.enterTitle}>
      <p className="muted small">{w.enterLead}</p>
      <Form label={w.enterTitle} busy={enter.isPending} error={Object.keys(server).length > 0 ? undefined : enter.error} onSubmit={submit}>
        {rows.map((row, place) => {
          const error = errorOf(row, place)
          return (
            <fieldset key={place} className={styles.row}>
              <legend className="unseen">{w.rowLabel(place + 1)}</legend>
              <Field label={w.code} name={`cards.${place}.code`} error={error.code}>
                <TextInput value={row.code} onChange={(code) => change(place, { code })} maxLength={20} />
              </Field>
              <Field label={w.group} name={`cards.${place}.group`}>
                <Select value={row.group} onChange={(group) => change(place, { group })} options={groups} />
              </Field>
              <Field label={w.votes} name={`cards.${place}.stances`} error={error.votes}>
                <TextInput value={row.votes} onChange={(votes) => change(place, { votes: votes.replaceAll(/\s/g, '') })} maxLength={12} />
              </Field>
              {rows.length > 1 && (
                <Button kind="plain" onPress={() => setRows((now) => now.filter((_, index) => index !== place))}>
                  {w.removeCard}
                </Button>
              )}
            </fieldset>
          )
        })}
        <p className="muted small" role="status">
          {w.enterCounts(count('newcomer'), count('local'), count('unstated'))}
        </p>
        <ButtonRow>
          <Button type="submit" busy={enter.isPending}>
            {w.enterDo(rows.length)}
          </Button>
          {rows.length < 50 && (
            <Button kind="quiet" onPress={() => setRows((now) => [...now, { ...emptyRow, group: now.at(-1)?.group ?? 'unstated' }])}>
              {w.addCard}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </Card>
  )
}

function Print({ at, onMade }: { readonly at: At; readonly onMade: (made: Made) => void }) {
  const w = useWords(deskWords)
  const format = useFormat()
  const read = useQuery(reading(listStatements, { params: at, query: { state: 'admitted', limit: 100 } }))
  const prints = useQuery(reading(listPrints, { params: at }))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [cards, setCards] = useState<number | null>(20)
  const make = useDeed(printCards, { refreshes: [listPrints], onDone: onMade })
  return (
    <Card title={w.printTitle}>
      <p className="muted small">{w.printLead}</p>
      <Shown read={read}>
        {({ items }) => (
          <Form
            label={w.printTitle}
            busy={make.isPending}
            error={make.error}
            onSubmit={() => make.mutate({ params: at, body: { cards: cards ?? 0, statementIds: [...chosen] } })}
          >
            <Choices
              label={w.printStatements}
              name="statementIds"
              error={fieldErrorsOf(make.error)['statementIds']}
              value={chosen}
              onChange={setChosen}
              options={items.map(({ id, words }) => ({ value: id, label: words }))}
            />
            <Field label={w.printCards} name="cards" error={fieldErrorsOf(make.error)['cards']}>
              <NumberInput value={cards} onChange={setCards} />
            </Field>
            <Button type="submit" kind="quiet" busy={make.isPending}>
              {w.printDo}
            </Button>
          </Form>
        )}
      </Shown>
      <Shown read={prints}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{w.printedNone}</p>
          ) : (
            <CardList>
              {items.map((print) => (
                <CardItem key={print.id} title={w.printed(print.number, print.cards, format.day(print.printedOn))} />
              ))}
            </CardList>
          )
        }
      </Shown>
      {make.error && Object.keys(fieldErrorsOf(make.error)).length === 0 && <RefusalLine error={make.error} />}
    </Card>
  )
}

/** The cards as they are cut: statements with three boxes, the group, and the card's own number. */
function Sheets({ made, conversation, onBack }: { readonly made: Made; readonly conversation: Conversation; readonly onBack: () => void }) {
  const w = useWords(deskWords)
  const text = useText()
  const { groupNames } = useSession()
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <>
      <div className="screen-only">
        <p className="muted">{w.printOnce}</p>
        <ButtonRow>
          <Button icon="print" onPress={() => globalThis.print()}>
            {w.printNow}
          </Button>
          <Button kind="quiet" onPress={onBack}>
            {w.backToEnter}
          </Button>
        </ButtonRow>
      </div>
      <PrintSheet title={w.sheetTitle} number={text(conversation.title)} printedAt={printedAt}>
        {made.codes.map((code) => (
          <section key={code} className={styles.card}>
            <p>
              <strong>{text(conversation.title)}</strong> · {w.sheetNumber(code)}
            </p>
            <p className={styles.how}>{w.sheetHow}</p>
            <table>
              <tbody>
                {made.statements.map((statement, place) => (
                  <tr key={statement.id}>
                    <td>
                      {place + 1}. {statement.words}
                    </td>
                    <td>□ {w.agree}</td>
                    <td>□ {w.disagree}</td>
                    <td>□ {w.pass}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>
              {w.sheetGroup} □ {text(groupNames.newcomer)} □ {text(groupNames.local)}
            </p>
          </section>
        ))}
      </PrintSheet>
    </>
  )
}
