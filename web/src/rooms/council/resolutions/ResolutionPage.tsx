import { readResolution, type Resolution } from '@ronghe/contract/council/resolutions.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { mergeWords } from '../concerns/words/words.ts'
import { ChainView } from './ChainView.tsx'
import { Course, Decided, ReviewCard } from './ResolutionCards.tsx'
import { StateTag } from './StateTag.tsx'
import { Tasks } from './Tasks.tsx'
import { resolutionWords } from './words/words.ts'

/** One resolution for everybody: what, why, who by when, how it turned out, and how it came about. */
export function ResolutionPage() {
  const read = useQuery(reading(readResolution, { params: { resolutionId: useParam('resolutionId') } }))
  return <Shown read={read}>{(resolution) => <Whole resolution={resolution} />}</Shown>
}

function Whole({ resolution }: { readonly resolution: Resolution }) {
  const w = useWords(resolutionWords)
  const merge = useWords(mergeWords)
  const text = useText()
  return (
    <>
      <PageHeader
        title={text(resolution.title)}
        above={w.number(resolution.number)}
        beside={<StateTag of={resolution} />}
        back={{ to: '/council/$councilId/resolutions', params: { councilId: resolution.councilId }, label: w.back }}
      />
      <Decided resolution={resolution} />
      <Tasks resolution={resolution} />
      <ReviewCard resolution={resolution} />
      {resolution.chain && <ChainView chain={resolution.chain} />}
      <Course resolution={resolution} />
      <div className="screen-only">
        <ButtonRow>
          <Button kind="quiet" icon="print" onPress={() => window.print()}>
            {w.print}
          </Button>
          <LinkButton kind="quiet" to="/council/by-code">
            {merge.byCode}
          </LinkButton>
        </ButtonRow>
      </div>
    </>
  )
}
