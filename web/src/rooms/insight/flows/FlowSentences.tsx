import type { DoorFlows, FlowsHalf } from '@ronghe/contract/insight/flows.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import styles from './flows.module.css'
import { flowsWords } from './words/words.ts'

/** One paragraph for each first door: how many, and where they went. */
export function FlowSentences({ half }: { readonly half: FlowsHalf }) {
  const say = useDoorSentence()
  return (
    <ul className={styles.sentences}>
      {half.doors.map((door) => (
        <li key={door.from}>{say(door)}</li>
      ))}
    </ul>
  )
}

/** Also what a screen reader hears in place of the picture. */
export function useDoorSentence(): (door: DoorFlows) => string {
  const w = useWords(flowsWords)
  const format = useFormat()
  const group = useGroupName()
  return ({ from, people, next, untold }) => {
    if (people.total.kind === 'few') return w.cameFew(w.doors[from])
    const ways = next.flatMap(({ to, people: { total }, share }) =>
      to !== null && total.kind === 'shown' && share.kind === 'shown'
        ? [w.went(format.count(total.count), w.toDoors[to], format.percent(share.value))]
        : [],
    )
    const stayed = next.find(({ to }) => to === null)!
    const stayedTold = stayed.people.total.kind === 'shown' && stayed.share.kind === 'shown'
    const parts = [
      ...ways,
      ...(untold.kind === 'shown' ? [(stayedTold ? w.untoldOf : w.untoldMaybe)(format.count(untold.count))] : []),
      ...(stayed.people.total.kind === 'shown' && stayed.share.kind === 'shown'
        ? [w.stayedOf(format.count(stayed.people.total.count), format.percent(stayed.share.value))]
        : []),
    ]
    const { newcomer, local } = people
    const came = w.came(format.count(people.total.count), w.doors[from])
    const begun =
      newcomer.kind === 'shown' && local.kind === 'shown'
        ? w.follow(came, w.byGroup(group('newcomer'), format.count(newcomer.count), group('local'), format.count(local.count)))
        : came
    return w.follow(begun, `${parts.join(w.join)}${w.end}`)
  }
}
