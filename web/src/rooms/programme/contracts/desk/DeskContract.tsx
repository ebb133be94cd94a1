import { type ContractProject, readContract } from '@ronghe/contract/programme/contracts.ts'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { ContractSheet } from '../ContractSheet.tsx'
import styles from '../contracts.module.css'
import desk from '../../desk/desk.module.css'
import { toneOf } from '../tones.ts'
import { contractWords } from '../words/words.ts'
import { ChooseOffer } from './ChooseOffer.tsx'
import { MilestoneActs } from './MilestoneActs.tsx'
import { AcceptWork, Evaluate, PaperFeedback, Pay, ReadFeedback, Settle } from './money-forms.tsx'
import { HandIn, OwnOffers } from './OfferForms.tsx'
import { CallAgain, GiveBudget, PublishCall, StartOrStop } from './preparing-forms.tsx'
import { SignContract } from './SignContract.tsx'
import { contractDeskWords } from './words/words.ts'

type Act = ContractProject['may'][number]

/** One project at the desk: what this post can do now, above what everybody sees. */
export function DeskContract() {
  const projectId = useParam('projectId')
  return <Shown read={useQuery(reading(readContract, { params: { projectId } }))}>{(project) => <One project={project} />}</Shown>
}

function One({ project }: { readonly project: ContractProject }) {
  const w = useWords(contractDeskWords)
  const { states, number } = useWords(contractWords)
  const text = useText()
  const [act, setAct] = useState<Act>()
  const acts = project.may.filter((one) => one !== 'change' && one !== 'giveFeedback')
  return (
    <>
      <PageHeader
        title={text(project.title)}
        above={number(project.number)}
        beside={<Tag tone={toneOf(project.state)}>{states[project.state]}</Tag>}
        back={{ to: '/contracts', label: w.title }}
      />
      <Card title={w.steps}>
        {project.barred && <Notice tone="attention">{w.barred[project.barred]}</Notice>}
        {acts.length === 0 && !project.may.includes('change') && <p className="muted">{w.nothing}</p>}
        <ButtonRow>
          {acts.map((one) => (
            <Button
              key={one}
              kind={one === 'stop' || one === 'enterFeedback' || one === 'readFeedback' ? 'quiet' : 'main'}
              onPress={() => setAct(one)}
            >
              {w.acts[one]}
            </Button>
          ))}
          {project.may.includes('change') && (
            <LinkButton kind="quiet" to="/contracts/$projectId/edit" params={{ projectId: project.id }}>
              {w.acts.change}
            </LinkButton>
          )}
          <LinkButton kind="quiet" href={`/contracts/${project.id}`}>
            {w.publicPage}
          </LinkButton>
        </ButtonRow>
      </Card>
      {project.own.length > 0 && <OwnOffers project={project} />}
      <div className={styles.gap}>
        <ContractSheet project={project} besideMilestone={(milestone) => <MilestoneActs milestone={milestone} />} />
      </div>
      {act && <ActDialog act={act} project={project} onClose={() => setAct(undefined)} />}
    </>
  )
}

function ActDialog({ act, project, onClose }: { readonly act: Act; readonly project: ContractProject; readonly onClose: () => void }) {
  const w = useWords(contractDeskWords)
  const start = useRef<HTMLDivElement>(null)
  const inside = { project, onDone: onClose }
  return (
    <Dialog title={w.acts[act]} open onClose={onClose} startAt={start}>
      <div ref={start} tabIndex={-1} className={desk.dialog}>
        {act === 'budget' && <GiveBudget {...inside} />}
        {act === 'call' && <PublishCall {...inside} />}
        {act === 'callAgain' && <CallAgain {...inside} />}
        {act === 'start' && <StartOrStop act="start" {...inside} />}
        {act === 'stop' && <StartOrStop act="stop" {...inside} />}
        {act === 'offer' && <HandIn {...inside} />}
        {act === 'choose' && <ChooseOffer {...inside} />}
        {act === 'contract' && <SignContract {...inside} />}
        {act === 'accept' && <AcceptWork {...inside} />}
        {act === 'pay' && <Pay {...inside} />}
        {act === 'settle' && <Settle {...inside} />}
        {act === 'evaluateMid' && <Evaluate kind="mid" {...inside} />}
        {act === 'evaluate' && <Evaluate kind="final" {...inside} />}
        {act === 'enterFeedback' && <PaperFeedback {...inside} />}
        {act === 'readFeedback' && <ReadFeedback project={project} />}
      </div>
    </Dialog>
  )
}
