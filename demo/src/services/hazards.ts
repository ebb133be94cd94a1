import type { CaseService, Option, Text } from '@ronghe/forms'
import { checked, noFee, station } from './places.ts'
import { say } from './say.ts'

interface HazardKind {
  readonly key: string
  readonly name: Text
  readonly summary: Text
  readonly keywords: CaseService['keywords']
  readonly question: Text
  readonly options: readonly Option[]
  readonly danger: Text
  readonly advice: Text
  readonly promisedWorkingDays: number
  readonly source: CaseService['guide']['sources'][number]
  readonly elsewhere: Text
}

/** Things, not persons: nobody's name is needed, and a photo is public only after somebody has covered people, plates and door numbers. */
function hazardReport(kind: HazardKind): CaseService {
  return {
    mode: 'case',
    key: kind.key,
    version: 1,
    name: kind.name,
    summary: kind.summary,
    department: 'environment',
    domain: 'environment',
    keywords: kind.keywords,
    whoMay: { newcomer: { state: 'open', since: '2020-01-01' }, local: { state: 'open', since: '2020-01-01' } },
    eligibility: [],
    documents: [],
    steps: [
      { id: 'report', title: say('报上来', 'Report it'), by: 'resident' },
      {
        id: 'look',
        title: say('当天派人看，危险的先围起来', 'Somebody looks the same day; what is dangerous is fenced off'),
        by: 'station',
        workingDays: 1,
      },
      { id: 'fix', title: say('修好或处理', 'It is put right'), by: 'department', workingDays: kind.promisedWorkingDays },
      { id: 'confirm', title: say('请您看看是不是真好了', 'You are asked whether it really is'), by: 'resident' },
    ],
    fee: noFee,
    where: [station],
    channels: ['phone', 'desk', 'paper', 'onBehalf'],
    consents: [],
    nonPersonal: true,
    result: say('修好的日期，或一句为什么还没修好', 'The day it was put right, or why it is not yet'),
    promisedWorkingDays: kind.promisedWorkingDays,
    acceptanceWorkingDays: 1,
    guide: {
      sections: [
        { id: 'danger', title: say('有危险先打电话', 'Danger first'), text: kind.danger },
        { id: 'advice', title: say('报的时候写清楚', 'What helps'), text: kind.advice },
        {
          id: 'photo',
          title: say('照片怎么用', 'About photos'),
          text: say(
            '拍东西，别拍人。公开前由工作人员或您自己用涂抹工具遮住人、车牌、门牌；没遮之前，公开页上只有文字。',
            'Picture the thing, not people. Before it is public, staff or you cover faces, plates and door numbers; until then the public page shows text only.',
          ),
        },
      ],
      sources: [kind.source],
      ...checked,
    },
    decisionReasons: [
      { id: 'fixed', outcome: 'granted', text: say('已经修好', 'Put right') },
      {
        id: 'notFound',
        outcome: 'refused',
        text: say('去了两次都没找到', 'Looked twice, could not find it'),
        instead: say('补一张照片或说说旁边有什么，马上再去。', 'Add a photo or say what is nearby, and we go again at once.'),
      },
      { id: 'private', outcome: 'referred', text: say('在自家或物业管的地方', 'On private or managed ground'), instead: kind.elsewhere },
      {
        id: 'merged',
        outcome: 'referred',
        text: say('同一处已有人报了，并在一起办', 'Already reported: dealt with together'),
        instead: say('那一件的进度您也看得到。', 'You can follow that one too.'),
      },
    ],
    form: {
      id: kind.key,
      version: 1,
      pages: [
        {
          id: 'now',
          title: say('有人有危险吗？', 'Is anybody in danger?'),
          fields: [{ id: 'dangerNote', kind: 'notice', label: kind.danger }],
        },
        {
          id: 'what',
          title: kind.question,
          fields: [
            {
              id: 'problem',
              kind: 'choice',
              required: true,
              options: kind.options,
              none: {
                label: say('别的，或说不清', 'Something else, or not sure'),
                leadsTo: say('下一题写一句就行。', 'Write a line on the next page.'),
              },
            },
          ],
        },
        {
          id: 'where',
          title: say('在哪里？', 'Where is it?'),
          help: say('哪条巷、靠近什么。不用写谁家。', 'Which lane, near what. No need to say whose door.'),
          fields: [
            { id: 'place', kind: 'address', label: say('社区和巷', 'Community and lane'), coarse: true, required: true },
            { id: 'landmark', kind: 'text', label: say('旁边有什么', 'What is nearby'), most: 80 },
          ],
        },
        {
          id: 'since',
          title: say('从什么时候开始的？', 'Since when?'),
          fields: [
            {
              id: 'howLong',
              kind: 'choice',
              options: [
                { value: 'today', label: say('今天', 'Today') },
                { value: 'week', label: say('这个星期', 'This week') },
                { value: 'longer', label: say('更久', 'Longer') },
              ],
              none: { label: say('不知道', 'Do not know'), leadsTo: say('没关系。', 'That is fine.') },
            },
          ],
        },
        {
          id: 'more',
          title: say('拍张照、写一句？', 'A photo or a line?'),
          help: say('都可以不要。拍东西，别拍人。', 'Neither is needed. Picture the thing, not people.'),
          fields: [
            { id: 'photos', kind: 'file', label: say('照片', 'Photos'), accept: ['image'], most: 3 },
            { id: 'words', kind: 'longText', label: say('想说的', 'In words'), most: 500 },
          ],
        },
      ],
    },
  }
}

