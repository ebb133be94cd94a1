import type { Bulk } from './bulk.ts'
import { chanceOf } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import { communityId, demoId, organId } from './load-cast.ts'
import type { Maker, Resident } from './residents.ts'

const dayMs = 86_400_000
/** Months behind us in which something small came about, and how much of it in each: of newcomers, locals, people who prefer not to say, the teams. */
const months = 12
const aMonth = { newcomer: [3, 4], local: [2, 3], unstated: [2, 2], teams: [1, 2] } as const satisfies Record<
  string,
  readonly [number, number]
>

const small = [
  ['environment', '楼道旧物清一清', 'Clearing the stairwells'],
  ['environment', '巷口花坛补种', 'Planting the bed at the lane’s end'],
  ['care', '独居老人家换灯泡', 'New bulbs for people who live alone'],
  ['care', '放学路上接一程', 'Walking the children home'],
  ['streetInspection', '看看哪里路不平', 'Where is the pavement broken'],
  ['taskTeam', '旧书搬家摆一天', 'A day for old books'],
  ['taskTeam', '工友家乡菜一锅', 'One pot from home'],
] as const

/** Small things that residents thought of and a team took up, so that the figure of who begins something has something to count (indicator 12). */
export async function loadIdeas(bulk: Bulk, { street, now }: Maker, residents: readonly Resident[]): Promise<void> {
  const chance = chanceOf('ideas')
  const people = Map.groupBy(residents, ({ group }) => group)
  const rows: RowOf<'activity'>[] = []
  for (let month = months; month >= 1; month--)
    for (const [whose, [least, most]] of Object.entries(aMonth))
      for (let count = least + chance.below(most - least + 1); count > 0; count--) {
        const opened = new Date(now.getTime() - (month * 30 - chance.below(28)) * dayMs)
        const had = (people.get(whose as Resident['group']) ?? []).filter(({ joinedAt }) => joinedAt < opened)
        if (whose !== 'teams' && had.length === 0) continue
        const [kind, chinese, english] = chance.pick(small)
        const somebody = whose === 'teams' ? null : chance.pick(had)
        rows.push({
          street_id: street.id,
          id: demoId(street.id, 'idea', String(month), whose, String(count)),
          organ_id: organId(street.id, 'corps'),
          kind,
          state: 'closed',
          title: JSON.stringify({ 'zh-CN': chinese, en: english }),
          about: JSON.stringify({ 'zh-CN': '街坊出的主意，一次办完。', en: 'A neighbour’s idea, done in one go.' }),
          place: JSON.stringify({ 'zh-CN': '本社区', en: 'In the community' }),
          community_id: communityId(street.id, somebody?.community ?? 'songbai'),
          started_by: somebody?.id ?? null,
          created_at: new Date(opened.getTime() - 2 * dayMs),
          opened_at: opened,
          closed_at: new Date(opened.getTime() + 6 * dayMs),
        })
      }
  await bulk.write(async (copy) => copy('activity', rows))
}
