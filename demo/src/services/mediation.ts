import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, noFee, place, station } from './places.ts'
import { say } from './say.ts'
import { contactPage } from './shared-pages.ts'

const law = (article: string, number: string) => say(`《人民调解法》${article}`, `People’s Mediation Law, Article ${number}`)

/** The way in to mediation. Voluntary at every step, seen by the parties and their mediators only; no list of past parties is kept. */
export const mediation: CaseService = {
  mode: 'case',
  key: 'mediation',
  version: 1,
  name: say('邻里调解', 'Mediation'),
  summary: say(
    '租金、押金、噪音、工钱、习惯不同起的争执，请一位新街坊、一位老街坊一起来调。',
    'Rent, deposits, noise, pay, different customs: a pair of mediators, one newcomer and one local, sit down with you both.',
  ),
  department: 'station',
  domain: 'justice',
  keywords: { 'zh-CN': ['调解', '吵架', '押金', '噪音', '邻居', '房东'], en: ['mediation', 'dispute', 'deposit', 'noise', 'neighbour'] },
  whoMay: { newcomer: { state: 'open', since: '2011-01-01' }, local: { state: 'open', since: '2011-01-01' } },
  eligibility: [
    {
      id: 'safe',
      text: say('没有家暴、伤害和违法的事', 'No violence at home, injury or crime'),
      when: { field: 'danger', equals: false },
      unsureWhen: { field: 'danger', equals: 'none' },
      law: say(
        '《人民调解法》第二十五条；本站调解规则：暴力和犯罪不调解',
        'People’s Mediation Law, Article 25; the station’s rules: violence and crime are never mediated',
      ),
      instead: [
        {
          text: say(
            '有危险先拨 110。家暴可以申请保护令，由法律援助帮您。',
            'In danger ring 110. For violence at home a protection order can be had, with legal aid.',
          ),
          service: 'legalAid',
        },
      ],
    },
    {
      id: 'adults',
      text: say('双方都满 18 周岁', 'Both sides are 18 or over'),
      when: { field: 'adults', equals: true },
      unsureWhen: { field: 'adults', equals: 'none' },
      law: say('本站调解规则：牵涉未成年人的不调解', 'The station’s rules: nothing that concerns a minor is mediated'),
      instead: [
        {
          text: say(
            '牵涉孩子的，由社工和监护人一起处理，不摆上调解桌。',
            'Where a child is concerned, a social worker and the guardian deal with it, not a mediation.',
          ),
        },
      ],
    },
  ],
  documents: [
    {
      id: 'papers',
      name: say('和这件事有关的东西', 'Anything about the matter'),
      help: say('合同、收据、照片，见面时带来看看。不用交。', 'Lease, receipts, pictures: bring them along. Nothing is handed in.'),
      alternatives: [],
      waivable: true,
      handedIn: 'seen',
      keptWhere: say('您自己保管', 'You keep it'),
    },
  ],
  steps: [
    { id: 'ask', title: say('提出来', 'Ask'), by: 'resident' },
    {
      id: 'other',
      title: say('问另一方愿不愿意', 'The other side is asked'),
      text: say('不愿意就到此为止，告诉您还有哪些路。', 'If not, it ends there and you hear what else there is.'),
      by: 'station',
      workingDays: 3,
    },
    {
      id: 'pair',
      title: say('双方认可调解员', 'Both accept the mediators'),
      text: say(
        '默认一新一老两位；任何一方可以不说理由换两次。',
        'By default one from each group; either side may change twice without giving a reason.',
      ),
      by: 'resident',
    },
    { id: 'talk', title: say('坐下来谈', 'The talk'), by: 'station', workingDays: 10 },
    { id: 'after', title: say('谈成的签协议，30 天后问一次', 'An agreement is signed; after 30 days we ask how it goes'), by: 'station' },
  ],
  fee: noFee,
  where: [station, place(['司法所调解室', 'Justice Office, mediation room'], ['榕树路7号', '7 Banyan Road'], '020-0000-0107')],
  channels: everyChannel,
  consents: [
    {
      purpose: 'mediation-contact',
      text: say(
        '同意服务站联系另一方，只说“有人想请您谈一谈”，不说内容。',
        'I agree that the station contacts the other side, saying only that somebody would like to talk.',
      ),
      withoutIt: say(
        '不同意也可以：我们教您怎么自己开口，或先只和您谈。',
        'Without it we help you raise it yourself, or talk with you alone first.',
      ),
    },
  ],
  nonPersonal: false,
  result: say(
    '双方签字的协议，或一张写明其他办法和时限的单子',
    'An agreement signed by both, or a note of other ways with their time limits',
  ),
  related: ['legalAid', 'unpaidWages', 'leaseFiling'],
  promisedWorkingDays: 15,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'free',
        title: say('自愿、保密、不收费', 'Voluntary, confidential, free'),
        text: say(
          '随时可以不谈。只有双方和两位调解员看得到，谁对谁错不下结论，也不留“当过当事人”的名单。',
          'You may stop at any time. Only the two sides and the two mediators see it; nobody is found at fault and no list of past parties is kept.',
        ),
      },
      {
        id: 'binding',
        title: say('协议管不管用', 'Does the agreement bind?'),
        text: say(
          '签了就有法律约束力。三十日内双方可以一起请法院确认，确认后不照办的能强制执行。',
          'Once signed it binds. Within thirty days both can ask the court to confirm it; then it can be enforced.',
        ),
      },
      {
        id: 'law',
        title: say('谈不成走哪里', 'If it fails'),
        text: say(
          '房租押金可以到法院起诉，一般时效三年；工资走仲裁，离开单位一年内；也可以申请法律援助。',
          'Rent and deposits: court, in general within three years; wages: arbitration, within a year of leaving; legal aid can help.',
        ),
      },
    ],
    sources: [
      { title: say('《人民调解法》', 'People’s Mediation Law'), date: '2011-01-01' },
      { title: say('《民法典》第一百八十八条', 'Civil Code, Article 188'), date: '2021-01-01' },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'agreed', outcome: 'granted', text: say('双方签了协议', 'Both signed an agreement'), law: law('第三十一条', '31') },
    {
      id: 'declined',
      outcome: 'refused',
      text: say('另一方不愿意谈', 'The other side does not wish to talk'),
      law: law('第三条', '3'),
      instead: say(
        '时限和法院、仲裁、法律援助的办法写给您。',
        'You get the time limits and the ways to court, arbitration and legal aid in writing.',
      ),
    },
    {
      id: 'noAgreement',
      outcome: 'refused',
      text: say('谈了，没谈拢', 'No agreement was reached'),
      law: law('第二十六条', '26'),
      instead: say('可以换一对调解员再谈一次，或走法律途径。', 'Try once more with another pair, or go to law.'),
    },
    {
      id: 'notForMediation',
      outcome: 'referred',
      text: say('有暴力、犯罪或牵涉孩子，不调解', 'Violence, crime or a child: not mediated'),
      instead: say('已经联系能处理的部门，陪您过去。', 'The right office has been contacted and somebody goes with you.'),
    },
  ],
  form: {
    id: 'mediation',
    version: 1,
    pages: [
      {
        id: 'dangerPage',
        title: say('有没有人动手、威胁或犯法？', 'Has anybody hit, threatened or broken the law?'),
        help: say('现在有危险，先拨 110。', 'In danger now, ring 110.'),
        fields: [
          {
            id: 'danger',
            kind: 'yesNo',
            required: true,
            sensitive: true,
            none: {
              label: say('不好说', 'Hard to say'),
              leadsTo: say('提交以后，站长单独跟您谈。', 'The station lead will talk with you alone.'),
            },
          },
        ],
      },
      {
        id: 'adultsPage',
        title: say('双方都满 18 周岁吗？', 'Are both sides 18 or over?'),
        fields: [
          {
            id: 'adults',
            kind: 'yesNo',
            required: true,
            none: { label: say('不知道', 'Do not know'), leadsTo: say('先填，工作人员来问。', 'Go on; staff will find out.') },
          },
        ],
      },
      {
        id: 'about',
        title: say('为了什么事？', 'What is it about?'),
        fields: [
          {
            id: 'topic',
            kind: 'choice',
            required: true,
            options: [
              { value: 'rent', label: say('租金、押金', 'Rent or deposit') },
              { value: 'noise', label: say('噪音、油烟、堆放', 'Noise, smoke, things in the way') },
              { value: 'pay', label: say('工钱、账目', 'Pay or money') },
              { value: 'customs', label: say('习惯不同、误会', 'Different customs, a misunderstanding') },
              { value: 'parking', label: say('停车、过道', 'Parking, passage') },
            ],
            none: { label: say('别的事', 'Something else'), leadsTo: say('下面写一句就行。', 'Just write a line below.') },
          },
        ],
      },
      {
        id: 'story',
        title: say('简单说说，希望怎样解决？', 'In a few words: what would settle it?'),
        help: say(
          '只有调解员看得到。不用写对方的坏话，写您想要的结果。',
          'Only the mediators see it. No need to speak ill of the other side; say what you would like.',
        ),
        fields: [{ id: 'wish', kind: 'longText', most: 1000, sensitive: true }],
      },
      {
        id: 'other',
        title: say('另一方是谁？', 'Who is the other side?'),
        help: say('称呼就行，比如“楼上的刘姐”。', 'A form of address will do, such as “Ms Liu upstairs”.'),
        fields: [{ id: 'otherSide', kind: 'person', required: true, phone: 'asked', sensitive: true }],
      },
      {
        id: 'language',
        title: say('用什么话谈方便？', 'Which language suits you?'),
        fields: [
          {
            id: 'speech',
            kind: 'choices',
            options: [
              { value: 'mandarin', label: say('普通话', 'Mandarin') },
              { value: 'cantonese', label: say('粤语', 'Cantonese') },
              { value: 'honghu', label: say('洪湖话', 'Honghu dialect') },
              { value: 'english', label: say('英语', 'English') },
            ],
            none: { label: say('别的', 'Another'), leadsTo: say('告诉窗口，帮您找人翻译。', 'Tell the desk; we find an interpreter.') },
          },
        ],
      },
      contactPage,
    ],
  },
}
