import type { readEquity, ServiceEquity } from '@ronghe/contract/station/equity.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './equity.module.css'
import { grantedShare } from './interval.ts'
import { MeaningNote } from './MeaningNote.tsx'
import { RatioPicture } from './RatioPicture.tsx'
import { equityWords } from './words/words.ts'

type Page = ReplyOf<typeof readEquity>
const both = ['newcomer', 'local'] as const

/** Each service on its own line: open to whom, granted how often, compared, with a choice or not; below, why not. */
export function ServiceTable({ page: { services, meanings } }: { readonly page: Page }) {
  const w = useWords(equityWords)
  const text = useText()
  const withReasons = services.filter(({ reasons }) => reasons.length > 0)
  return (
    <>
      <Table
        caption={w.byService}
        rows={services}
        rowKey={({ key }) => key}
        columns={[
          { key: 'service', label: w.service, cell: ({ name }) => text(name), sortBy: ({ name }) => text(name) },
          {
            key: 'openness',
            label: w.openShort,
            cell: ({ openness }) => (
              <span className={styles.columns}>
                {both.map((group) => (
                  <span key={group}>
                    <Tag tone={group}>{w.openness[openness[group]]}</Tag>
                  </span>
                ))}
              </span>
            ),
          },
          { key: 'rate', label: w.rate, cell: (service) => <Rates service={service} /> },
          { key: 'ratio', label: w.ratioShort, cell: ({ ratio }) => <RatioPicture ratio={ratio} short /> },
          {
            key: 'choice',
            label: w.choiceShort,
            cell: ({ choice }) => (
              <span className={styles.columns}>
                {both.map((group) => (
                  <Tag key={group} tone={group}>
                    {choice[group] === null ? w.unknown : choice[group] ? w.yes : w.no}
                  </Tag>
                ))}
              </span>
            ),
          },
        ]}
      />
      <Card title={w.reasons}>
        {withReasons.length === 0 && <p className="muted">{w.reasonsEmpty}</p>}
        {withReasons.map((service) => (
          <Reasons key={service.key} service={service} />
        ))}
        <MeaningNote meaning={meanings.reasons} />
      </Card>
    </>
  )
}

function Rates({ service }: { readonly service: ServiceEquity }) {
  const w = useWords(equityWords)
  const format = useFormat()
  return (
    <span className={styles.columns}>
      {both.map((group) => {
        const share = grantedShare(service.groups.find((one) => one.group === group)!)
        return (
          <Tag key={group} tone={group}>
            {share === null
              ? w.tooFew
              : w.rateOf(
                  format.percent(share.share),
                  format.interval(share.low, share.high),
                  `${format.count(share.count)}/${format.count(share.of)}`,
                )}
          </Tag>
        )
      })}
    </span>
  )
}

function Reasons({ service }: { readonly service: ServiceEquity }) {
  const w = useWords(equityWords)
  const text = useText()
  const format = useFormat()
  const name = useGroupName()
  const groups = service.reasons[0]?.counts.map(({ group }) => group) ?? []
  return (
    <Table
      caption={w.reasonsOf(text(service.name))}
      rows={service.reasons}
      rowKey={({ reason }) => reason['zh-CN']}
      columns={[
        { key: 'reason', label: w.reason, cell: ({ reason }) => text(reason) },
        ...groups.map((group) => ({
          key: group,
          label: name(group),
          number: true,
          cell: ({ counts }: ServiceEquity['reasons'][number]) => {
            const count = counts.find((one) => one.group === group)?.count
            return count === undefined || count.kind === 'few' ? w.tooFew : format.count(count.count)
          },
        })),
      ]}
    />
  )
}
