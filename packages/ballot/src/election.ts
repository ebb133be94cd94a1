import { electionKey, type ElectionKey } from './ciphertext.ts'
import { belenios2048, type Group } from './group.ts'
import { sha256Base64 } from './hash.ts'
import { compact, countOf, fieldsOf, listOf, Malformed, numberBelow, parseJson, textOf } from './strict-json.ts'

/** Choose at least `min` and at most `max` answers; with `blank` also "none of this", which counts for itself. */
export type Question = {
  readonly question: string
  readonly answers: readonly string[]
  readonly min: number
  readonly max: number
  readonly blank: boolean
}

export type Election = {
  /** The text that was published; its hash is in every ballot, so it is never written anew. */
  readonly text: string
  readonly fingerprint: string
  readonly id: string
  readonly name: string
  readonly description: string
  readonly questions: readonly Question[]
  readonly key: ElectionKey
}

export type ElectionPlan = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly questions: readonly Question[]
  readonly administrator?: string
  readonly credentialAuthority?: string
}

/** The election parameters in the one text that everybody hashes. @param y the trustees' common public key */
export function setUp(plan: ElectionPlan, y: bigint, group: Group = belenios2048): Election {
  if (!/^[1-9A-HJ-NP-Za-km-z]{14,}$/.test(plan.id))
    throw new RangeError(`an election's id has at least 14 characters of base 58: ${plan.id}`)
  if (plan.questions.length === 0) throw new RangeError('an election without a question')
  for (const question of plan.questions) if (!canBeAsked(question)) throw new RangeError(`limits that cannot be met: ${question.question}`)
  const text = compact({
    version: 1,
    description: plan.description,
    name: plan.name,
    group: group.name,
    public_key: y,
    questions: plan.questions.map(({ answers, blank, min, max, question }) => ({
      answers,
      ...(blank ? { blank } : {}),
      min,
      max,
      question,
    })),
    uuid: plan.id,
    ...(plan.administrator === undefined ? {} : { administrator: plan.administrator }),
    ...(plan.credentialAuthority === undefined ? {} : { credential_authority: plan.credentialAuthority }),
  })
  return readElection(text, [group])
}

const electionFields = [
  'version',
  'description',
  'name',
  'group',
  'public_key',
  'questions',
  'uuid',
  'administrator?',
  'credential_authority?',
]

/** @param groups the groups an election may use; tests bring a small one */
export function readElection(text: string, groups: readonly Group[] = [belenios2048]): Election {
  const fields = fieldsOf(parseJson(text), electionFields)
  if (fields['version'] !== 1) throw new Malformed('only version 1 of the protocol is spoken here')
  const group = groups.find(({ name }) => name === fields['group'])
  if (!group) throw new Malformed(`a group that is not used here: ${String(fields['group'])}`)
  const y = numberBelow(group.p)(fields['public_key'])
  if (!group.contains(y)) throw new Malformed('the public key is not in the group')
  return {
    text,
    fingerprint: sha256Base64(text),
    id: textOf(fields['uuid']),
    name: textOf(fields['name']),
    description: textOf(fields['description']),
    questions: listOf(fields['questions'], readQuestion),
    key: electionKey(group, y),
  }
}

function readQuestion(value: unknown): Question {
  const fields = fieldsOf(value, ['answers', 'blank?', 'min', 'max', 'question'])
  const { blank = false } = fields
  if (typeof blank !== 'boolean') throw new Malformed('blank is true or false')
  const question = {
    question: textOf(fields['question']),
    answers: listOf(fields['answers'], textOf),
    min: countOf(fields['min']),
    max: countOf(fields['max']),
    blank,
  }
  if (!canBeAsked(question)) throw new Malformed(`limits that cannot be met: ${question.question}`)
  return question
}

const canBeAsked = ({ answers, min, max }: Question): boolean =>
  answers.length > 0 && Number.isInteger(min) && Number.isInteger(max) && min >= 0 && min <= max && max <= answers.length

/** How many numbers one answer to this question has: one per choice, and one in front for blank. */
export const placesOf = ({ answers, blank }: Question): number => answers.length + (blank ? 1 : 0)