const option = (value: string, chinese: string, english: string): Option => ({ value, label: say(chinese, english) })

export const hazardLamp = hazardReport({
  key: 'hazardLamp',
  name: say('路灯坏了', 'Street lamp out'),
  summary: say('灯不亮、乱闪、灯杆歪了，报一下就有人来。', 'A lamp is dark or flickers, or the post leans: report it.'),
  keywords: { 'zh-CN': ['路灯', '灯不亮', '巷口黑'], en: ['lamp', 'street light', 'dark'] },
  question: say('灯怎么了？', 'What is wrong with it?'),
  options: [
    option('dark', '不亮', 'It is dark'),
    option('flickers', '乱闪', 'It flickers'),
    option('leans', '灯杆歪了、倒了', 'The post leans or fell'),
    option('wires', '电线露出来', 'Bare wires'),
  ],
  danger: say(
    '电线露出来或灯杆要倒，人先走开，拨 110；有人触电拨 120，别用手去拉。',
    'Bare wires or a falling post: keep away and ring 110. If somebody is shocked ring 120, and do not touch them.',
  ),
  advice: say('灯杆上有编号的，写上编号，找得最快。', 'If the post has a number, give it: that is quickest.'),
  promisedWorkingDays: 3,
  source: { title: say('《城市照明管理规定》', 'Provisions on Urban Lighting'), date: '2010-07-01' },
  elsewhere: say('帮您通知物业或楼主，约好修的日子告诉您。', 'We tell the manager or owner and give you the day of repair.'),
})

export const hazardRubbish = hazardReport({
  key: 'hazardRubbish',
  name: say('垃圾没人收', 'Rubbish not collected'),
  summary: say('垃圾堆着、桶满了、有人乱倒大件，报一下。', 'Rubbish piles up, bins overflow, bulky things are dumped: report it.'),
  keywords: { 'zh-CN': ['垃圾', '卫生', '堆放', '臭'], en: ['rubbish', 'waste', 'bins'] },
  question: say('是哪种情况？', 'What is it?'),
  options: [
    option('overflow', '桶满了', 'Bins overflow'),
    option('pile', '堆在地上', 'Piled on the ground'),
    option('bulky', '大件家具', 'Bulky furniture'),
    option('building', '装修垃圾', 'Building waste'),
    option('blocked', '堵了消防通道', 'It blocks a fire exit'),
  ],
  danger: say(
    '着火拨 119。看到针头、药瓶、不明液体，别碰，告诉我们就行。',
    'Fire: ring 119. Needles, medicine or strange liquids: do not touch, just tell us.',
  ),
  advice: say('写清在巷口、巷中还是楼下，什么时候最满。', 'Say where in the lane, and when it is fullest.'),
  promisedWorkingDays: 1,
  source: { title: say('《固体废物污染环境防治法》', 'Law on Prevention of Pollution by Solid Waste'), date: '2020-09-01' },
  elsewhere: say('帮您通知物业，限时清走，结果告诉您。', 'We tell the manager to clear it by a date and let you know.'),
})

