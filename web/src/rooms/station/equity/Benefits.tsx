import type { readEquity } from '@ronghe/contract/station/equity.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Shown, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { GroupPair } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './equity.module.css'
import { GroupCell, GroupLine } from './GroupLine.tsx'
import { type Benefit, grantedShare } from './interval.ts'
import { MeaningNote } from './MeaningNote.tsx'
import { RatioPicture, RatioSentence } from './RatioPicture.tsx'
import { equityWords } from './words/words.ts'

type Page = ReplyOf<typeof readEquity>
const both = ['newcomer', 'local'] as const

/** All services together: what was granted, in how many days, with how many visits, by how many ways. */
export function Benefits({ page }: { readonly page: Page }) {
  return (
    <>
      <Granted page={page} />
      <Days page={page} />
      <Choices page={page} />
    </>
  )
}

function Granted({ page: { overall, meanings } }: { readonly page: Page }) {
  const w = useWords(equityWords)
  const format = useFormat()
  const of = (group: Benefit['group']): Benefit => overall.groups.find((one) => one.group === group)!
  const count = (shown: Shown): string => (shown.kind === 'few' ? w.tooFew : format.count(shown.count))
  return (
    <Card title={w.benefit}>
      <div className={styles.pair}>
        <GroupPair
          label={w.rate}
          newcomer={grantedShare(of('newcomer'))}
          local={grantedShare(of('local'))}
          unstated={grantedShare(of('unstated'))}
          counted={(granted, decided) => w.decided(granted, decided)}
        />
      </div>
      <h3 className={styles.next}>{w.ratioTitle}</h3>
      <RatioPicture ratio={overall.ratio} />
      {overall.ratio.kind === 'ratio' && <RatioSentence ratio={overall.ratio} />}
      <details className={styles.behind}>
        <summary>{w.table}</summary>
        <Table
          caption={w.allServices}
          rows={overall.groups}
          rowKey={({ group }) => group}
          columns={[
            { key: 'group', label: w.group, cell: ({ group }) => <GroupCell group={group} /> },
            { key: 'granted', label: w.granted, cell: ({ granted }) => count(granted), number: true },
            { key: 'notGranted', label: w.notGranted, cell: ({ notGranted }) => count(notGranted), number: true },
            {
              key: 'rate',
              label: w.rateShort,
              cell: ({ rate }) => (rate.kind === 'few' ? w.tooFew : format.percent(rate.value)),
              number: true,
            },
          ]}
        />
      </details>
      <MeaningNote meaning={meanings.benefit} />
      <h3 className={styles.next}>{w.notStated}</h3>
      <MeaningNote meaning={meanings.notStated} />
    </Card>
  )
}

function Days({ page: { overall, meanings } }: { readonly page: Page }) {
  const w = useWords(equityWords)
  const days = (figure: ShownFigure): string => (figure.kind === 'few' ? w.tooFew : w.workingDays(rounded(figure.value)))
  return (
    <>
      <Card title={w.days}>
        <Table
          caption={w.allServices}
          rows={overall.groups}
          rowKey={({ group }) => group}
          columns={[
            { key: 'group', label: w.group, cell: ({ group }) => <GroupCell group={group} /> },
            { key: 'median', label: w.daysMedian, cell: ({ daysMedian }) => days(daysMedian), number: true },
            { key: 'p90', label: w.daysP90, cell: ({ daysP90 }) => days(daysP90), number: true },
            { key: 'own', label: w.ownDays, cell: ({ ownDaysMedian }) => days(ownDaysMedian), number: true },
          ]}
        />
        <MeaningNote meaning={meanings.days} />
      </Card>
      <Card title={w.extraVisits}>
        <div className={styles.groups}>
          {overall.groups.map(({ group, extraVisits }) => (
            <GroupLine key={group} group={group}>
              {extraVisits.kind === 'few' ? (
                <span className="muted">{w.tooFew}</span>
              ) : (
                <strong>{w.visitsEach(extraVisits.value.toFixed(1))}</strong>
              )}
            </GroupLine>
          ))}
        </div>
        <MeaningNote meaning={meanings.extraVisits} />
      </Card>
    </>
  )
}

function Choices({ page: { choice, meanings } }: { readonly page: Page }) {
  const w = useWords(equityWords)
  const format = useFormat()
  return (
    <Card title={w.choice}>
      <div className={styles.groups}>
        {both.map((group) => (
          <GroupLine key={group} group={group}>
            {choice.told[group] === 0 ? (
              <span className="muted">{w.choiceNone}</span>
            ) : (
              w.choiceOf(format.count(choice.withChoice[group]), format.count(choice.told[group]))
            )}
          </GroupLine>
        ))}
      </div>
      <MeaningNote meaning={meanings.choice} />
    </Card>
  )
}

/** A median may end in a half; more digits would promise more than was measured. */
const rounded = (value: number): string => String(Math.round(value * 2) / 2)
