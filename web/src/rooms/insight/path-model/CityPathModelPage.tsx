import { readCityPathModel } from '@ronghe/contract/insight/path-model.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Arrows, Meaning, Measures, Outcome } from './parts.tsx'
import styles from './path-model.module.css'
import { pathModelWords } from './words/words.ts'

/** The same arrows over streets and their waves (08, Figures). */
export function CityPathModelPage() {
  const w = useWords(pathModelWords)
  return (
    <>
      <PageHeader title={w.city.title} lead={w.city.lead} back={{ to: '/city' }} />
      <Shown read={useQuery(reading(readCityPathModel))}>
        {(page) =>
          page.connected ? (
            <CityModel page={page} />
          ) : (
            <EmptyState title={w.city.alone} next={<LinkButton to="/insight/path-model">{w.city.toStreet}</LinkButton>}>
              {w.city.aloneText}
            </EmptyState>
          )
        }
      </Shown>
    </>
  )
}

function CityModel({ page: { arrows, measures, waves, state } }: { readonly page: ReplyOf<typeof readCityPathModel> }) {
  const w = useWords(pathModelWords)
  const format = useFormat()
  return (
    <div className={styles.page}>
      <Arrows arrows={arrows} state={state} />
      <Outcome state={state} unit="street" next={<p>{w.city.seen(format.count(waves.seen), format.count(waves.complete))}</p>} />
      <Measures measures={measures} />
      <Meaning says={w.city.saysText} saysNot={w.city.saysNotText} />
      <LinkButton kind="plain" to="/insight/path-model">
        {w.city.toStreet}
      </LinkButton>
    </div>
  )
}
