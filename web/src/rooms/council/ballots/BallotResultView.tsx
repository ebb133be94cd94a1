import type { Ballot, BallotResult, BoxResult } from '@ronghe/contract/council/ballots.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './ballots.module.css'
import { useBenchNames } from './names.ts'
import { ballotWords } from './words/words.ts'

/** What came of it: in words first, then each box with electronic ballots and papers in columns of their own. */
export function BallotResultView({ ballot, result }: { readonly ballot: Ballot; readonly result: BallotResult }) {
  const w = useWords(ballotWords)
  const text = useText()
  const names = useBenchNames()
  const answer = (place: number): string => (ballot.answers[place] ? text(ballot.answers[place].name) : '')
  return (
    <Card title={w.result}>
      <p>
        <Tag tone="quiet">{w.outcomes[result.outcome]}</Tag> {result.elected.map(answer).join('、')}
      </p>
      {result.boxes.map((box) => (
        <BoxTable key={box.bench ?? 'all'} ballot={ballot} box={box} elected={result.elected} />
      ))}
      {result.conditions.length > 0 && (
        <>
          <h3>{w.conditionsTitle}</h3>
          <ul className={styles.lines}>
            {result.conditions.map(({ bench, what, has, needs, met }) => (
              <li key={`${bench} ${what}`}>
                {w.condition(bench === null ? w.everybody : names.bench(bench), what, has, needs)}（{met ? w.met : w.notMet}）
              </li>
            ))}
          </ul>
        </>
      )}
      {result.ties.map(({ tied, chosen, lot }) => (
        <p key={tied.join()}>{lot && w.tie(tied.map(answer).join('、'), answer(chosen))}</p>
      ))}
      {result.lotSeed && <p className={`muted small ${styles.tracker}`}>{w.lotSeed(result.lotSeed)}</p>}
      {result.rounds.length > 0 && <Rounds rounds={result.rounds} answer={answer} />}
      {result.boxes.some(({ paper, electronic }) => paper && electronic) && <p className="muted small">{w.archiveProves}</p>}
    </Card>
  )
}

function BoxTable({ ballot, box, elected }: { readonly ballot: Ballot; readonly box: BoxResult; readonly elected: readonly number[] }) {
  const w = useWords(ballotWords)
  const text = useText()
  const names = useBenchNames()
  const { electronic, paper } = box
  const rows = [
    ...ballot.answers.map(({ name }, place) => ({
      key: String(place),
      name: elected.includes(place) ? `${text(name)}（${w.elected}）` : text(name),
      electronic: electronic?.marks[place],
      paper: paper?.marks[place],
      total: box.marks[place]!,
    })),
    { key: 'blank', name: w.blank, electronic: electronic?.blank, paper: paper?.blank, total: box.blank },
    ...(paper ? [{ key: 'invalid', name: w.invalid, electronic: undefined, paper: paper.invalid, total: paper.invalid }] : []),
    {
      key: 'cast',
      name: w.ballotsCast,
      electronic: electronic?.ballots,
      paper: paper?.papers,
      total: (electronic?.ballots ?? 0) + (paper?.papers ?? 0),
    },
  ]
  return (
    <table className={styles.figures}>
      <caption>{w.resultCaption(names.box(box.bench))}</caption>
      <thead>
        <tr>
          <th scope="col">{w.answer}</th>
          {electronic && <th scope="col">{w.electronic}</th>}
          {paper && <th scope="col">{w.paper}</th>}
          <th scope="col">{w.total}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {electronic && <td>{row.electronic ?? '—'}</td>}
            {paper && <td>{row.paper ?? '—'}</td>}
            <td>{row.total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rounds({ rounds, answer }: { readonly rounds: readonly (readonly number[])[]; readonly answer: (place: number) => string }) {
  const w = useWords(ballotWords)
  return (
    <Table
      caption={w.rounds}
      rows={(rounds[0] ?? []).map((_, place) => place)}
      rowKey={String}
      columns={[
        { key: 'name', label: w.answer, cell: answer },
        ...rounds.map((votes, round) => ({
          key: String(round),
          label: w.round(round + 1),
          number: true,
          cell: (place: number) => votes[place] ?? 0,
        })),
      ]}
    />
  )
}