export const hazardLift = hazardReport({
  key: 'hazardLift',
  name: say('电梯有问题', 'Lift trouble'),
  summary: say(
    '电梯停了、抖、门关不上、没有检验标志，报一下。',
    'A lift is stopped, shakes, will not close, or has no inspection mark: report it.',
  ),
  keywords: { 'zh-CN': ['电梯', '困人', '维保'], en: ['lift', 'elevator', 'stuck'] },
  question: say('电梯怎么了？', 'What is wrong with the lift?'),
  options: [
    option('stopped', '停了', 'It is stopped'),
    option('shakes', '抖、有怪声', 'It shakes or makes noises'),
    option('door', '门关不好', 'The door will not close'),
    option('level', '停不平', 'It does not stop level'),
    option('noMark', '没有检验标志或过期', 'The inspection mark is missing or out of date'),
  ],
  danger: say(
    '有人困在里面：按轿厢里的警铃，拨 96333 或 119，别扒门。',
    'Somebody is stuck: press the alarm inside, ring 96333 or 119, and do not force the door.',
  ),
  advice: say(
    '轿厢里贴的检验标志上有设备号，写上就能找到维保单位。',
    'The mark inside the car has a number; with it the maintenance firm is found.',
  ),
  promisedWorkingDays: 1,
  source: { title: say('《特种设备安全法》', 'Special Equipment Safety Law'), date: '2014-01-01' },
  elsewhere: say(
    '通知使用单位和维保单位，市场监管部门跟着查，结果告诉您。',
    'The owner and the maintenance firm are told, the market regulator follows up, and you hear the outcome.',
  ),
})

export const hazardWater = hazardReport({
  key: 'hazardWater',
  name: say('水管、下水道有问题', 'Water or drains'),
  summary: say(
    '漏水、停水、水发黄、井盖没了、污水冒出来，报一下。',
    'A leak, no water, discoloured water, a missing manhole cover, a blocked drain: report it.',
  ),
  keywords: { 'zh-CN': ['漏水', '停水', '下水道', '井盖', '污水'], en: ['water', 'leak', 'drain', 'manhole'] },
  question: say('是哪种情况？', 'What is it?'),
  options: [
    option('leak', '路上漏水', 'A leak in the street'),
    option('dry', '停水', 'No water'),
    option('colour', '水发黄、有味', 'Discoloured or smelly water'),
    option('drain', '污水冒出来', 'A drain overflows'),
    option('cover', '井盖没了、破了', 'A manhole cover is missing or broken'),
  ],
  danger: say(
    '井盖没了，先用显眼的东西围一下，别让孩子靠近；有人掉下去拨 119。',
    'Missing cover: mark it with something bright and keep children away; if somebody falls in ring 119.',
  ),
  advice: say('停水的，说说整栋停还是一家停。', 'For no water, say whether it is the whole building.'),
  promisedWorkingDays: 2,
  source: { title: say('《城市供水条例》', 'Regulations on Urban Water Supply'), date: '2020-03-27' },
  elsewhere: say('在楼里的，帮您通知物业或房东，约好修的日子。', 'Inside a building we tell the manager or landlord and arrange a day.'),
})
