import * as z from 'zod/mini'
import { Text } from '../values.ts'

/** Who a scale is put to: both groups, or the one that the wording is about. */
export const AskedOf = z.enum(['everyone', 'newcomer', 'local'])
export type AskedOf = z.infer<typeof AskedOf>

/** The organs whose standing is asked; one that the street does not run is not asked about. */
export const judgedOrgans = ['station', 'council', 'corps', 'school', 'branch'] as const
export const JudgedOrgan = z.enum(judgedOrgans)
export type JudgedOrgan = z.infer<typeof JudgedOrgan>

/** The two sets of five answers; 0 beside them is "prefer not to say, or not sure". */
export const Choices = z.enum(['agree', 'trust'])
export type Choices = z.infer<typeof Choices>

/** `{newcomers}`, `{locals}` and `{others}` (the other group than the person's own) stand for the street's own names of the groups. */
export const SurveyItem = z.object({
  /** `scale.number`, for ever: an item that is worded anew is another item. */
  id: z.string().check(z.regex(/^[a-zA-Z]+\.[a-zA-Z0-9]+$/)),
  text: Text,
  /** Agreeing speaks against what the scale measures; it is turned round before it is added up. */
  reversed: z.boolean(),
  /** The part of the scale it belongs to, where the scale has parts. */
  part: z.optional(z.string()),
  /** Named in the text by the street's own name for it, where it runs just one of its kind. */
  organ: z.optional(JudgedOrgan),
})
export type SurveyItem = z.infer<typeof SurveyItem>

export const SurveyScale = z.object({
  id: z.string(),
  version: z.int(),
  name: Text,
  /** What it asks about, in a sentence. */
  about: Text,
  asks: AskedOf,
  choices: Choices,
  /** Its items are read one by one and never added up. */
  single: z.boolean(),
  /** Where its structure comes from; the wording and both languages are our own and not yet validated. */
  source: z.string(),
  items: z.array(SurveyItem),
})
export type SurveyScale = z.infer<typeof SurveyScale>

/** A questionnaire as it is asked: the group first, then the items of its scales that are put to that group. */
export const QuestionnaireContent = z.object({ scales: z.array(SurveyScale) })
export type QuestionnaireContent = z.infer<typeof QuestionnaireContent>

type Worded = readonly [chinese: string, english: string]
const text = ([chinese, english]: Worded): Text => ({ 'zh-CN': chinese, en: english })
const item = (id: string, chinese: string, english: string, more: Partial<SurveyItem> = {}): SurveyItem => ({
  id,
  text: text([chinese, english]),
  reversed: false,
  ...more,
})
const against = { reversed: true } as const

