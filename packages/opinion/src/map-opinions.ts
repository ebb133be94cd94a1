// The whole way from votes to the map.
import { divisiveStatements } from './bridge-groups.ts'
import { commonGround, describeStatements } from './describe-statements.ts'
import { divideAsTold, divideByOpinion, keepIds, rowsIn, toGroupId, type GroupOf, type KnownGroup } from './divide-people.ts'
import { findAxes } from './find-axes.ts'
import type { Landscape, Mode, OpinionGroup, Representative } from './landscape.ts'
import { measureStability } from './measure-stability.ts'
import { extremities, placePeople } from './place-people.ts'
import type { Statement } from './read-statements.ts'
import { consensusOf, representativeStatements } from './report-groups.ts'
import { asIfPassed, majoritiesLikePolis, representativeLikePolis } from './report-like-polis.ts'
import type { Standing } from './compare-groups.ts'
import { coVotes, spreadVotes } from './spread-votes.ts'
import { countByGroup, countVotes, layOutVotes, tallyOf } from './vote-matrix.ts'
import type { VoteStore } from './vote-store.ts'

export interface MapOptions {
  /** `ronghe` unless told */
  readonly mode?: Mode
  /** what moderation decided; statements without a vote are listed too, except in `polis` mode */
  readonly statements?: readonly Pick<Statement, 'id' | 'moderated' | 'meta'>[]
  /** voter -> declared group, for instance newcomer or local */
  readonly declared?: GroupOf
  /** voter -> opinion group, instead of looking for groups */
  readonly opinionGroups?: GroupOf
  /** so many opinion groups */
  readonly clusters?: number
  /** opinion groups of the last run, whose ids are kept where most of the people are the same */
  readonly previous?: readonly KnownGroup[]
  /** how often people are drawn anew for the stability figure; 20 unless told, 0 for none */
  readonly resamples?: number
  readonly seed?: string
  /** whether the store may forget its votes once they are laid out, which saves half the memory of a large map; not unless told */
  readonly spendVotes?: boolean
  /** told before each step */
  readonly progress?: (step: string) => void
}

/**
 * Draws the map of a conversation. Nobody, one person, statements nobody saw: all are answered, with empty lists and nulls.
 * In `ronghe` mode the result depends on who voted what and on the seed, not on the order of the votes.
 * @throws RangeError for an unknown mode and for a number of clusters below 1
 */
