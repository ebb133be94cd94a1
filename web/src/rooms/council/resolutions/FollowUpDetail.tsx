import { readResolution, type Resolution } from '@ronghe/contract/council/resolutions.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { TwoColumns } from '../../../shell/ListDetail.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { PublishForm } from './PublishForm.tsx'
import { ReopenForm } from './ReopenForm.tsx'
import { ReplyForm } from './ReplyForm.tsx'
import { Course, Decided, ReviewCard } from './ResolutionCards.tsx'
import { SetTask } from './SetTask.tsx'
import { StateTag } from './StateTag.tsx'
import { TaskActs } from './TaskActs.tsx'
import { Tasks } from './Tasks.tsx'
import { resolutionWords } from './words/words.ts'

/** One resolution at the desk: what this reader may do next stands first. */
export function FollowUpDetail() {
  const read = useQuery(reading(readResolution, { params: { resolutionId: useParam('resolutionId') } }))
  return <Shown read={read}>{(resolution) => <Whole key={resolution.id} resolution={resolution} />}</Shown>
}

function Whole({ resolution }: { readonly resolution: Resolution }) {
  const w = useWords(resolutionWords)
  const text = useText()
  const may = (act: Resolution['may'][number]): boolean => resolution.may.includes(act)
  return (
    <>
      <PageHeader
        title={text(resolution.title)}
        above={w.number(resolution.number)}
        beside={<StateTag of={resolution} />}
        back={{ to: '/council/follow-up', label: w.deskBack }}
      />
      <TwoColumns beside={<Course resolution={resolution} />}>
        {may('reply') && <ReplyForm resolution={resolution} />}
        <Tasks resolution={resolution} actsOf={(task) => <TaskActs task={task} />} />
        {may('setTask') && <SetTask resolution={resolution} />}
        {may('publish') && <PublishForm resolution={resolution} />}
        <Decided resolution={resolution} />
        <ReviewCard resolution={resolution} />
        {may('reopen') && <ReopenForm resolution={resolution} />}
      </TwoColumns>
    </>
  )
}