/** What is shipped (08, Survey). Only ever added to: a change of wording is a new version with items of new ids. */
export const surveyScales: readonly SurveyScale[] = [
  {
    id: 'closeness',
    version: 1,
    name: text(['亲近', 'Closeness']),
    about: text(['平时和另一边的街坊走得近不近。', 'How close people are to neighbours of the other group.']),
    asks: 'everyone',
    choices: 'agree',
    single: false,
    source:
      'After the neighbouring items of Buckner 1988, Neighborhood Cohesion Instrument, American Journal of Community Psychology 16(6), and the social distance of Bogardus 1933; own wording',
    items: [
      item('closeness.1', '碰到{others}，有几位我会停下来打招呼。', 'There are {others} here whom I stop to greet when we meet.'),
      item('closeness.2', '有几位{others}，我可以上门坐坐。', 'There are {others} whose home I could drop in at.'),
      item('closeness.3', '隔壁搬来{others}，我会高兴。', 'I would be glad if {others} moved in next door.'),
      item('closeness.4', '平时我只跟自己这边的人来往。', 'In daily life I only keep company with people of my own side.', against),
    ],
  },
  {
    id: 'mutualHelp',
    version: 1,
    name: text(['互助', 'Mutual help']),
    about: text(['两边的街坊会不会互相搭把手。', 'Whether neighbours of both groups lend each other a hand.']),
    asks: 'everyone',
    choices: 'agree',
    single: false,
    source: 'After the social cohesion items of Sampson, Raudenbush and Earls 1997, Science 277; own wording',
    items: [
      item('mutualHelp.1', '最近半年，有{others}帮过我的忙。', 'In the last six months {others} have helped me with something.'),
      item('mutualHelp.2', '最近半年，我帮过{others}的忙。', 'In the last six months I have helped {others} with something.'),
      item(
        'mutualHelp.3',
        '家里有急事，我敢开口请{others}帮忙。',
        'If something urgent happened at home I would dare to ask {others} for help.',
      ),
      item(
        'mutualHelp.4',
        '巷子里出了事，{newcomers}和{locals}会一起想办法。',
        'When something is wrong in the lane, {newcomers} and {locals} sort it out together.',
      ),
    ],
  },
  {
    id: 'recognition',
    version: 1,
    name: text(['互认', 'Mutual recognition']),
    about: text(['两边是不是把对方当成这里的人。', 'Whether each group takes the other for people of this place.']),
    asks: 'everyone',
    choices: 'agree',
    single: false,
    source: 'After the identification items of the China Migrants Dynamic Survey 2017, put to both groups in mirrored wording; own wording',
    items: [
      item('recognition.1', '这里的{others}把我这样的人当自己人。', 'The {others} here take people like me for their own.'),
      item('recognition.2', '在我看来，{others}和我一样都是这里的人。', 'To me {others} belong here just as I do.'),
      item('recognition.3', '{others}为这个地方出的力，我看得到。', 'I see what {others} do for this place.'),
      item(
        'recognition.4',
        '{others}想要的，和我这边想要的合不到一起。',
        'What {others} want cannot be squared with what my side wants.',
        against,
      ),
    ],
  },
  {
    id: 'belonging',
    version: 1,
    name: text(['归属', 'Belonging']),
    about: text([
      '住在这里，是不是觉得有着落、有份、说得上话、合得来。',
      'Whether people find what they need here, belong, count and get on.',
    ]),
    asks: 'everyone',
    choices: 'agree',
    single: false,
    source:
      'Structure (four parts of two items) of the Brief Sense of Community Scale: Peterson, Speer and McMillan 2008, Journal of Community Psychology 36(1); own wording, not the authors’ text',
    items: [
      item('belonging.1', '日常要办的事，在这一带都能办成。', 'What I need in daily life I can get done around here.', { part: 'needs' }),
      item('belonging.2', '这个社区帮得上我的忙。', 'This community is of help to me.', { part: 'needs' }),
      item('belonging.3', '我觉得自己是这个社区的人。', 'I feel that I am one of this community.', { part: 'membership' }),
      item('belonging.4', '这里有我的一份。', 'I have a place of my own in this community.', { part: 'membership' }),
      item('belonging.5', '社区里的事，我说得上话。', 'What happens in the community I have a voice in.', { part: 'influence' }),
      item('belonging.6', '大家一起使劲，社区的事能变好。', 'When people here act together, things in the community get better.', {
        part: 'influence',
      }),
      item('belonging.7', '我和这里的人合得来。', 'I get on with the people here.', { part: 'connection' }),
      item('belonging.8', '要是搬走，我会舍不得这里的人。', 'If I moved away I would miss the people here.', { part: 'connection' }),
    ],
  },
  {
    id: 'trustNeighbours',
    version: 1,
    name: text(['信任街坊', 'Trust in neighbours']),
    about: text(['信不信得过身边的人。', 'Whether people trust those around them.']),
    asks: 'everyone',
    choices: 'trust',
    single: false,
    source: 'After the trust items of the World Values Survey, wave 7 (Haerpfer et al. 2022), Q58 to Q63; own wording',
    items: [
      item('trustNeighbours.1', '同一条巷子里的街坊', 'The neighbours in my lane'),
      item('trustNeighbours.2', '这一带的{others}', 'The {others} around here'),
      item('trustNeighbours.3', '第一次见面的街坊', 'Neighbours I meet for the first time'),
    ],
  },
  {
    id: 'trustOrgans',
    version: 1,
    name: text(['信任各个平台', 'Trust in the organs']),
    about: text(['对每一个平台信不信得过，一个一个看，不加在一起。', 'Trust in each organ, read one by one and never added up.']),
    asks: 'everyone',
    choices: 'trust',
    single: true,
    source: 'After the confidence items of the World Values Survey, wave 7 (Haerpfer et al. 2022), Q64 and following; own wording',
    items: [
      item('trustOrgans.station', '服务站', 'The service station', { organ: 'station' }),
      item('trustOrgans.council', '议事会', 'The council', { organ: 'council' }),
      item('trustOrgans.corps', '志愿者队伍', 'The volunteer corps', { organ: 'corps' }),
      item('trustOrgans.school', '学堂', 'The school', { organ: 'school' }),
      item('trustOrgans.branch', '党支部', 'The party branch', { organ: 'branch' }),
    ],
  },
  {
    id: 'prejudice',
    version: 1,
    name: text(['感到的偏见', 'Perceived prejudice']),
    about: text(['有没有觉得被另眼相看。只问{newcomers}。', 'Whether people feel looked at askance. Put to {newcomers} only.']),
    asks: 'newcomer',
    choices: 'agree',
    single: false,
    source:
      'After the perceived-discrimination item of the China Migrants Dynamic Survey 2017 and Williams et al. 1997, Everyday Discrimination Scale, Journal of Health Psychology 2(3); own wording',
    items: [
      item('prejudice.1', '有些{locals}看不起我这样的人。', 'Some {locals} look down on people like me.'),
      item('prejudice.2', '出了乱子，大家先怀疑{newcomers}。', 'When something goes wrong, {newcomers} are suspected first.'),
      item('prejudice.3', '办事的时候，{newcomers}得到的答复更敷衍。', 'At the counter {newcomers} are fobbed off more easily.'),
      item('prejudice.4', '在这里，人家待我和待{locals}一个样。', 'Here I am treated just as {locals} are.', against),
    ],
  },
  {
    id: 'acceptance',
    version: 1,
    name: text(['接纳', 'Acceptance']),
    about: text([
      '愿不愿意和{newcomers}一起过日子。只问{locals}。',
      'Willingness to live side by side with {newcomers}. Put to {locals} only.',
    ]),
    asks: 'local',
    choices: 'agree',
    single: false,
    source: 'Mirror of the acceptance items of the China Migrants Dynamic Survey 2017; own wording',
    items: [
      item('acceptance.1', '我愿意{newcomers}成为我们中的一员。', 'I am willing for {newcomers} to become part of us.'),
      item(
        'acceptance.2',
        '我愿意和{newcomers}一起商量社区的事。',
        'I am willing to settle the community’s affairs together with {newcomers}.',
      ),
      item(
        'acceptance.3',
        '我愿意自家孩子和{newcomers}的孩子一起玩、一起上学。',
        'I am happy for children of my family to play and learn with children of {newcomers}.',
      ),
      item('acceptance.4', '{newcomers}住得再久，也还是外人。', 'However long {newcomers} live here, they remain outsiders.', against),
    ],
  },
  {
    id: 'threat',
    version: 1,
    name: text(['感到的威胁', 'Perceived threat']),
    about: text([
      '觉不觉得{newcomers}来了，自己会吃亏。只问{locals}。',
      'Whether people feel they lose out through {newcomers}. Put to {locals} only.',
    ]),
    asks: 'local',
    choices: 'agree',
    single: false,
    source: 'After realistic and symbolic threat in Stephan and Stephan 2000, An integrated threat theory of prejudice; own wording',
    items: [
      item(
        'threat.1',
        '{newcomers}多了，{locals}看病、上学更难。',
        'With more {newcomers}, doctors and schools are harder to get for {locals}.',
      ),
      item('threat.2', '{newcomers}多了，{locals}的活儿少了。', 'With more {newcomers} there is less work for {locals}.'),
      item('threat.3', '{newcomers}多了，这里的老规矩守不住。', 'With more {newcomers} the old customs of this place are lost.'),
      item('threat.4', '{newcomers}来了，这里更有生气。', '{newcomers} have brought life to this place.', against),
    ],
  },
  {
    id: 'say',
    version: 1,
    name: text(['能力和发言', 'Ability and say']),
    about: text(['懂不懂、敢不敢、管不管用。', 'Whether people understand what goes on, dare to speak and are heard.']),
    asks: 'everyone',
    choices: 'agree',
    single: false,
    source: 'After internal and external efficacy in Niemi, Craig and Mattei 1991, American Political Science Review 85(4); own wording',
    items: [
      item('say.1', '社区里在商量什么，我弄得明白。', 'I understand what is being discussed in the community.'),
      item('say.2', '当着大家的面，我敢把自己的意思说出来。', 'I dare to say what I think in front of others.'),
      item('say.3', '我这样的人提了意见，会有人当回事。', 'When people like me raise something, it is taken seriously.'),
      item('say.4', '社区的事轮不到我这样的人说话。', 'What goes on in the community is not for people like me to speak about.', against),
    ],
  },
  {
    id: 'stay',
    version: 1,
    name: text(['留下来的打算', 'Staying']),
    about: text(['打不打算在这里住下去。', 'Whether people mean to go on living here.']),
    asks: 'everyone',
    choices: 'agree',
    single: false,
    source: 'After the settlement-intention items of the China Migrants Dynamic Survey 2017; own wording',
    items: [
      item('stay.1', '要是能自己选，三年后我还住在这里。', 'If it is up to me I will still live here in three years.'),
      item('stay.2', '我愿意在这里长久住下去。', 'I would like to live here for good.'),
    ],
  },
  {
    id: 'programme',
    version: 1,
    name: text(['融合行动的三问', 'The city programme’s three questions']),
    about: text([
      '市里评估融合行动时问过的三件事，一个一个看。',
      'The three things the city asked when it evaluated its integration programme, read one by one.',
    ]),
    asks: 'everyone',
    choices: 'agree',
    single: true,
    source:
      'Mid-term evaluation of the Guangzhou Action Plan for the Integration of Migrants 2016 to 2020 (three items as reported); own wording',
    items: [
      item('programme.necessary', '做促进融合的这些事，有必要。', 'What is done here to bring people together is necessary.'),
      item('programme.takePart', '这样的活动，我愿意参加。', 'I am willing to take part in it.'),
      item('programme.improved', '这一年，这里的治安和环境有改善。', 'Safety and surroundings here have improved over the last year.'),
    ],
  },
]

/** What is put to somebody who said this of themselves, in order. Whoever states no group is asked what everybody is asked. */
export const scalesFor = (content: QuestionnaireContent, group: 'newcomer' | 'local' | 'unstated'): readonly SurveyScale[] =>
  content.scales.filter(({ asks }) => asks === 'everyone' || asks === group)
export const itemsFor = (content: QuestionnaireContent, group: 'newcomer' | 'local' | 'unstated'): readonly SurveyItem[] =>
  scalesFor(content, group).flatMap(({ items }) => items)
