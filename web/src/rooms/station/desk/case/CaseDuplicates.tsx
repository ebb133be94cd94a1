import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { mergeCase, unmergeCase } from '@ronghe/contract/station/cases-steps.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'
import { useCaseDeed } from './use-case-step.ts'

/** The same matter of the same person, filed near this one: merge, link, or leave it; each can be undone. */
export function CaseDuplicates({ found }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const format = useFormat()
  const merge = useCaseDeed(mergeCase, () => {})
  const unmerge = useCaseDeed(unmergeCase, () => toast(w.unlinked))
  if (found.duplicates.length === 0) return null
  const params = { caseId: found.id }
  const mayMerge = found.may.includes('merge')
  const join = (other: string, kind: 'merge' | 'link'): void =>
    merge.mutate(
      { params, body: { events: found.events, other, kind } },
      { onSuccess: () => toast(kind === 'merge' ? w.merged : w.linked) },
    )
  return (
    <Card title={w.duplicates}>
      {(merge.error ?? unmerge.error) && <RefusalLine error={merge.error ?? unmerge.error} />}
      <ul className={styles.duplicates}>
        {found.duplicates.map(({ id, number, filedAt, state, linked }) => (
          <li key={id}>
            <LinkButton kind="plain" to="/cases/$view/$caseId" params={{ view: 'all', caseId: id }}>
              {w.duplicateLine(number, format.moment(filedAt), w.states[state])}
            </LinkButton>
            {linked !== null ? (
              <Button
                kind="quiet"
                busy={unmerge.isPending}
                onPress={() => unmerge.mutate({ params, body: { events: found.events, link: linked } })}
              >
                {w.unlink}
              </Button>
            ) : (
              mayMerge && (
                <>
                  <Button kind="quiet" busy={merge.isPending} onPress={() => join(id, 'merge')}>
                    {w.merge}
                  </Button>
                  <Button kind="plain" busy={merge.isPending} onPress={() => join(id, 'link')}>
                    {w.link}
                  </Button>
                </>
              )
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
