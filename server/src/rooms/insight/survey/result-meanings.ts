import type { Words } from '../indicators/definition.ts'

/** What a figure of the survey means and what it does not, in a sentence each; by scale, or by question where questions are read one by one. */
export interface Meaning {
  readonly says: Words
  readonly saysNot: Words
}

const meaning = (says: readonly [string, string], saysNot: readonly [string, string]): Meaning => ({
  says: { 'zh-CN': says[0], en: says[1] },
  saysNot: { 'zh-CN': saysNot[0], en: saysNot[1] },
})

const trust = (chinese: string, english: string): Meaning =>
  meaning(
    [`大家对${chinese}信不信得过：1 是完全信不过，5 是很信得过。`, `How far people trust ${english}: 1 not at all, 5 fully.`],
    ['不说明它办得好不好：没打过交道的人也会作答。', 'It does not say how well it works: people who never dealt with it answer as well.'],
  )

const meanings: Readonly<Record<string, Meaning>> = {
  closeness: meaning(
    [
      '一边的街坊平时和另一边走得有多近，从打招呼到上门。',
      'How close people of one side are to those of the other in daily life, from a greeting to a visit.',
    ],
    [
      '不说明谁和谁要好，也不说明走得不近的人不友善。',
      'It does not say who is friends with whom, nor that those who keep apart are unfriendly.',
    ],
  ),
  mutualHelp: meaning(
    ['两边的街坊有没有互相帮过忙，敢不敢开口。', 'Whether people of both sides have helped each other and would dare to ask.'],
    ['不是帮忙的次数；没有遇上事的人也会答“没有”。', 'It counts no deeds; people who had no need answer “no” as well.'],
  ),
  recognition: meaning(
    ['两边是不是把对方也当成这里的人。', 'Whether each side takes the other for people of this place too.'],
    ['两边的题目互为镜像；数字相近，不等于两边想的一样。', 'The questions mirror each other; like figures need not mean like thoughts.'],
  ),
  belonging: meaning(
    ['住在这里有没有着落、有没有份、说不说得上话、合不合得来。', 'Whether people find what they need here, belong, count and get on.'],
    [
      '不说明归属感从哪里来：住得久、年纪大的人本来就高一些。',
      'It does not say where belonging comes from: it grows with years lived here and with age.',
    ],
  ),
  trustNeighbours: meaning(
    ['对身边的人，包括另一边的人，信不信得过。', 'How far people trust those around them, the other side included.'],
    [
      '不说明街坊可不可靠，只说明大家觉得可不可靠。',
      'It does not say whether neighbours can be relied on, only whether people feel they can.',
    ],
  ),
  'trustOrgans.station': trust('服务站', 'the service station'),
  'trustOrgans.council': trust('议事会', 'the council'),
  'trustOrgans.corps': trust('志愿者队伍', 'the volunteer corps'),
  'trustOrgans.school': trust('学堂', 'the school'),
  'trustOrgans.branch': trust('党支部', 'the party branch'),
  prejudice: meaning(
    [
      '{newcomers}觉不觉得自己被另眼相看。越高，感到的偏见越多。',
      'Whether {newcomers} feel looked at askance. The higher, the more prejudice is felt.',
    ],
    [
      '不说明{locals}实际上怎么做；没有被这样对待过的人也可能听说过。',
      'It does not say what {locals} do; people may also have heard of it from others.',
    ],
  ),
  acceptance: meaning(
    ['{locals}愿不愿意和{newcomers}一起过日子。', 'Whether {locals} are willing to live side by side with {newcomers}.'],
    ['当面回答时，人们会说得比心里更客气。', 'Asked to their face, people answer more kindly than they feel.'],
  ),
  threat: meaning(
    [
      '{locals}觉不觉得{newcomers}来了自己会吃亏。越高，担心越多。',
      'Whether {locals} feel that they lose out through {newcomers}. The higher, the more worry.',
    ],
    ['不说明真的有没有吃亏。', 'It does not say whether anybody does lose out.'],
  ),
  say: meaning(
    [
      '社区里的事，弄不弄得明白、敢不敢说、说了管不管用。',
      'Whether people understand what goes on, dare to speak, and feel that it counts.',
    ],
    ['不说明谁真的说过话；那看议事会的数字。', 'It does not say who has spoken; the council’s own figures do.'],
  ),
  stay: meaning(
    ['打不打算在这里住下去。', 'Whether people mean to go on living here.'],
    ['打算不等于去留：房租、工作和孩子上学也会决定。', 'A wish is not a move: rent, work and schools decide as well.'],
  ),
  'programme.necessary': meaning(
    ['大家觉得促进融合的这些事有没有必要。', 'Whether people find it necessary that something is done to bring the two sides together.'],
    ['觉得有必要，不等于觉得做得好。', 'Finding it necessary is not finding it well done.'],
  ),
  'programme.takePart': meaning(
    ['大家愿不愿意参加。', 'Whether people are willing to take part.'],
    ['愿意和真的来了是两回事。', 'Being willing and coming are two things.'],
  ),
  'programme.improved': meaning(
    ['大家觉得这一年治安和环境有没有改善。', 'Whether people find that safety and surroundings have improved over the year.'],
    [
      '不是治安和环境本身的数字，也不说明是不是因为这些活动。',
      'It is no figure of safety or surroundings themselves, and does not say what brought it about.',
    ],
  ),
}

/** Of a scale that was put into a questionnaire later. */
const anyScale = meaning(
  ['回答这些问题的人的平均，1 到 5。', 'The mean of those who answered these questions, from 1 to 5.'],
  ['不说明为什么是这样。', 'It does not say why it is so.'],
)

export const meaningOf = (measure: string): Meaning => meanings[measure] ?? anyScale
