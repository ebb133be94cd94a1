import type { Letter, LetterTexts } from '@ronghe/forms'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import type { Editing } from './editing.ts'
import { ExternalPartyEditor } from './ExternalPartyEditor.tsx'
import { LetterEditor } from './LetterEditor.tsx'
import { PagesEditor } from './PagesEditor.tsx'
import { catalogueWords } from './words/words.ts'

const blankTexts: LetterTexts = { to: { 'zh-CN': '' }, title: { 'zh-CN': '' }, body: { 'zh-CN': '' } }

/** The letter a service writes: at a case to the other place, at a guide for the resident to print and sign. */
export function LetterPart({ editing }: { readonly editing: Editing }) {
  return editing.definition.mode === 'case' ? <CaseLetter editing={editing} /> : <GuideLetter editing={editing} />
}

function CaseLetter({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords).letter
  const { definition } = editing
  if (definition.mode !== 'case') return null
  const party = definition.externalParty
  const turnParty = (wanted: boolean): void =>
    editing.restructure(
      {
        kind: 'put',
        path: 'externalParty',
        value: wanted ? { agreement: '', name: { 'zh-CN': '' }, chaseAfterWorkingDays: [10, 20] } : undefined,
      },
      w.party,
    )
  const turnLetter = (wanted: boolean): void =>
    editing.restructure({ kind: 'put', path: 'externalParty.letter', value: wanted ? blankTexts : undefined }, w.text)
  return (
    <>
      <Tick checked={party !== undefined} onChange={turnParty} label={w.party} hint={w.partyHint} />
      {party && (
        <>
          <ExternalPartyEditor editing={editing} party={party} />
          <Tick checked={party.letter !== undefined} onChange={turnLetter} label={w.text} hint={w.textHint} />
          {party.letter && (
            <LetterEditor editing={editing} path="externalParty.letter" letter={{ ...party.letter, form: definition.form }} />
          )}
        </>
      )}
    </>
  )
}

/** A guide's letter has questions of its own, or the service's where it has none. */
function GuideLetter({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords).letter
  const { definition } = editing
  if (definition.mode !== 'guide') return null
  const { letter } = definition
  const add = (): void => {
    const fresh: Letter = { form: { id: `${definition.key}Letter`, version: definition.version, pages: [] }, ...blankTexts }
    editing.restructure({ kind: 'put', path: 'letter', value: fresh }, w.text)
  }
  if (!letter)
    return (
      <EmptyState title={w.none} next={<Button onPress={add}>{w.add}</Button>}>
        {w.noneNext}
      </EmptyState>
    )
  return (
    <>
      <LetterEditor editing={editing} path="letter" letter={letter} />
      <h3>{w.questions}</h3>
      <PagesEditor editing={editing} form={letter.form} path="letter.form" />
      <Button kind="plain" onPress={() => editing.restructure({ kind: 'put', path: 'letter', value: undefined }, w.remove)}>
        {w.remove}
      </Button>
    </>
  )
}
