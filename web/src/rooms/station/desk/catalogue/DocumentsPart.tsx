import { type DocumentNeed, formOf, handedInWords } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** The papers, each with what does as well, how it is handed in and what becomes of it. */
export function DocumentsPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords)
  const text = useText()
  const form = formOf(editing.definition)
  const taken = editing.definition.documents.flatMap(({ id, alternatives }) => [id, ...alternatives.map((other) => other.id)])
  return (
    <ListEditor<DocumentNeed>
      editing={editing}
      path="documents"
      what={w.document}
      titleOf={(need) => text(need.name)}
      fresh={() => ({
        id: freshId('paper', taken),
        name: { 'zh-CN': '' },
        alternatives: [],
        waivable: false,
        handedIn: 'copy',
        keptWhere: { 'zh-CN': '' },
      })}
    >
      {(need, path) => (
        <>
          <TextPair editing={editing} path={`${path}.name`} label={w.documentName} />
          <TextPair editing={editing} path={`${path}.help`} label={w.documentHelp} optional />
          <Choice<DocumentNeed['handedIn']>
            label={w.handedIn}
            name={`${path}.handedIn`}
            value={need.handedIn}
            onChange={(handedIn) => editing.change(`${path}.handedIn`, handedIn)}
            options={(['copy', 'original', 'seen'] as const).map((value) => ({ value, label: text(handedInWords[value]) }))}
          />
          <Tick checked={need.waivable} onChange={(waivable) => editing.change(`${path}.waivable`, waivable)} label={w.waivable} />
          <TextPair editing={editing} path={`${path}.keptWhere`} label={w.keptWhere} />
          <ConditionEditor editing={editing} path={`${path}.when`} label={w.documentWhen} form={form} />
          <h4>{w.alternatives}</h4>
          <ListEditor<DocumentNeed['alternatives'][number]>
            editing={editing}
            path={`${path}.alternatives`}
            what={w.alternative}
            titleOf={(other) => text(other.name)}
            fresh={() => ({ id: freshId('other', taken), name: { 'zh-CN': '' } })}
          >
            {(_, here) => (
              <>
                <TextPair editing={editing} path={`${here}.name`} label={w.documentName} />
                <TextPair editing={editing} path={`${here}.help`} label={w.documentHelp} optional />
              </>
            )}
          </ListEditor>
        </>
      )}
    </ListEditor>
  )
}
