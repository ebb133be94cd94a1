import { type Motion, readMotion } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { residentAddress } from '../../meetings/address.ts'
import { GroundCard } from '../GroundCard.tsx'
import { MotionTags } from '../MotionTags.tsx'
import { MotionText } from '../MotionText.tsx'
import { ResultCard } from '../ResultCard.tsx'
import { motionWords } from '../words/words.ts'
import { AppealForm } from './AppealForm.tsx'
import { DescribeForm } from './DescribeForm.tsx'
import { PaperSupport } from './PaperSupport.tsx'
import { RecommendForm } from './RecommendForm.tsx'
import { ScreenForm } from './ScreenForm.tsx'

/** Everything the clerk does with one motion, on one page: the decision first, the text below it. */
export function MotionWork() {
  const motionId = useParam('motionId')
  return (
    <Shown read={useQuery(reading(readMotion, { params: { motionId } }))}>{(motion) => <Work key={motion.id} motion={motion} />}</Shown>
  )
}

function Work({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const text = useText()
  const { may } = motion
  return (
    <div>
      <Card title={text(motion.title)}>
        <MotionTags motion={motion} />
        <LinkButton kind="plain" href={residentAddress(`/council/motions/${motion.id}`)}>
          {motion.number ? w.number(motion.number.year, motion.number.number) : w.unnumbered}
        </LinkButton>
      </Card>
      {may.includes('screen') && <ScreenForm motionId={motion.id} />}
      {motion.appeal.on && !motion.appeal.outcome && <AppealForm motion={motion} />}
      {may.includes('enterPaper') && <PaperSupport motionId={motion.id} />}
      <ResultCard motion={motion} />
      <MotionText motion={motion} />
      <GroundCard motion={motion} />
      {may.includes('recommend') && <RecommendForm motion={motion} />}
      {may.includes('describe') && <DescribeForm motion={motion} />}
    </div>
  )
}
