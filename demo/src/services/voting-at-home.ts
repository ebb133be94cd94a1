import type { GuideService } from '@ronghe/forms'
import { checked, noFee, station } from './places.ts'
import { say } from './say.ts'
import { contactPage } from './shared-pages.ts'

/** Where one may vote and a letter to ask for it. No party, no candidate, no wish how to vote is ever asked or kept. */
export const votingAtHome: GuideService = {
  mode: 'guide',
  key: 'votingAtHome',
  version: 1,
  name: say('在外怎么投票', 'Voting when you live away'),
  summary: say(
    '老家选举时人在广州，可以转过来投、委托人投，或回去投。这里帮您写信。',
    'When there is an election at home: vote here, entrust somebody, or go home. This page writes the letter for you.',
  ),
  department: 'civilAffairs',
  domain: 'elections',
  keywords: {
    'zh-CN': ['选举', '投票', '选民证', '村委会', '人大代表', '委托投票'],
    en: ['election', 'vote', 'voter certificate', 'village committee'],
  },
  whoMay: { newcomer: { state: 'open', since: '1983-03-05' }, local: { state: 'open', since: '1983-03-05' } },
  eligibility: [
    {
      id: 'age',
      text: say('年满 18 周岁', 'At least 18 years old'),
      when: { field: 'adult', equals: true },
      law: say('《宪法》第三十四条', 'Constitution, Article 34'),
      instead: [
        {
          text: say(
            '满 18 周岁后就可以登记。社区的事现在就能说，见“我有话说”。',
            'From 18 you can register. About the community you can speak up today.',
          ),
        },
      ],
    },
  ],
  documents: [
    {
      id: 'voterCertificate',
      name: say('原选区开的选民资格证明', 'Certificate from the home constituency'),
      help: say('只在“转到这里投”时要。', 'Only for voting here.'),
      alternatives: [],
      waivable: false,
      handedIn: 'seen',
      keptWhere: say('交这里的选举工作机构，平台不收', 'Goes to the election office here; not collected by the platform'),
      when: { field: 'way', equals: 'certificate' },
    },
    {
      id: 'proxy',
      name: say('写好签字的委托书', 'Signed authority'),
      help: say('下面可以生成一份，打印后签字寄回去。', 'Written below; print, sign and post it.'),
      alternatives: [],
      waivable: false,
      handedIn: 'original',
      keptWhere: say('寄老家的选举委员会', 'Posted to the election committee at home'),
      when: { field: 'way', in: ['proxy', 'village'] },
    },
  ],
  steps: [
    { id: 'ask', title: say('问清老家哪天选、选什么', 'Find out when and what is elected at home'), by: 'resident' },
    { id: 'letter', title: say('填几项，打印信，签字寄出', 'Answer a few questions, print, sign and post the letter'), by: 'resident' },
    { id: 'vote', title: say('按选好的办法投票', 'Vote in the way you chose'), by: 'resident' },
  ],
  fee: noFee,
  where: [station],
  channels: ['phone', 'desk', 'paper', 'homeVisit'],
  consents: [],
  nonPersonal: false,
  result: say('一封可以打印签字的信，和投票的办法', 'A letter to print and sign, and how to vote'),
  related: ['residencePermit'],
  letter: {
    to: say('{homePlace} 选举委员会', 'To the election committee of {homePlace}'),
    title: say('关于参加选举的信', 'Letter about taking part in the election'),
    body: say(
      '您好。我是 {homePlace} 的选民（村民），姓名和联系电话：{applicant}，目前在广州工作生活。\n\n就 {election}，我希望这样参加：{way}。需要委托的，受托人：{proxyPerson}。\n\n请告知选举日和要办的手续，并在收到信后给我回个电话。证件号码由我本人手写：＿＿＿＿＿＿＿＿＿＿\n\n签名：＿＿＿＿＿＿　　日期：{today}',
      'I am a voter (villager) of {homePlace}. My name and phone: {applicant}. I work and live in Guangzhou at present.\n\nIn {election} I wish to take part in this way: {way}. Where somebody is entrusted: {proxyPerson}.\n\nPlease tell me the day of the election and what is needed, and ring me when you have this letter. I write the number of my card by hand: ____________________\n\nSigned: ____________    Date: {today}',
    ),
    form: {
      id: 'votingAtHomeLetter',
      version: 1,
      pages: [
        { id: 'age', title: say('满 18 周岁了吗？', 'Are you at least 18?'), fields: [{ id: 'adult', kind: 'yesNo', required: true }] },
        {
          id: 'homePage',
          title: say('老家在哪里？', 'Where is home?'),
          help: say('写到村或居委会。', 'As far as the village or residents’ committee.'),
          fields: [{ id: 'homePlace', kind: 'text', required: true, known: 'homeCounty', most: 60 }],
        },
        {
          id: 'electionPage',
          title: say('是什么选举？', 'Which election?'),
          fields: [
            {
              id: 'election',
              kind: 'choice',
              required: true,
              options: [
                { value: 'village', label: say('村民委员会选举', 'the villagers’ committee election') },
                { value: 'residents', label: say('居民委员会选举', 'the residents’ committee election') },
                { value: 'congress', label: say('县、乡人大代表选举', 'the county or township people’s congress election') },
              ],
              none: {
                label: say('近期的选举（还不清楚是哪一种）', 'the coming election (kind not known yet)'),
                leadsTo: say('信照样能写，请老家告诉您。', 'The letter still works; home will tell you.'),
              },
            },
          ],
        },
        {
          id: 'wayPage',
          title: say('想怎么参加？', 'How would you like to take part?'),
          fields: [
            {
              id: 'way',
              kind: 'choice',
              required: true,
              options: [
                {
                  value: 'certificate',
                  label: say('开选民资格证明，转到现在住的地方投', 'by a voter’s certificate, voting where I live now'),
                  hint: say('人大代表选举可以', 'For people’s congress elections'),
                },
                {
                  value: 'proxy',
                  label: say('书面委托别的选民代投', 'by entrusting another voter in writing'),
                  hint: say(
                    '人大代表选举，要选举委员会同意，一人最多受托三人',
                    'For people’s congress; the committee must agree, at most three per person',
                  ),
                },
                {
                  value: 'village',
                  label: say('书面委托近亲属代投', 'by entrusting a close relative in writing'),
                  hint: say('村委会选举', 'For villagers’ committees'),
                },
                { value: 'return', label: say('回去自己投', 'by going home to vote') },
              ],
              none: {
                label: say('请告诉我有哪些办法', 'please tell me which ways there are'),
                leadsTo: say('信里会请老家说明。', 'The letter asks home to explain.'),
              },
            },
          ],
        },
        {
          id: 'proxyPage',
          title: say('委托谁？', 'Whom do you entrust?'),
          visibleWhen: { field: 'way', in: ['proxy', 'village'] },
          fields: [{ id: 'proxyPerson', kind: 'person', required: true, relation: 'asked' }],
        },
        contactPage,
      ],
    },
  },
  guide: {
    sections: [
      {
        id: 'here',
        title: say('在这里投人大代表的票', 'Voting here for the people’s congress'),
        text: say(
          '已经迁居但没有转户口的选民，拿到原选区的选民资格证明，可以在现居住地参加选举。',
          'Voters who have moved without moving their registration may vote where they live with a certificate from their home constituency.',
        ),
      },
      {
        id: 'proxy',
        title: say('委托别人投', 'Entrusting somebody'),
        text: say(
          '选举期间在外的选民，经选举委员会同意，可以书面委托其他选民代投；受托的人要按您的意思投，最多替三个人。',
          'With the committee’s agreement a voter who is away may entrust another voter in writing, who must vote as told, for three people at most.',
        ),
      },
      {
        id: 'residents',
        title: say('这里的居委会选举', 'The residents’ committee here'),
        text: say(
          '住在这里、愿意参加的，可以问居委会登记。2026 年 1 月 1 日起施行的新法，具体条件由居委会选举公告说明。',
          'If you live here and wish to take part, ask the residents’ committee. Under the law in force since 1 January 2026, its election notice gives the conditions.',
        ),
      },
      {
        id: 'free',
        title: say('投谁是您自己的事', 'Whom you vote for is yours alone'),
        text: say(
          '没有人可以问您投了谁。这里不问、不记、不提供候选人信息。',
          'Nobody may ask. Nothing about candidates is asked, kept or shown here.',
        ),
      },
    ],
    sources: [
      {
        title: say('《全国人民代表大会和地方各级人民代表大会选举法》', 'Electoral Law of the National and Local People’s Congresses'),
        date: '2020-10-18',
      },
      {
        title: say(
          '《全国人大常委会关于县级以下人民代表大会代表直接选举的若干规定》',
          'Standing Committee Provisions on Direct Elections at and below County Level',
        ),
        date: '1983-03-05',
      },
      {
        title: say(
          '《城市居民委员会组织法》（2026年1月1日起施行的修订）',
          'Organic Law of Urban Residents’ Committees, as in force from 1 January 2026',
        ),
        date: '2026-01-01',
      },
    ],
    ...checked,
  },
}
