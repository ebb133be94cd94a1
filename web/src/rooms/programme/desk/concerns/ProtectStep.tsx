import type { ConcernPage } from '@ronghe/contract/programme/concerns.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { WhoIsMeant } from './AboutStaff.tsx'
import { useConcernStep } from './use-concern-step.ts'
import { concernDeskWords } from './words/words.ts'

/** It turned out to be about somebody who works here: whoever reads it now loses sight of it with this step. */
export function ProtectStep({ found, onDone }: { readonly found: ConcernPage; readonly onDone: () => void }) {
  const w = useWords(concernDeskWords)
  const navigate = useNavigate()
  const [meant, setMeant] = useState({ organId: '', postId: '' })
  const { deed, take } = useConcernStep(found.id)
  const save = (): void =>
    take({ act: 'protect', organId: meant.organId || null, postId: meant.postId || null }, () => {
      onDone()
      void navigate({ to: '/concerns' as string })
    })
  return (
    <Form onSubmit={save} busy={deed.isPending} error={deed.error} label={w.steps.protect}>
      <p>{w.protectText}</p>
      <WhoIsMeant entry={meant} set={(part) => setMeant((now) => ({ ...now, ...part }))} />
      <ButtonRow>
        <Button type="submit" kind="careful" busy={deed.isPending}>
          {w.protectDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
