import { readPathModel } from '@ronghe/contract/insight/path-model.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { CityPathsLink } from './CityPathsLink.tsx'
import { Arrows, Meaning, Measures, Outcome } from './parts.tsx'
import styles from './path-model.module.css'
import { Pace, WaveTable } from './TooLittle.tsx'
import { pathModelWords } from './words/words.ts'

/** From embedding over integration to the outcome: the arrows before any number, then what can be said along them. */
export function PathModelPage() {
  const w = useWords(pathModelWords)
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/insight' }} />
      <Shown read={useQuery(reading(readPathModel))}>{(page) => <Model page={page} />}</Shown>
    </>
  )
}

function Model({ page: { arrows, measures, waves, state, madeOn } }: { readonly page: ReplyOf<typeof readPathModel> }) {
  const w = useWords(pathModelWords)
  const format = useFormat()
  return (
    <div className={styles.page}>
      <Arrows arrows={arrows} state={state} />
      <Outcome state={state} unit="community" {...(state.kind === 'tooLittle' && { next: <Pace state={state} waves={waves} /> })} />
      <WaveTable waves={waves} />
      <Measures measures={measures} />
      <Meaning says={w.saysText} saysNot={w.saysNotText}>
        {madeOn !== null && <p className="small muted">{w.madeOn(format.wholeDay(madeOn))}</p>}
      </Meaning>
      <CityPathsLink />
    </div>
  )
}
