import type { Draft } from '@ronghe/contract/station/forms.ts'
import {
  type Answers,
  type Aside,
  type DraftParts,
  type FormDefinition,
  isBlank,
  isRecord,
  mergeDrafts,
  nothingYet,
  sameParts,
  stampParts,
} from '@ronghe/forms'

/** A photo or paper for a need of the service; `file` is the mark it is kept under here and its id on the server. */
export interface DraftDocument {
  readonly need: string
  readonly alternative?: string | undefined
  readonly file: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/** A form being filled in, as this device keeps it. */
export interface FilingDraft {
  /** Made here, unique for ever: however often it is sent, one case comes of it. */
  readonly caseId: string
  readonly answers: Answers
  /** Where the person stood last. */
  readonly page: string | undefined
  /** Whose case it becomes, when it is filed for somebody who registered this person as their proxy. */
  readonly forPerson: string | undefined
  /** Purposes ticked, by the version whose words were read; nothing is ticked beforehand, and it is no consent before it is filed. */
  readonly ticked: Readonly<Record<string, number>>
  readonly documents: readonly DraftDocument[]
  /** Which of the papers that do is photographed, by need. */
  readonly papers: Readonly<Record<string, string>>
  /** When each part was changed, on whichever device. */
  readonly times: DraftParts['times']
  /** What another device wrote into the same part; waits for the person to pick. */
  readonly aside: readonly Aside[]
  /** The bytes that are on this device. */
  readonly files: Readonly<Record<string, File>>
  /** The files that are on the server. */
  readonly stored: readonly string[]
  /** What the server held at the last meeting: what differs from it was changed here. */
  readonly base: DraftParts
  /** The last save the server confirmed; 0 while it knows nothing. */
  readonly edit: number
  /** Something was changed since. */
  readonly unsaved: boolean
  /** What is known of the person was filled in, once. */
  readonly prefilled: boolean
  /** Handed to the outbox; kept until the server has taken it, in case something has to be put right. */
  readonly filed: boolean
  /** The version of the form it was filled in with, for sending it while the form is closed. */
  readonly version: number
}

export const emptyDraft = (caseId: string, version: number): FilingDraft => ({
  caseId,
  answers: {},
  page: undefined,
  forPerson: undefined,
  ticked: {},
  documents: [],
  papers: {},
  times: {},
  aside: [],
  files: {},
  stored: [],
  base: nothingYet,
  edit: 0,
  unsaved: false,
  prefilled: false,
  filed: false,
  version,
})

type Filled = Pick<FilingDraft, 'answers' | 'ticked' | 'documents' | 'papers' | 'times' | 'aside'> & {
  readonly forPerson?: string | null | undefined
}

const named = (kind: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [`${kind}.${id}`, value]))

const byNeed = (documents: readonly DraftDocument[]): Record<string, readonly DraftDocument[]> =>
  Object.fromEntries(documents.map(({ need }) => [need, documents.filter((one) => one.need === need)]))

/** The form part by part, as two devices' edits are brought together. */
export const partsOf = (draft: Filled): DraftParts => ({
  values: {
    ...named('answers', draft.answers),
    ...named('ticked', draft.ticked),
    ...named('papers', draft.papers),
    ...named('documents', byNeed(draft.documents)),
    ...(draft.forPerson && { forPerson: draft.forPerson }),
  },
  times: draft.times,
  aside: draft.aside,
})

const under = (parts: DraftParts, kind: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parts.values).flatMap(([part, value]) => (part.startsWith(`${kind}.`) ? [[part.slice(kind.length + 1), value]] : [])),
  )

/** The casts give back what {@link partsOf} took apart. */
export const withParts = (draft: FilingDraft, parts: DraftParts): FilingDraft => ({
  ...draft,
  answers: under(parts, 'answers'),
  ticked: under(parts, 'ticked') as FilingDraft['ticked'],
  papers: under(parts, 'papers') as FilingDraft['papers'],
  documents: Object.values(under(parts, 'documents') as Record<string, readonly DraftDocument[]>).flat(),
  forPerson: parts.values['forPerson'] as string | undefined,
  times: parts.times,
  aside: parts.aside,
})

/** A change by the person: the parts that are different now get this moment, and the whole waits to be saved. */
export function changed(before: FilingDraft, after: FilingDraft, at: string): FilingDraft {
  const { times } = stampParts(partsOf(before), partsOf(after), at)
  return { ...after, times, unsaved: true }
}

