import type { ChoiceField, ChoicesField, YesNoField } from '@ronghe/forms'
import { useWords } from '../../../../platform/language/language.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import type { Editing } from './editing.ts'
import { ServiceSelect } from './ServiceSelect.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** "None of these, or not sure" with where it leads; or the statement that everybody finds themselves in the list. */
export function WayOutEditor({
  editing,
  field,
  path,
}: {
  readonly editing: Editing
  readonly field: ChoiceField | ChoicesField | YesNoField
  readonly path: string
}) {
  const w = useWords(catalogueWords)
  const way = field.none ? 'way' : field.kind === 'yesNo' || field.complete ? 'complete' : undefined
  const choose = (next: 'way' | 'complete'): void => {
    if (next === way) return
    const { none: _none, ...others } = field
    const { complete: _complete, ...rest } = others as typeof others & { complete?: boolean }
    const value =
      next === 'way'
        ? {
            ...rest,
            none: field.none ?? { label: { 'zh-CN': '都没有，或说不清', en: 'None of these, or not sure' }, leadsTo: { 'zh-CN': '' } },
          }
        : { ...rest, ...(field.kind !== 'yesNo' && { complete: true }) }
    editing.restructure({ kind: 'put', path, value }, w.wayOut)
  }
  return (
    <>
      <Choice<'way' | 'complete'>
        label={w.wayOut}
        name={`${path}.none`}
        error={editing.fault(`${path}.none`)}
        value={way}
        onChange={choose}
        options={[
          { value: 'way', label: w.wayOutOffered },
          { value: 'complete', label: field.kind === 'yesNo' ? w.wayOutNot : w.complete },
        ]}
      />
      {field.none && (
        <>
          <TextPair editing={editing} path={`${path}.none.label`} label={w.wayOutLabel} />
          <TextPair editing={editing} path={`${path}.none.leadsTo`} label={w.wayOutLeads} long />
          <ServiceSelect editing={editing} path={`${path}.none.service`} value={field.none.service} label={w.insteadService} />
        </>
      )}
    </>
  )
}
