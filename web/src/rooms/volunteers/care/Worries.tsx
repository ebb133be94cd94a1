import { type CareWorry, listWorries, stepWorry } from '@ronghe/contract/volunteers/care.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { careWords } from './words/words.ts'

/** For one post alone. */
export function Worries() {
  const w = useWords(careWords)
  const read = useQuery(reading(listWorries))
  return (
    <>
      <PageHeader title={w.worriesTitle} lead={w.worriesLead} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.noWorries}>{w.noWorriesText}</EmptyState>
          ) : (
            items.map((worry) => <One key={worry.id} worry={worry} />)
          )
        }
      </Shown>
    </>
  )
}

function One({ worry }: { readonly worry: CareWorry }) {
  const w = useWords(careWords)
  const format = useFormat()
  const step = useDeed(stepWorry, { refreshes: [listWorries] })
  return (
    <Card title={`${w.worryStates[worry.state]} · ${format.moment(worry.toldAt)}`}>
      <Facts
        facts={[
          [w.about, worry.about ? [worry.about.name, worry.about.phone].filter(Boolean).join(' · ') : w.gone],
          [w.toldBy, worry.toldBy ?? w.gone],
          [w.what, worry.words],
        ]}
      />
      <ButtonRow>
        {worry.may.map((one) => (
          <Button key={one} busy={step.isPending} onPress={() => step.mutate({ params: { worryId: worry.id }, body: { step: one } })}>
            {w[one]}
          </Button>
        ))}
      </ButtonRow>
      {step.error && <RefusalLine error={step.error} />}
    </Card>
  )
}
