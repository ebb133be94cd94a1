import {
  cosignMotion,
  eraseMotion,
  fileMotion,
  listMotions,
  listMyMotions,
  type Motion,
  type MotionAct,
  readMotion,
  seekSupport,
  supportMotion,
} from '@ronghe/contract/council/motions.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ProblemError } from '../../../api.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { saveDraft } from '../../../platform/offline/draft.ts'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { residentAddress } from '../meetings/address.ts'
import { MotionForm, type FormAct } from './MotionForms.tsx'
import { toWriting, writingDraft } from './writing.ts'
import { motionWords } from './words/words.ts'

const refreshes = [readMotion, listMotions, listMyMotions]
const formActs: readonly MotionAct[] = ['withdraw', 'appeal', 'giveOpinion', 'override']

/** What this reader may do next; a refusal stands right here, with its article. */
export function MotionActs({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const { person } = useSession()
  const [sure, setSure] = useState<'erase' | 'seekSupport'>()
  const [form, setForm] = useState<FormAct>()
  const deeds = useDeeds(motion)
  const { may } = motion
  if (!person && motion.state === 'seekingSupport')
    return (
      <ButtonRow>
        <LinkButton to="/sign-in" search={{ next: `/council/motions/${motion.id}` }}>
          {w.signInToSupport}
        </LinkButton>
      </ButtonRow>
    )
  const clerk = may.some((act) => act === 'screen' || act === 'describe')
  const others = may.filter(
    (act) => act in simple || formActs.includes(act) || act === 'amend' || act === 'rewrite' || act === 'erase' || act === 'seekSupport',
  )
  if (others.length === 0 && !clerk) return null
  const run = (act: MotionAct): void => {
    if (act === 'erase' || act === 'seekSupport') return setSure(act)
    if (formActs.includes(act)) return setForm(act as FormAct)
    deeds.run(act)
  }
  return (
    <Card title={w.actsTitle}>
      {deeds.error !== null && <RefusalLine error={deeds.error} />}
      <ButtonRow>
        {others.map((act) =>
          act === 'amend' ? (
            <LinkButton key={act} kind="quiet" to="/council/motions/$motionId/amend" params={{ motionId: motion.id }}>
              {w.acts.amend}
            </LinkButton>
          ) : (
            <Button
              key={act}
              kind={first.includes(act) ? 'main' : act === 'erase' || act === 'withdraw' ? 'careful' : 'quiet'}
              busy={deeds.busy}
              onPress={() => run(act)}
            >
              {w.acts[act as keyof typeof w.acts]}
            </Button>
          ),
        )}
        {deeds.mayMark && (
          <Button onPress={() => deeds.run('file', true)} busy={deeds.busy}>
            {w.acts.fileAnyway}
          </Button>
        )}
        {clerk && (
          <LinkButton kind="quiet" href={residentAddress(`/desk/council/motions/${motion.id}`)}>
            {w.deskWork}
          </LinkButton>
        )}
      </ButtonRow>
      <Dialog title={sure ? w.acts[sure] : ''} open={sure !== undefined} onClose={() => setSure(undefined)}>
        <p>{sure === 'erase' ? w.eraseSure : w.seekSure}</p>
        <ButtonRow>
          <Button
            kind={sure === 'erase' ? 'careful' : 'main'}
            onPress={() => {
              if (sure) deeds.run(sure)
              setSure(undefined)
            }}
          >
            {sure ? w.acts[sure] : ''}
          </Button>
          <Button kind="plain" onPress={() => setSure(undefined)}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Dialog>
      {form && <MotionForm motion={motion} act={form} onClose={() => setForm(undefined)} />}
    </Card>
  )
}

const first: readonly MotionAct[] = ['support', 'cosign', 'file']
/** Done by one press; the others ask something first. */
const simple = { file: true, support: true, unsupport: true, cosign: true, uncosign: true } as const satisfies Partial<
  Record<MotionAct, true>
>

function useDeeds(motion: Motion) {
  const w = useWords(motionWords)
  const navigate = useNavigate()
  const { person } = useSession()
  const told = (sentence: string) => ({ refreshes, onDone: () => toast(sentence) })
  const support = useDeed(supportMotion, told(w.done.support))
  const back = useDeed(supportMotion, told(w.done.unsupport))
  const sign = useDeed(cosignMotion, told(w.done.other))
  const seek = useDeed(seekSupport, told(w.done.seekSupport))
  const file = useDeed(fileMotion, told(w.done.file))
  const erase = useDeed(eraseMotion, {
    refreshes: [listMyMotions],
    onDone: () => void navigate({ to: '/council/my-motions' as string, replace: true }),
  })
  const all = [support, back, sign, seek, file, erase]
  const params = { motionId: motion.id }
  const rewrite = async (): Promise<void> => {
    await saveDraft(writingDraft(motion.councilId, person!.id), toWriting(motion), Date.now())
    await navigate({
      to: '/council/$councilId/motions/new/$step' as string,
      params: { councilId: motion.councilId, step: 'title' } as never,
    })
  }
  const run = (act: MotionAct, withoutCommonGround = false): void => {
    for (const deed of all) deed.reset()
    if (act === 'support') support.mutate({ params, body: { support: true } })
    if (act === 'unsupport') back.mutate({ params, body: { support: false } })
    if (act === 'cosign' || act === 'uncosign') sign.mutate({ params, body: { sign: act === 'cosign' } })
    if (act === 'seekSupport') seek.mutate({ params })
    if (act === 'file') file.mutate({ params, body: { withoutCommonGround } })
    if (act === 'erase') erase.mutate({ params })
    if (act === 'rewrite') void rewrite()
  }
  return {
    run,
    busy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    /** The charter lets it be filed now, marked. */
    mayMark: file.error instanceof ProblemError && file.error.problem.code === 'motion-ground-say-so',
  }
}
