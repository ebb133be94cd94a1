import { readMotionRules } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { nothingWritten, type Writing, writingDraft } from './writing.ts'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** What the charter asks, before a word is written. */
export function WriteMotion() {
  const councilId = useParam('councilId')
  const w = useWords(motionWords)
  const { person } = useSession()
  const rules = useQuery(reading(readMotionRules, { params: { councilId } }))
  return (
    <>
      <PageHeader title={w.startTitle} lead={w.startLead} back={{ to: '/council/$councilId/motions', params: { councilId } }} />
      <Shown read={rules}>
        {({ residents, delegates, withinDays, afterDays, screeningWorkingDays, commonGroundRequired }) => (
          <Card>
            <p className={styles.note}>{w.startRules(residents, delegates, withinDays)}</p>
            {commonGroundRequired && <p className={styles.note}>{w.startGround(afterDays)}</p>}
            <p className={styles.note}>{w.startScreening(screeningWorkingDays)}</p>
          </Card>
        )}
      </Shown>
      {person ? <Begin councilId={councilId} personId={person.id} /> : <SignInFirst councilId={councilId} />}
    </>
  )
}

function Begin({ councilId, personId }: { readonly councilId: string; readonly personId: string }) {
  const w = useWords(motionWords)
  const draft = useDraft<Writing>(writingDraft(councilId, personId), nothingWritten)
  const begun = draft.value !== nothingWritten && draft.value.title !== ''
  return (
    <ButtonRow>
      <LinkButton to="/council/$councilId/motions/new/$step" params={{ councilId, step: 'title' }}>
        {begun ? w.goOn : w.startDo}
      </LinkButton>
      {begun && (
        <Button kind="plain" onPress={() => draft.change(nothingWritten)}>
          {w.startOver}
        </Button>
      )}
    </ButtonRow>
  )
}

function SignInFirst({ councilId }: { readonly councilId: string }) {
  const w = useWords(motionWords)
  return (
    <>
      <Notice>
        <p>{w.signInFirst}</p>
      </Notice>
      <ButtonRow>
        <LinkButton to="/sign-in" search={{ next: `/council/${councilId}/motions/new` }}>
          {w.signInDo}
        </LinkButton>
      </ButtonRow>
    </>
  )
}
