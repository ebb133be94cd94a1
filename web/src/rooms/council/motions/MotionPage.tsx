import { readChain } from '@ronghe/contract/council/chain.ts'
import { downloadMotion, type Motion, readMotion } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { download, saveAs } from '../../../platform/download.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { residentAddress } from '../meetings/address.ts'
import { ChainView } from '../resolutions/ChainView.tsx'
import { Amendments } from './Amendments.tsx'
import { GroundCard } from './GroundCard.tsx'
import { MotionActs } from './MotionActs.tsx'
import { MotionFiles } from './MotionFiles.tsx'
import { MotionTags } from './MotionTags.tsx'
import { MotionText } from './MotionText.tsx'
import { ResultCard } from './ResultCard.tsx'
import { SupportCard } from './SupportCard.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** The public page of a motion: what it says, where it comes from, who stands behind it, what others say, and what became of it. */
export function MotionPage() {
  const motionId = useParam('motionId')
  const w = useWords(motionWords)
  const text = useText()
  return (
    <Shown read={useQuery(reading(readMotion, { params: { motionId } }))}>
      {(motion) => (
        <>
          <PageHeader
            title={text(motion.title) || w.untitled}
            above={motion.number ? w.number(motion.number.year, motion.number.number) : w.unnumbered}
            back={{ to: '/council/$councilId/motions', params: { councilId: motion.councilId } }}
          />
          <div className={styles.top}>
            <MotionTags motion={motion} />
          </div>
          <Screening motion={motion} />
          <ResultCard motion={motion} />
          <MotionActs motion={motion} />
          <Summary motion={motion} />
          <MotionText motion={motion} />
          <GroundCard motion={motion} />
          <SupportCard motion={motion} />
          <Amendments motion={motion} />
          <Procedure motion={motion} />
          <Opinions motion={motion} />
          <MotionFiles motion={motion} />
          {motion.state !== 'draft' && <WhereFrom motionId={motion.id} />}
          <History motion={motion} />
          {motion.state !== 'draft' && <Take motion={motion} />}
        </>
      )}
    </Shown>
  )
}

function Screening({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const text = useText()
  const format = useFormat()
  const { screening, appeal, state } = motion
  if (state === 'filed')
    return (
      <Notice title={motion.late ? w.late : w.states.filed}>
        <p>{w.screeningWaits(format.wholeDay(screening.by!))}</p>
      </Notice>
    )
  if (!screening.reason || (state !== 'returned' && !appeal.outcome)) return null
  return (
    <Notice tone="attention" title={w.returnedBecause}>
      <p>{text(screening.reason)}</p>
      {appeal.outcome ? (
        <p>{w.appealOutcome[appeal.outcome]}</p>
      ) : appeal.on ? (
        <>
          <p>{w.appealed(format.wholeDay(appeal.on))}</p>
          <p>{appeal.words}</p>
        </>
      ) : (
        appeal.until && (
          <p>
            {w.appealUntil(format.wholeDay(appeal.until))} {w.afterReturn}
          </p>
        )
      )}
    </Notice>
  )
}

function Summary({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const text = useText()
  if (!motion.summary) return null
  return (
    <Card title={w.summaryTitle}>
      <p className={styles.words}>{text(motion.summary)}</p>
      <LinkButton kind="quiet" to="/council/motions/$motionId/summary" params={{ motionId: motion.id }}>
        {w.summaryDo}
      </LinkButton>
    </Card>
  )
}

function Procedure({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  if (!motion.procedure) return null
  return (
    <Card title={w.procedureTitle}>
      <p>
        <strong>{w.ways[motion.procedure.way]}</strong>
      </p>
      <p className={styles.words}>{motion.procedure.reason}</p>
      <p className="muted small">{w.procedureMeans}</p>
    </Card>
  )
}

function Opinions({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const text = useText()
  const format = useFormat()
  if (motion.opinions.length === 0) return null
  return (
    <Card title={w.opinionsTitle}>
      {motion.opinions.map(({ id, organ, post, words, on }) => (
        <div key={id} className={styles.part}>
          <p className="muted">{w.opinionBy(text(organ), text(post), format.day(on))}</p>
          <p className={styles.words}>{words}</p>
        </div>
      ))}
      <p className={`muted small ${styles.note}`}>{w.opinionsMeans}</p>
    </Card>
  )
}

function WhereFrom({ motionId }: { readonly motionId: string }) {
  return <Shown read={useQuery(reading(readChain, { params: { motionId } }))}>{(chain) => <ChainView chain={chain} />}</Shown>
}

function History({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const text = useText()
  const format = useFormat()
  if (motion.events.length === 0) return null
  return (
    <Card title={w.historyTitle}>
      <Timeline
        steps={motion.events.map(({ seq, kind, at, by, byAuthor, words }) => ({
          key: String(seq),
          title: w.events[kind] ?? kind,
          when: [format.moment(at), by ? text(by) : byAuthor ? w.byAuthor : ''].filter(Boolean).join(' · '),
          ...(words && { detail: words }),
        }))}
      />
    </Card>
  )
}

function Take({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const text = useText()
  const address = residentAddress(`/council/motions/${motion.id}`)
  const share = async (): Promise<void> => {
    if (navigator.share) return navigator.share({ title: text(motion.title), url: address }).catch(() => {})
    await navigator.clipboard?.writeText(address)
    toast(w.shared)
  }
  const name = motion.number ? `${motion.number.year}-${motion.number.number}` : motion.id.slice(-6)
  return (
    <ButtonRow>
      <Button kind="quiet" onPress={() => void share()}>
        {w.share}
      </Button>
      <LinkButton kind="quiet" icon="print" to="/council/motions/$motionId/print" params={{ motionId: motion.id }}>
        {w.print}
      </LinkButton>
      <Button
        kind="quiet"
        icon="file"
        onPress={() => void download(downloadMotion, { params: { motionId: motion.id } }).then((blob) => saveAs(blob, `${name}.docx`))}
      >
        {w.docx}
      </Button>
    </ButtonRow>
  )
}
