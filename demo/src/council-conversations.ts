import type { Stance } from '@ronghe/contract/council/conversations.ts'
import { permissionsOf } from '@ronghe/contract/posts.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { findConversation } from '@ronghe/server/rooms/council/conversation-rows.ts'
import { closeConversation, plantSeeds, prepareConversation, startConversation } from '@ronghe/server/rooms/council/conversations.ts'
import { takeStep } from '@ronghe/server/rooms/council/landscapes.ts'
import { decideStatement } from '@ronghe/server/rooms/council/statement-desk.ts'
import { writeStatement } from '@ronghe/server/rooms/council/statements.ts'
import { posts, type CastKey, type PostKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { castId, demoId, laneId, organId, postId } from './load-cast.ts'
import { castMany, type ManyVoter } from './many-opinions.ts'

/**
 * A statement and how many of each group agree, in hundredths; of the rest two in three disagree and one passes. `leans`: whoever minds the quiet more
 * than the trade, in either group, agrees more (1) or less (-1).
 */
interface Said {
  readonly zh: string
  readonly en: string
  readonly newcomers: number
  readonly locals: number
  readonly leans: -1 | 0 | 1
}

const lane: readonly Said[] = [
  { zh: '晚上十点后巷子里不要用切纸机。', en: 'No paper cutters in the lane after ten at night.', newcomers: 78, locals: 91, leans: 1 },
  {
    zh: '巷口的路灯要先修，再谈摆摊。',
    en: 'Mend the lamp at the lane’s end before talking about stalls.',
    newcomers: 84,
    locals: 69,
    leans: 0,
  },
  { zh: '楼下作坊应该搬出去。', en: 'The workshops on the ground floor should move out.', newcomers: 23, locals: 64, leans: 1 },
  {
    zh: '货车白天停一侧，留出消防通道。',
    en: 'Vans park on one side by day and leave the fire lane free.',
    newcomers: 74,
    locals: 82,
    leans: 0,
  },
  {
    zh: '早点摊七点以前可以摆，收摊打扫干净。',
    en: 'Breakfast stalls may stand before seven if they clean up.',
    newcomers: 86,
    locals: 44,
    leans: -1,
  },
  { zh: '废纸每天傍晚统一收一次。', en: 'Waste paper is collected once, every evening.', newcomers: 81, locals: 77, leans: 0 },
  { zh: '电动车不能在楼道里充电。', en: 'No charging of electric bikes in the stairwells.', newcomers: 66, locals: 88, leans: 0 },
  {
    zh: '充电桩不够，要在空地上加。',
    en: 'There are too few charging posts; put more on the empty plot.',
    newcomers: 90,
    locals: 72,
    leans: -1,
  },
  { zh: '外来车辆一律不许进巷。', en: 'No cars from outside in the lane at all.', newcomers: 18, locals: 57, leans: 1 },
  { zh: '巷子里装摄像头，大家更放心。', en: 'Cameras in the lane would make everybody easier.', newcomers: 48, locals: 61, leans: 1 },
]

const lamps: readonly Said[] = [
  { zh: '坏了的路灯三天内要修好。', en: 'A broken lamp is mended within three days.', newcomers: 88, locals: 90, leans: 0 },
  { zh: '修灯的电话要贴在灯杆上。', en: 'The number to call stands on the lamp post.', newcomers: 83, locals: 79, leans: 0 },
  { zh: '先修老人多的巷子。', en: 'Lanes with many old people come first.', newcomers: 61, locals: 85, leans: 1 },
  { zh: '夜里多走人的路先修。', en: 'Ways that people walk at night come first.', newcomers: 87, locals: 58, leans: -1 },
  {
    zh: '灯可以换成节能的，亮度低一点没关系。',
    en: 'Lamps that save power are fine, even if a little dimmer.',
    newcomers: 42,
    locals: 55,
    leans: -1,
  },
  { zh: '井盖和路灯一起查。', en: 'Manhole covers are checked together with the lamps.', newcomers: 76, locals: 74, leans: 0 },
]

/** What somebody of the cast wrote, and what the moderators made of it; `waits` is still on their desk. */
const written: readonly { readonly who: CastKey; readonly words: string; readonly became: 'admit' | 'waits' | 'aboutAPerson' }[] = [
  { who: 'chen', words: '印刷厂的送货车能不能约好时间进巷。', became: 'admit' },
  { who: 'auntHuang', words: '巷口要有一张能坐的长凳。', became: 'admit' },
  { who: 'tanXiaomei', words: '下夜班回来，巷子里要有一盏灯是亮的。', became: 'waits' },
  { who: 'zengBo', words: '五巷那家人天天吵，应该赶走。', became: 'aboutAPerson' },
  { who: 'sunLanying', words: '垃圾分类的牌子写大一点，画出来。', became: 'waits' },
]

export const conversationId = (street: string, key: 'lane' | 'lamps'): string => demoId(street, 'conversation', key)

/** One conversation that is over and one that is open, with the votes of some hundreds; made by the room's own functions. */
export async function loadConversations(deed: Deed): Promise<void> {
  const councilId = organId(deed.street.id, 'council')
  const chance = chanceOf('conversations')
  const dayMs = 86_400_000
  const at = (days: number): Deed => ({ ...deed, now: new Date(deed.now.getTime() + days * dayMs) })

  const over = conversationId(deed.street.id, 'lamps')
  await ask(at(-75), councilId, over, {
    title: { 'zh-CN': '路灯和井盖先修哪里', en: 'Which lamps and covers come first' },
    about: {
      'zh-CN': '今年修灯的钱有限，先听听大家觉得哪里最急。',
      en: 'There is only so much money for lamps this year. Where is it most urgent?',
    },
    topic: 'safety',
    laneId: null,
    closesOn: null,
    said: lamps,
    voters: { newcomer: 118, local: 96, unstated: 12 },
    chance,
  })
  await closeConversation(at(-40), (await findConversation(deed, over))!)

  const open = conversationId(deed.street.id, 'lane')
  await ask(deed, councilId, open, {
    title: { 'zh-CN': '三号巷怎么管', en: 'How to run Lane Three' },
    about: {
      'zh-CN': '夜里的机器声、白天的货车、坏了的路灯，先听听新老街坊各自怎么想，再提议案。',
      en: 'Machines at night, vans by day, a broken lamp: first newcomers and locals say what they think, then a motion is filed.',
    },
    topic: 'environment',
    laneId: laneId(deed.street.id, 'laneThree'),
    closesOn: addDays(dayIn(deed.street.zone, deed.now), 30),
    said: lane,
    voters: { newcomer: 284, local: 296, unstated: 32 },
    chance,
  })
  for (const { who, words, became } of written) {
    const id = deed.id()
    await writeStatement(deed, castId(deed.street.id, who), councilId, open, { id, words })
    if (became === 'waits') continue
    await decideStatement(
      as(deed, 'wuXia', 'socialWorker'),
      { councilId, conversationId: open, statementId: id },
      became === 'admit' ? { what: 'admit' } : { what: 'return', reason: became, words: '请说事，不说哪一家。' },
    )
  }
}

async function ask(
  deed: Deed,
  councilId: string,
  id: string,
  {
    title,
    about,
    topic,
    laneId: inLane,
    closesOn,
    said,
    voters,
    chance,
  }: {
    readonly title: { readonly 'zh-CN': string; readonly en: string }
    readonly about: { readonly 'zh-CN': string; readonly en: string }
    readonly topic: string
    readonly laneId: string | null
    readonly closesOn: string | null
    readonly said: readonly Said[]
    readonly voters: Readonly<Record<'newcomer' | 'local' | 'unstated', number>>
    readonly chance: Chance
  },
): Promise<void> {
  const clerk = postId(deed.street.id, 'councilClerk')
  await prepareConversation(deed, councilId, { title, about, topic, laneId: inLane, closesOn }, clerk, id)
  const { ids } = await plantSeeds(
    deed,
    id,
    said.map(({ zh, en }) => ({ words: zh, translation: en })),
    { way: 'seed', postId: clerk },
  )
  await startConversation(deed, councilId, id)
  await castMany(
    deed,
    id,
    (['newcomer', 'local', 'unstated'] as const).flatMap((group) =>
      Array.from({ length: voters[group] }, (_, place): ManyVoter => {
        const leaning = chance.in(0.5) ? 1 : -1
        return {
          name: `${group} ${place}`,
          bench: group === 'unstated' ? null : group,
          attested: chance.in(0.62),
          votes: Object.fromEntries(
            // Most read most of them; nobody is made to read all.
            ids.flatMap((statement, index) =>
              chance.in(0.86) ? [[statement, numberOf(stanceOf(said[index]!, group, leaning, chance))]] : [],
            ),
          ),
        }
      }),
    ),
  )
  await takeStep(deed, (await findConversation(deed, id))!)
}

function stanceOf({ newcomers, locals, leans }: Said, group: 'newcomer' | 'local' | 'unstated', leaning: 1 | -1, chance: Chance): Stance {
  const agree = group === 'newcomer' ? newcomers : group === 'local' ? locals : (newcomers + locals) / 2
  return chance.in((agree + 24 * leans * leaning) / 100) ? 'agree' : chance.in(2 / 3) ? 'disagree' : 'pass'
}

const numberOf = (stance: Stance): -1 | 0 | 1 => (stance === 'agree' ? 1 : stance === 'disagree' ? -1 : 0)

/** The deed of somebody of the cast in one of their posts, at the desk. */
function as(deed: Deed, who: CastKey, post: PostKey): Deed {
  const { kind, organ } = posts[post]
  return {
    ...deed,
    actor: {
      kind: 'person',
      personId: castId(deed.street.id, who),
      sessionId: demoId(deed.street.id, 'session', who),
      session: 'open',
      assistantId: null,
      matter: null,
      about: null,
      posts: [
        {
          id: postId(deed.street.id, post),
          kind,
          organId: organId(deed.street.id, organ),
          appointmentId: demoId(deed.street.id, 'appointment', who, post),
          laneId: null,
          communityId: null,
        },
      ],
      permissions: permissionsOf([kind]),
      secondFactor: true,
    },
  }
}