/** The server's draft and this device's come together: a first meeting, or a save that had not seen the newest. */
export function meet(here: FilingDraft, theirs: Draft): FilingDraft {
  const there = partsOf(theirs)
  const merged = mergeDrafts(here.base, partsOf(here), there)
  return {
    ...withParts(here, merged),
    caseId: theirs.caseId,
    edit: theirs.edit,
    base: there,
    stored: theirs.files,
    unsaved: !sameParts(merged, there),
    page: here.unsaved && here.page !== undefined ? here.page : (theirs.page ?? here.page),
  }
}

/** The server has what was sent; what was typed meanwhile goes with the next save. */
export const confirmed = (here: FilingDraft, sent: FilingDraft, reply: Draft): FilingDraft => ({
  ...here,
  edit: reply.edit,
  base: partsOf(sent),
  stored: reply.files,
  unsaved: here.page !== sent.page || !sameParts(partsOf(here), partsOf(sent)),
})

/** One of several values is the right one; the others of this part are let go. */
export const pick = (draft: FilingDraft, part: string, value: unknown, at: string): FilingDraft => {
  const parts = partsOf(draft)
  const picked = withParts(draft, {
    ...parts,
    values: { ...parts.values, [part]: value },
    aside: draft.aside.filter((one) => one.part !== part),
  })
  return { ...picked, times: { ...picked.times, [part]: at }, unsaved: true }
}

/**
 * What was written on this phone before anybody signed in becomes the person's own. It is a second edit like any other; only what the
 * street filled in by itself (it has no moment) gives way.
 */
export function adopt(own: FilingDraft, stranger: FilingDraft): FilingDraft {
  const [mine, theirs] = [partsOf(own), partsOf(stranger)]
  const written = Object.entries(mine.values).filter(([part]) => mine.times[part] !== undefined || isBlank(theirs.values[part]))
  const merged = mergeDrafts(nothingYet, { ...mine, values: Object.fromEntries(written) }, theirs)
  return { ...withParts(own, merged), files: { ...own.files, ...stranger.files }, page: stranger.page ?? own.page, unsaved: true }
}

const fieldsOf = (form: FormDefinition) => form.pages.flatMap((page) => (page.repeat ? [] : page.fields))

/**
 * Fills in what is known, where the form says so and nothing is written yet; shown for correction (D9). It is nobody's edit: what another
 * device wrote there is never a conflict with it.
 */
export function withKnown(form: FormDefinition, draft: FilingDraft, known: Answers): FilingDraft {
  const filled = Object.fromEntries(
    fieldsOf(form).flatMap(({ id, known: wanted }) =>
      wanted && isBlank(draft.answers[id]) && !isBlank(known[id]) ? [[id, known[id]] as const] : [],
    ),
  )
  return {
    ...draft,
    prefilled: true,
    answers: { ...draft.answers, ...filled },
    base: { ...draft.base, values: { ...named('answers', filled), ...draft.base.values } },
  }
}

/** Every file the form names: photos of papers, photos as answers, the picture of a drawn signature. */
export const filesNamed = (draft: Pick<FilingDraft, 'answers' | 'documents' | 'aside'>): readonly string[] => [
  ...new Set([draft.answers, draft.documents, draft.aside.map(({ value }) => value)].flatMap(filesIn)),
]

function filesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(filesIn)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inside]) =>
    (name === 'file' || name === 'image') && typeof inside === 'string' ? [inside] : filesIn(inside),
  )
}

/** Still to be sent from this device: text, or photos. */
export const waitsHere = (draft: FilingDraft): boolean =>
  !draft.filed && (draft.unsaved || filesNamed(draft).some((file) => draft.files[file] && !draft.stored.includes(file)))

/** Photos another device took and has not sent yet. */
export const filesElsewhere = (draft: FilingDraft): readonly string[] =>
  filesNamed({ ...draft, aside: [] }).filter((file) => !draft.files[file] && !draft.stored.includes(file))

/** The purposes whose words, as they stand now, were read and ticked. */
export const tickedNow = (draft: FilingDraft, version: number): readonly string[] =>
  Object.entries(draft.ticked).flatMap(([purpose, read]) => (read === version ? [purpose] : []))

/** Ticked once, for words that were changed since: to be read again. */
export const tickedBefore = (draft: FilingDraft, version: number): readonly string[] =>
  Object.entries(draft.ticked).flatMap(([purpose, read]) => (read === version ? [] : [purpose]))
