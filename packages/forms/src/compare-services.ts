import { compareVersions } from './compare-versions.ts'
import { formOf, type ServiceDefinition } from './service.ts'
import { serviceLines, type Ordered, type ServiceLine } from './service-lines.ts'
import type { Language } from './text.ts'

/** One difference between two versions of a service, in words, for reading beside each other. */
export interface ServiceChange {
  /** By ids: `whoMay.newcomer`, `form.page.since.when`. */
  readonly path: string
  readonly where: string
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly before: string | null
  readonly after: string | null
  /** Drafts may lose an answer by it, so whoever is half way through is asked again. */
  readonly losesAnswers: boolean
}

/** What changed, in the order the service is read. A thing that came or went as a whole is one difference, not ten. */
export function compareServices(before: ServiceDefinition, after: ServiceDefinition, language: Language): ServiceChange[] {
  const [old, now] = [serviceLines(before, language), serviceLines(after, language)]
  const [oldForm, newForm] = [formOf(before), formOf(after)]
  const lost = new Set(
    oldForm && newForm
      ? compareVersions(oldForm, newForm)
          .filter(({ losesAnswers }) => losesAnswers)
          .map(({ what, id }) => `.${what}.${id}`)
      : [],
  )
  const loses = (path: string) => [...lost].some((id) => path.endsWith(id) || path.includes(`${id}.`))
  return [...changedLines(old.lines, now.lines), ...moves(old.orders, now.orders)].map((change) => ({
    ...change,
    losesAnswers: (change.kind === 'removed' || change.kind === 'changed') && loses(change.path),
  }))
}

type Change = Omit<ServiceChange, 'losesAnswers'>

function changedLines(before: readonly ServiceLine[], after: readonly ServiceLine[]): Change[] {
  const [old, now] = [byPath(before), byPath(after)]
  const [oldThings, newThings] = [thingsIn(before), thingsIn(after)]
  const whole = (things: ReadonlySet<string>, line: ServiceLine) => line.thing && !things.has(line.thing.path) && line.thing
  const told = new Set<string>()
  return [...before, ...after.filter(({ path }) => !old.has(path))].flatMap((line): Change[] => {
    const gone = whole(newThings, line)
    const come = whole(oldThings, line)
    const thing = gone || come
    if (thing) {
      if (told.has(thing.path)) return []
      told.add(thing.path)
      const { path, where, name } = thing
      return [{ path, where, kind: gone ? 'removed' : 'added', before: gone ? name : null, after: come ? name : null }]
    }
    const [was, is] = [old.get(line.path), now.get(line.path)]
    if (was?.value === is?.value) return []
    return [
      {
        path: line.path,
        where: (is ?? line).where,
        kind: !was ? 'added' : !is ? 'removed' : 'changed',
        before: was?.value ?? null,
        after: is?.value ?? null,
      },
    ]
  })
}

const byPath = (lines: readonly ServiceLine[]) => new Map(lines.map((line) => [line.path, line]))
const thingsIn = (lines: readonly ServiceLine[]) => new Set(lines.flatMap(({ thing }) => (thing ? [thing.path] : [])))

/** Lists whose common members stand in another order. */
const moves = (before: readonly Ordered[], after: readonly Ordered[]): Change[] =>
  after.flatMap((order): Change[] => {
    const was = before.find(({ path }) => path === order.path)
    if (!was) return []
    const common = (list: Ordered, other: Ordered) => list.ids.filter((id) => other.ids.includes(id)).join(' ')
    if (common(was, order) === common(order, was)) return []
    return [{ path: order.path, where: order.where, kind: 'moved', before: was.names.join(' → '), after: order.names.join(' → ') }]
  })
