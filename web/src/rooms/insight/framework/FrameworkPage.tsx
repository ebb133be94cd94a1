import { listSteps, readFramework } from '@ronghe/contract/insight/framework.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Figure } from './Figure.tsx'
import { MorePages } from './MorePages.tsx'
import { frameworkWords } from './words/words.ts'

/** 融合情况 (M29): the study's figure as the front page of the figures, for anybody. */
export function FrameworkPage() {
  const w = useWords(frameworkWords)
  const read = useQuery(reading(readFramework))
  const steps = useQuery(reading(listSteps))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/' }} />
      <Shown read={read}>{(page) => <Figure page={page} steps={steps.data?.steps} />}</Shown>
      <MorePages door="resident" />
    </>
  )
}
