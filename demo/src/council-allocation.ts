import { createHash } from 'node:crypto'
import type { AllocationRules } from '@ronghe/contract/council/allocation-rules.ts'
import type { Group } from '@ronghe/contract/values.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { journalRows } from '@ronghe/server/platform/journal/record.ts'
import { pseudonymOf } from '@ronghe/server/platform/privacy/round-keys.ts'
import { countBallots } from '@ronghe/server/rooms/council/allocation-count.ts'
import { keepDates } from '@ronghe/server/rooms/council/allocation-dates.ts'
import { answerMerge, askMerge } from '@ronghe/server/rooms/council/allocation-merging.ts'
import { answerObjection, object } from '@ronghe/server/rooms/council/allocation-objections.ts'
import { enterPaper } from '@ronghe/server/rooms/council/allocation-papers.ts'
import type { Pick as BallotPick } from '@ronghe/server/rooms/council/allocation-picks.ts'
import { readProject } from '@ronghe/server/rooms/council/allocation-project-pages.ts'
import { accountFor, decideFeasibility, propose } from '@ronghe/server/rooms/council/allocation-projects.ts'
import { boxOf, publishCount, startCount } from '@ronghe/server/rooms/council/allocation-results.ts'
import { ballotProjects, fundedIn, getRound } from '@ronghe/server/rooms/council/allocation-rows.ts'
import { settle } from '@ronghe/server/rooms/council/allocation-settlement.ts'
import { endRound, openCall, putToCouncil, setUpRound } from '@ronghe/server/rooms/council/allocation.ts'
import { takeMotionNumber } from '@ronghe/server/rooms/council/motion-numbers.ts'
import { changeMotion } from '@ronghe/server/rooms/council/motion-rows.ts'
import { settleMotion } from '@ronghe/server/rooms/council/motion-steps.ts'
import { sql } from 'kysely'
import { cast, communities, lanes, type CastKey, type CommunityKey, type LaneKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { proposedProjects, type ProposedProject } from './council-allocation-projects.ts'
import { acting, daysBefore } from './council-acting.ts'
import { castId, communityId, demoId, laneId, organId } from './load-cast.ts'

/** Ballots of the finished round, those on paper included. */
export const ballotsCast = 3_000
export const onPaper = 24

/** A round that is over, with forty projects and three thousand ballots, counted as every round is; and one that is being voted on. */
export async function loadAllocation(deed: Deed): Promise<void> {
  const chance = chanceOf('allocation')
  await loadFinished(deed, chance)
  await loadVoting(deed, chance)
}

async function loadFinished(deed: Deed, chance: Chance): Promise<void> {
  const as = (who: CastKey, daysAgo: number): Deed => acting(deed, who, daysAgo, chance)
  const at = (daysAgo: number): Deed => daysBefore(deed, daysAgo, chance)
  const roundId = await fixedRound(deed, chance, {
    daysAgo: 236,
    title: { 'zh-CN': '上半年街坊小项目', en: 'Neighbourhood projects, first half of the year' },
    rules: {
      budgetCents: 600_000_00,
      ballot: { form: 'approval', most: 10 },
      seed: '榕树下的钟敲了七下',
      dates: datesOf(deed, { callFrom: 230, callUntil: 216, feasibilityUntil: 205, votingFrom: 190, votingUntil: 176 }),
    },
  })
  await openCall(as('jiangWen', 230), roundId)
  const projects: string[] = []
  for (const [index, plan] of proposedProjects.entries())
    projects.push(await proposed(deed, chance, roundId, plan, 229 - Math.floor(index / 4)))
  const twin = await proposed(deed, chance, roundId, { ...proposedProjects[0]!, by: 'liuJianjun', title: '三号巷夜里太黑，装灯' }, 218)
  const dear = await proposed(
    deed,
    chance,
    roundId,
    { ...proposedProjects[4]!, by: 'luoWeiqiang', title: '祠堂整体重修', yuan: 580_000 },
    217,
  )
  await askMerge(as('liuJianjun', 217), actorOf(as('liuJianjun', 217)), twin, projects[0]!)
  await mergeAgreed(as('chen', 216), projects[0]!)
  await keepDates(at(215))
  await decideFeasibility(as('officerLin', 210), dear, { feasible: false, reason: '祠堂是集体财产，要先由村民会议决定，本轮不能列入。' })
  for (const [index, id] of projects.entries()) {
    const { answer, checked, provider } = proposedProjects[index]!
    const who: CastKey = index % 3 === 0 ? 'fangWei' : 'officerLin'
    const reason = answer ?? (provider ? '可以办，按合同验收后付款。' : '可以办，造价合适。')
    await decideFeasibility(as(who, 209 - (index % 4)), id, { feasible: true, reason, ...(checked && { cents: checked * 100 }) })
  }
  await keepDates(at(190))
  await vote(at(183), chance, roundId, ballotsCast - onPaper, inBox(deed, roundId))
  await takePapers(at(180), roundId)
  await keepDates(at(175))
  await typePapers(as, chance, roundId)
  await startCount(as('jiangWen', 173), await getRound(deed, roundId, 'lock'))
  const { file, papers } = await boxOf(at(173), await getRound(deed, roundId))
  await publishCount(at(173), roundId, file, countBallots(file.text, (await getRound(deed, roundId)).rules, file.groups), papers)

  const objector = as('zengBo', 171)
  const { id } = await object(objector, castId(deed.street.id, 'zengBo'), roundId, 'project', '戏台票也不少，怎么没办成？')
  await answerObjection(as('jiangWen', 170), id, '戏台要 12 万元，支持它的人手上的钱凑不够；要多少钱能办成，结果页上写着。')
  await keepDates(at(167))
  const presiding = as('uncleHuang', 160)
  await settle(presiding, actorOf(presiding), roundId, { decision: 'noted' })
  const funded = await fundedIn(deed, roundId)
  for (const [index, project] of projects.entries()) {
    if (!funded.has(project)) continue
    const { outcome, spent, yuan, checked } = proposedProjects[index]!
    await accountFor(as('officerLin', 120 - 3 * (index % 30)), project, outcome ?? '办好了，验收过。', (spent ?? checked ?? yuan) * 100)
  }
  await endRound(as('jiangWen', 20), roundId, '选上的项目都办好并验收了。省下的钱回到下一轮。')
}

/** One that neighbours can vote in today. */
async function loadVoting(deed: Deed, chance: Chance): Promise<void> {
  const as = (who: CastKey, daysAgo: number): Deed => acting(deed, who, daysAgo, chance)
  const roundId = await fixedRound(deed, chance, {
    daysAgo: 41,
    title: { 'zh-CN': '冬天的小项目', en: 'Small projects for the winter' },
    rules: {
      budgetCents: 80_000_00,
      ballot: { form: 'points', points: 10 },
      sharing: { rule: 'equal-shares', utility: 'points', completion: 'add1' },
      seed: '冬至的汤圆',
      dates: datesOf(deed, { callFrom: 40, callUntil: 30, feasibilityUntil: 20, votingFrom: 6, votingUntil: -9 }),
    },
  })
  await openCall(as('jiangWen', 40), roundId)
  const plans: readonly ProposedProject[] = [
    {
      by: 'auntHuang',
      title: '老人取暖角',
      what: '活动室晚上开暖气到九点，添热水和毯子。',
      forWhom: '怕冷的老人',
      at: 'rongshu',
      yuan: 12_000,
      newcomer: 3,
      local: 7,
    },
    {
      by: 'chen',
      title: '夜班班车',
      what: '厂门口到三号巷，冬天末班车走了以后加两趟。',
      forWhom: '夜班工人',
      at: 'laneThree',
      yuan: 32_000,
      newcomer: 7,
      local: 2,
    },
    {
      by: 'liuFang',
      title: '春节留穗孩子的冬令营',
      what: '不回老家的孩子，十天，做灯笼、学游泳安全。',
      forWhom: '留在广州过年的孩子',
      at: 'songbai',
      yuan: 26_000,
      newcomer: 6,
      local: 3,
    },
    {
      by: 'uncleHuang',
      title: '迎春花市小摊位',
      what: '榕树头摆二十个免费小摊，本地外地都能摆。',
      forWhom: '所有街坊',
      at: 'banyanLane',
      yuan: 18_000,
      newcomer: 4,
      local: 6,
    },
    {
      by: 'panHui',
      title: '流感疫苗接种日',
      what: '请卫生服务中心来打两天，路费和宣传。',
      forWhom: '老人和孩子',
      at: 'hebian',
      yuan: 9_000,
      newcomer: 5,
      local: 5,
    },
    {
      by: 'guoLei',
      title: '检查出租屋热水器',
      what: '冬天怕煤气，查五百台，坏的劝换。',
      forWhom: '租房的人家',
      at: 'songbai',
      yuan: 21_000,
      newcomer: 6,
      local: 4,
    },
    {
      by: 'tanXiaomei',
      title: '早点摊的暖棚',
      what: '六个棚，挡风，等车的人也能站。',
      forWhom: '赶早的人',
      at: 'ferryLane',
      yuan: 15_000,
      newcomer: 5,
      local: 4,
    },
  ]
  for (const [index, plan] of plans.entries()) {
    const id = await proposed(deed, chance, roundId, plan, 38 - index)
    await decideFeasibility(as('officerLin', 25), id, { feasible: true, reason: '可以办，造价合适。' })
  }
  await keepDates(daysBefore(deed, 29, chance))
  await keepDates(daysBefore(deed, 6, chance))
  await vote(daysBefore(deed, 2, chance), chance, roundId, 120, (voter) =>
    pseudonymOf(deed, roundId, demoId(deed.street.id, 'winter voter', String(voter))),
  )
}

interface Planned {
  readonly daysAgo: number
  readonly title: { readonly 'zh-CN': string; readonly en: string }
  readonly rules: Pick<AllocationRules, 'budgetCents' | 'ballot' | 'seed' | 'dates'> & Partial<AllocationRules>
}

/** Set up, put to the council as a money motion, carried by both benches: from then on the rules stand. */
async function fixedRound(deed: Deed, chance: Chance, { daysAgo, title, rules }: Planned): Promise<string> {
  const councilId = organId(deed.street.id, 'council')
  const clerk = acting(deed, 'jiangWen', daysAgo, chance)
  const { id } = await setUpRound(clerk, councilId, {
    title,
    rules: {
      communityIds: [],
      sharing: { rule: 'equal-shares', utility: 'cost', completion: 'add1' },
      ties: ['cheapest', 'votes', 'lot'],
      voters: 'attested',
      expected: { newcomer: 50, local: 50 },
      ...rules,
    },
  })
  const motionId = await moneyMotion(clerk, councilId, title)
  await putToCouncil(clerk, id, motionId)
  await changeMotion(clerk, motionId, { state: 'putToVote' })
  const votes = (yes: number, no: number) => ({ for: yes, against: no, abstain: 0 })
  await settleMotion(clerk, motionId, {
    kind: 'carried',
    meetingId: null,
    figures: {
      way: 'rollCall',
      total: votes(10, 2),
      benches: { newcomers: votes(6, 0), locals: votes(4, 2) },
      conditions: [],
      chairVote: null,
    },
  })
  return id
}

/** The motion on which the council decides about the rules; it waits for its meeting. */
async function moneyMotion(deed: Deed, councilId: string, title: { readonly 'zh-CN': string; readonly en: string }): Promise<string> {
  const id = deed.id()
  const filed_on = dayIn(deed.street.zone, deed.now)
  const year = Number(filed_on.slice(0, 4))
  await deed.tx
    .insertInto('motion')
    .values({
      street_id: deed.street.id,
      id,
      council_id: councilId,
      state: 'admitted',
      kind: 'money',
      origin: 'delegate',
      author_id: castId(deed.street.id, 'zhou'),
      bench: 'newcomers',
      year,
      number: await takeMotionNumber(deed, councilId, year),
      title: JSON.stringify({ 'zh-CN': `定下“${title['zh-CN']}”的规则`, en: `Rules of “${title.en}”` }),
      reasons: JSON.stringify({
        'zh-CN': '钱怎么分，先把规则定下来，再请街坊提项目、投票，谁也不能事后改。',
        en: 'How the money is shared is settled first; then neighbours propose and vote, and nobody changes it afterwards.',
      }),
      lines: ['按附上的规则开一轮资源分配。', '结果照单确认，由街道办实施，每个项目都向街坊交代。'],
      translation: [
        'A round of allocation is held by the rules attached.',
        'Its result is taken note of and carried out by the street office; each project is accounted for.',
      ],
      doer: JSON.stringify({ 'zh-CN': '街道办', en: 'The street office' }),
      cost_cents: 0,
      ground: 'notRequired',
      created_at: deed.now,
      filed_on,
    })
    .execute()
  return id
}

async function proposed(deed: Deed, chance: Chance, roundId: string, plan: ProposedProject, daysAgo: number): Promise<string> {
  const by = acting(deed, plan.by, daysAgo, chance)
  const { id } = await propose(by, actorOf(by), roundId, {
    title: plan.title,
    what: plan.what,
    forWhom: plan.forWhom,
    ...placeOf(deed, plan.at),
    cents: plan.yuan * 100,
    ...(plan.provider && { organId: organId(deed.street.id, 'provider') }),
  })
  return id
}

function placeOf(deed: Deed, at: LaneKey | CommunityKey): { communityId: string; laneId: string | null } {
  if (at in communities) return { communityId: communityId(deed.street.id, at as CommunityKey), laneId: null }
  const lane = at as LaneKey
  return { communityId: communityId(deed.street.id, lanes[lane].community), laneId: laneId(deed.street.id, lane) }
}

async function mergeAgreed(deed: Deed, projectId: string): Promise<void> {
  const { merging } = await readProject(deed, projectId)
  for (const { id, mayAnswer } of merging) if (mayAnswer) await answerMerge(deed, actorOf(deed), id, true)
}

/** Those of the cast vote under their own pseudonyms, so that they find what their vote did; the others are residents of no name. */
const inBox =
  (deed: Deed, roundId: string) =>
  (voter: number): Buffer => {
    const named = namedVoters[voter]
    return pseudonymOf(deed, roundId, named ? castId(deed.street.id, named) : demoId(deed.street.id, 'allocation voter', String(voter)))
  }
const namedVoters = ['chen', 'liuFang', 'zhou', 'uncleHuang', 'liangShaofen', 'zengBo'] as const satisfies readonly CastKey[]

/**
 * A thousand ballots in one statement, through the only function that takes ballots: each group likes what is said of it, people of a place what is near, so
 * that neither rule gives everything to one side.
 */
async function vote(deed: Deed, chance: Chance, roundId: string, voters: number, pseudonym: (voter: number) => Buffer): Promise<void> {
  const { rules } = await getRound(deed, roundId)
  const liked = await likes(deed, roundId)
  const ballots = Array.from({ length: voters }, (_, voter) => {
    const group = groupOf(voter, chance)
    return {
      voter: pseudonym(voter).toString('hex'),
      bench: group === 'unstated' ? null : group,
      picks: filled(chance, liked, group, rules.ballot),
      receipt: createHash('sha256').update(chance.bytes(16)).digest('hex'),
    }
  })
  for (let from = 0; from < ballots.length; from += 1_000)
    await sql`
      select count(*) filter (where stance.cast_ballot(${roundId}, decode(one.voter, 'hex'), one.bench, one.picks, decode(one.receipt, 'hex')) = 'cast')
      from jsonb_to_recordset(${JSON.stringify(ballots.slice(from, from + 1_000))}::jsonb) as one(voter text, bench text, picks jsonb, receipt text)`.execute(
      deed.tx,
    )
  const leaves = ballots.map(
    () => journalRows(deed, { kind: 'council.allocation.voted', plain: { round: roundId }, withoutActor: true }).leaf,
  )
  for (let from = 0; from < leaves.length; from += 1_000)
    await deed.tx
      .insertInto('journal_leaf')
      .values(leaves.slice(from, from + 1_000))
      .execute()
}

interface Liked {
  readonly number: number
  readonly newcomer: number
  readonly local: number
}

/** What each group thinks of each project on the ballot. */
async function likes(deed: Deed, roundId: string): Promise<readonly Liked[]> {
  const known = new Map(proposedProjects.map((plan) => [plan.title, plan]))
  return (await ballotProjects(deed, roundId)).map(({ number, title }) => {
    const plan = known.get(title)
    return { number, newcomer: plan?.newcomer ?? 4, local: plan?.local ?? 4 }
  })
}

/** A little over half of those who vote came from elsewhere; the named ones are who they are. */
function groupOf(voter: number, chance: Chance): Group {
  const named = namedVoters[voter]
  const drawn = chance.weighed({ newcomer: 0.52, local: 0.455, unstated: 0.025 })
  return named ? cast[named].group : drawn
}

function filled(chance: Chance, liked: readonly Liked[], group: Group, ballot: AllocationRules['ballot']): readonly BallotPick[] {
  const wanted = liked.filter((one) => chance.in((group === 'unstated' ? (one.newcomer + one.local) / 2 : one[group]) / 10 / 2))
  const most = ballot.form === 'points' ? 3 : ballot.most
  const chosen = wanted.length > 0 ? wanted : [chance.pick(liked)]
  const some = drawn(chance, chosen, most)
  if (ballot.form === 'points') {
    // Ten points: most of them on the first.
    const shares = [[10], [6, 4], [5, 3, 2]][some.length - 1]!
    return some.map(({ number }, index) => ({ number, points: shares[index]! })).toSorted((one, other) => one.number - other.number)
  }
  return some.map(({ number }) => ({ number })).toSorted((one, other) => one.number - other.number)
}

/** So many of them, by chance. */
function drawn<T>(chance: Chance, all: readonly T[], most: number): readonly T[] {
  const left = [...all]
  return Array.from({ length: Math.min(most, left.length) }, () => left.splice(chance.below(left.length), 1)[0]!)
}

/** Some took paper at the window; what they took is all that is noted. */
async function takePapers(deed: Deed, roundId: string): Promise<void> {
  for (let paper = 0; paper < onPaper; paper++)
    await sql`select stance.take_paper(${roundId}, ${pseudonymOf(deed, roundId, demoId(deed.street.id, 'paper voter', String(paper)))})`.execute(
      deed.tx,
    )
}

/** Two people type every sheet on their own and type the same. */
async function typePapers(as: (who: CastKey, daysAgo: number) => Deed, chance: Chance, roundId: string): Promise<void> {
  const [clerk, other] = [as('jiangWen', 174), as('wuXia', 174)]
  const liked = await likes(clerk, roundId)
  const ids = new Map((await ballotProjects(clerk, roundId)).map(({ id, number }) => [number, id]))
  for (let sheet = 1; sheet <= onPaper; sheet++) {
    const group: Group = sheet % 4 === 0 ? 'newcomer' : 'local'
    const picks = filled(chance, liked, group, { form: 'approval', most: 10 })
    const entry = { group, choices: picks.map(({ number }) => ({ projectId: ids.get(number)! })), spoilt: false }
    await enterPaper(clerk, actorOf(clerk), roundId, sheet, entry)
    await enterPaper(other, actorOf(other), roundId, sheet, entry)
  }
}

function datesOf(deed: Deed, daysAgo: Readonly<Record<keyof AllocationRules['dates'], number>>): AllocationRules['dates'] {
  const today = dayIn(deed.street.zone, deed.now)
  const day = (days: number): string => addDays(today, -days)
  return {
    callFrom: day(daysAgo.callFrom),
    callUntil: day(daysAgo.callUntil),
    feasibilityUntil: day(daysAgo.feasibilityUntil),
    votingFrom: day(daysAgo.votingFrom),
    votingUntil: day(daysAgo.votingUntil),
  }
}

function actorOf({ actor }: Deed) {
  if (actor.kind !== 'person') throw new Error('somebody of the cast does this')
  return actor
}
