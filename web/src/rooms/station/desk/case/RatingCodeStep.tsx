import { printRatingCode } from '@ronghe/contract/station/ratings.ts'
import { useEffect } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'
import type { StepForm } from './StepDialog.tsx'

/** A code to rate the closed matter with; nobody at the desk learns whether it was used. */
export function RatingCodeStep({ found }: StepForm) {
  const w = useWords(deskWords)
  const format = useFormat()
  const deed = useDeed(printRatingCode)
  const { mutate } = deed
  useEffect(() => mutate({ params: { caseId: found.id } }), [found.id, mutate])
  if (deed.error) return <RefusalLine error={deed.error} />
  if (!deed.data) return <Loading rows={1} />
  return (
    <>
      <p className={styles.code}>{deed.data.code}</p>
      <p>{w.ratingCodeText(format.day(deed.data.validUntil))}</p>
      <ButtonRow>
        <Button kind="quiet" icon="print" onPress={() => window.print()}>
          {w.steps.ratingCode}
        </Button>
      </ButtonRow>
    </>
  )
}