export function mapOpinions(store: VoteStore, options: MapOptions = {}): Landscape {
  const { mode = 'ronghe', resamples = 20, seed = '', progress = () => undefined } = options
  if (mode !== 'ronghe' && mode !== 'polis') throw new RangeError(`no such mode: ${String(mode)}`)
  const { clusters } = options
  if (clusters !== undefined && !(Number.isInteger(clusters) && clusters >= 1)) throw new RangeError(`not a number of groups: ${clusters}`)
  const polis = mode === 'polis'
  if (!polis) for (const { id } of options.statements ?? []) store.statements.add(id)
  progress('laying out the votes')
  const matrix = layOutVotes(store, polis ? 'met' : 'sorted')
  const { votes } = store
  if (options.spendVotes) store.forgetVotes()
  const known = new Map(options.statements?.map((statement) => [statement.id, statement]))
  const ids = Array.from(matrix.statementAt, (place) => store.statements.idOf(place))
  const leftOut = Uint8Array.from(ids, (id) => (known.get(id)?.moderated === -1 || known.get(id)?.meta ? 1 : 0))
  const counts = countVotes(matrix)
  const spread = spreadVotes(counts, leftOut)
  const onMap = leftOut.map((out, column) => (out === 0 && tallyOf(counts, column).seen > 0 ? 1 : 0))
  const asked = [...onMap.keys()].filter((column) => onMap[column] === 1)
  const columns = polis ? ids.length : asked.length

  progress('finding the axes')
  const axes = findAxes(coVotes(matrix, spread), matrix.statements)
  for (const component of axes.components) leftOut.forEach((out, column) => out === 1 && component.fill(0, column, column + 1))
  const extraVotes = polis ? leftOut.reduce((sum, out) => sum + out, 0) : 0
  const places = placePeople(matrix, spread, axes.components, { columns, leftOut, extraVotes })
  const extremity = extremities(spread, axes.components, columns)

  progress('looking for groups')
  // Not through the matrix, which would be kept in memory as long as the map.
  const { personAt } = matrix
  const voterId = (row: number) => store.people.idOf(personAt[row]!)
  const found = options.opinionGroups
    ? divideAsTold(matrix, voterId, options.opinionGroups)
    : divideByOpinion(matrix, places, polis ? new Uint8Array(ids.length).fill(1) : onMap, mode, clusters)
  const groupIds = options.opinionGroups ? found.names.map(toGroupId) : keepIds(found, voterId, options.previous)
  const groupOf = found.groupOf
  const byGroup = countByGroup(matrix, groupOf, found.names.length)

  let stability: number | null = null
  if (!polis && !options.opinionGroups && resamples > 0) {
    progress('drawing people anew, to see whether the groups hold')
    const active = rowsIn(groupOf)
    const labels = new Int32Array(active.length)
    for (let at = 0; at < active.length; at++) labels[at] = groupOf[active[at]!]!
    const { components } = axes
    stability = measureStability({ matrix, leftOut, columns, components, active, labels, clusters, resamples, seed })
  }

  progress('comparing the groups')
  const declared = divideAsTold(matrix, voterId, options.declared)
  const byDeclared = countByGroup(matrix, declared.groupOf, declared.names.length)
  const sizes = found.names.map(() => 0)
  for (const row of rowsIn(groupOf)) sizes[groupOf[row]!]!++
  const representative = polis ? representativesLikePolis(byGroup, sizes, leftOut) : representativeStatements(byGroup, asked)
  const statements = describeStatements({
    mode,
    ids,
    known,
    counts,
    byGroup,
    byDeclared,
    declaredNames: declared.names,
    mean: spread.mean,
    components: axes.components,
    extremity,
  })
  const consensus = polis
    ? majoritiesLikePolis(asIfPassed(counts, leftOut, matrix.people), ids.length)
    : consensusOf([...byDeclared, ...byGroup].length > 0 ? [...byDeclared, ...byGroup] : [counts], asked)
  return {
    kind: 'landscape',
    mode,
    people: matrix.people,
    votes,
    voterId,
    ...places,
    groupOf,
    statements,
    variance: spread.total > 0 ? [axes.values[0] / spread.total, axes.values[1] / spread.total] : [0, 0],
    groups: groupIds.map((id, group): OpinionGroup => ({
      id,
      size: sizes[group]!,
      representative: representative[group]!.map((one) => shown(one, ids)),
    })),
    stability,
    consensus: { agree: consensus.agree.map(({ column }) => ids[column]!), disagree: consensus.disagree.map(({ column }) => ids[column]!) },
    declaredGroups: declared.names,
    divisive: divisiveStatements(byDeclared, asked).map(({ column, groups, ...rest }) => ({
      statement: ids[column]!,
      groups: [declared.names[groups[0]]!, declared.names[groups[1]]!],
      ...rest,
    })),
    commonGround: commonGround(statements),
  }
}

function representativesLikePolis(byGroup: readonly Uint32Array[], sizes: readonly number[], leftOut: Uint8Array): Standing[][] {
  const rated = byGroup.map((table, group) => asIfPassed(table, leftOut, sizes[group]!))
  return rated.map((_, group) => representativeLikePolis(rated, group, leftOut.length))
}

function shown({ column, direction, successes, trials, ratioTest }: Standing, ids: readonly string[]): Representative {
  return { statement: ids[column]!, direction, share: trials > 0 ? successes / trials : 0, z: ratioTest, successes, trials }
}
