import type { Draft } from '@ronghe/contract/station/forms.ts'
import { type Answers, type FormDefinition, isBlank } from '@ronghe/forms'

/** A form being filled in, as this device keeps it. */
export interface FilingDraft {
  /** Made here, unique for ever: however often it is sent, one case comes of it. */
  readonly caseId: string
  readonly answers: Answers
  /** Where the person stood last. */
  readonly page: string | undefined
  /** Whose case it becomes, when it is filed for somebody who registered this person as their proxy. */
  readonly forPerson: string | undefined
  /** Purposes ticked; nothing is ticked beforehand. */
  readonly consents: readonly string[]
  /** Papers for the needs of the service, by the mark under which the file is kept. */
  readonly documents: readonly { readonly need: string; readonly alternative?: string; readonly mark: string }[]
  /** Which of the papers that do is photographed, by need. */
  readonly papers: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, File>>
  /** The last save the server confirmed; 0 while it knows nothing. */
  readonly edit: number
  /** Something was changed since. */
  readonly unsaved: boolean
  /** What is known of the person was filled in, once. */
  readonly prefilled: boolean
  /** Handed to the outbox; kept until the server has taken it, in case something has to be put right. */
  readonly filed: boolean
}

export const emptyDraft = (caseId: string): FilingDraft => ({
  caseId,
  answers: {},
  page: undefined,
  forPerson: undefined,
  consents: [],
  documents: [],
  papers: {},
  files: {},
  edit: 0,
  unsaved: false,
  prefilled: false,
  filed: false,
})

const fieldsOf = (form: FormDefinition) => form.pages.flatMap((page) => (page.repeat ? [] : page.fields))

/** Pictures stay on the device until the form is filed; another device would look for them in vain. */
const staysHere = (kind: string): boolean => kind === 'file' || kind === 'signature'
export const withoutPictures = (form: FormDefinition, answers: Answers): Answers => {
  const pictures = new Set(fieldsOf(form).flatMap(({ id, kind }) => (staysHere(kind) ? [id] : [])))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !pictures.has(id)))
}

/** What the server holds takes the place of what is here; pictures that are only here stay. */
export function takeOver(form: FormDefinition, here: FilingDraft, theirs: Draft): FilingDraft {
  const pictures = Object.fromEntries(
    Object.entries(here.answers).filter(([id]) => fieldsOf(form).some((field) => field.id === id && staysHere(field.kind))),
  )
  return {
    ...here,
    caseId: theirs.caseId,
    answers: { ...theirs.answers, ...pictures },
    page: theirs.page ?? here.page,
    edit: theirs.edit,
    unsaved: false,
  }
}

/**
 * The draft of this device and the one on the server meet when the form is opened. Whichever is newer goes on by itself; only where
 * both were changed is the person asked. A draft that is gone on the server was filed or thrown away elsewhere.
 */
export function meet(form: FormDefinition, here: FilingDraft, theirs: Draft | null): 'here' | 'theirs' | 'start again' | 'ask' {
  const begun = Object.keys(withoutPictures(form, here.answers)).length > 0
  if (theirs === null) return here.edit > 0 && !here.unsaved ? 'start again' : 'here'
  if (here.edit === theirs.edit) return 'here'
  return begun && here.unsaved ? 'ask' : 'theirs'
}

/** Fills in what is known, where the form says so and nothing is written yet; shown for correction (D9). */
export function withKnown(form: FormDefinition, draft: FilingDraft, known: Answers): FilingDraft {
  const filled = fieldsOf(form).flatMap(({ id, known: wanted }) =>
    wanted && isBlank(draft.answers[id]) && !isBlank(known[id]) ? [[id, known[id]] as const] : [],
  )
  return { ...draft, prefilled: true, answers: { ...draft.answers, ...Object.fromEntries(filled) } }
}
