import { type DecisionReason, outcomeWords } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** What a decision may be founded on: the reason, its law, and another way for whoever is refused. */
export function ReasonsPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords)
  const text = useText()
  const { definition } = editing
  if (definition.mode !== 'case') return <EmptyState title={w.modes.guide} />
  return (
    <ListEditor<DecisionReason>
      editing={editing}
      path="decisionReasons"
      what={w.reason}
      titleOf={(reason) => `${text(outcomeWords[reason.outcome])} · ${text(reason.text)}`}
      fresh={() => ({
        id: freshId(
          'reason',
          definition.decisionReasons.map(({ id }) => id),
        ),
        outcome: 'granted',
        text: { 'zh-CN': '' },
      })}
    >
      {(reason, path) => (
        <>
          <Choice<DecisionReason['outcome']>
            label={w.outcome}
            name={`${path}.outcome`}
            value={reason.outcome}
            onChange={(outcome) => editing.change(`${path}.outcome`, outcome)}
            options={(['granted', 'refused', 'referred'] as const).map((value) => ({ value, label: text(outcomeWords[value]) }))}
          />
          <TextPair editing={editing} path={`${path}.text`} label={w.reasonText} />
          <TextPair editing={editing} path={`${path}.law`} label={w.law} optional />
          <TextPair editing={editing} path={`${path}.instead`} label={w.reasonInstead} optional={reason.outcome === 'granted'} long />
        </>
      )}
    </ListEditor>
  )
}
