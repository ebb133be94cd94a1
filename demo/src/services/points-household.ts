import type { GuideService } from '@ronghe/forms'
import { checked, everyChannel, noFee, place, station } from './places.ts'
import { say } from './say.ts'

const taken = say('交市里的受理窗口，这里不收', 'Goes to the city’s window; nothing is collected here')

export const pointsHousehold: GuideService = {
  mode: 'guide',
  key: 'pointsHousehold',
  version: 1,
  name: say('积分入户指引', 'Points-based household registration: guide'),
  summary: say(
    '想把户口迁到广州，看看要哪些条件、怎么准备。',
    'If you wish to register your household in Guangzhou: what it takes and how to prepare.',
  ),
  department: 'police',
  domain: 'publicSecurity',
  keywords: { 'zh-CN': ['积分入户', '户口', '落户', '迁户口'], en: ['household registration', 'hukou', 'points'] },
  whoMay: {
    newcomer: { state: 'open', since: '2011-01-01' },
    local: {
      state: 'closed',
      law: say(
        '《居住证暂行条例》第十六条：为户口不在本地的人设的。户口已在本地的，迁户到派出所办。',
        'Provisional Regulations on Residence Permits, Article 16: meant for people registered elsewhere. Those registered here move within the city at the police station.',
      ),
      since: '2011-01-01',
    },
  },
  eligibility: [
    {
      id: 'permit',
      text: say('持有有效的居住证', 'You hold a valid residence permit'),
      when: { field: 'permit', equals: true },
      unsureWhen: { field: 'permit', equals: 'none' },
      law: say('《居住证暂行条例》第十六条', 'Provisional Regulations on Residence Permits, Article 16'),
      instead: [
        {
          text: say('先办居住证，连续的年限从这里算起。', 'Get the permit first; continuous years count from it.'),
          service: 'residencePermit',
        },
      ],
    },
    {
      id: 'insured',
      text: say('在广州按规定交了社保', 'You have paid insurance in Guangzhou'),
      when: { field: 'insured', equals: true },
      unsureWhen: { field: 'insured', equals: 'none' },
      law: say('《居住证暂行条例》第十六条', 'Provisional Regulations on Residence Permits, Article 16'),
      instead: [
        {
          text: say('先查交了多少，单位没交的可以追。', 'See what has been paid; what an employer owes can be claimed.'),
          service: 'socialSecurityEnquiry',
        },
      ],
    },
  ],
  documents: [
    { id: 'permitCard', name: say('居住证', 'Residence permit'), alternatives: [], waivable: false, handedIn: 'seen', keptWhere: taken },
    {
      id: 'insurance',
      name: say('社保缴费记录', 'Insurance record'),
      alternatives: [],
      waivable: false,
      handedIn: 'copy',
      keptWhere: taken,
    },
    {
      id: 'housing',
      name: say('住处证明', 'Proof of where you live'),
      alternatives: [{ id: 'filingReceipt', name: say('租赁备案回执', 'Lease filing receipt') }],
      waivable: false,
      handedIn: 'copy',
      keptWhere: taken,
    },
    {
      id: 'certificates',
      name: say('学历、技能证书', 'School and skill certificates'),
      alternatives: [],
      waivable: true,
      handedIn: 'copy',
      keptWhere: taken,
      when: { field: 'skilled', equals: true },
    },
  ],
  steps: [
    { id: 'notice', title: say('看市里当年的通知', 'Read the city’s notice of the year'), by: 'resident' },
    { id: 'apply', title: say('网上申请，核积分', 'Apply online; the points are checked'), by: 'resident' },
    { id: 'rank', title: say('按名额排名、公示', 'Ranked for the places of the year and published'), by: 'department' },
    { id: 'move', title: say('到派出所迁户口', 'Move the registration at the police station'), by: 'resident' },
  ],
  fee: noFee,
  where: [station, place(['派出所户籍窗口', 'Police station, registration window'], ['榕树路12号', '12 Banyan Road'], '020-0000-0112')],
  channels: everyChannel,
  consents: [],
  nonPersonal: false,
  result: say('知道自己差哪一样，和今年该留意的日子', 'You know what is missing and which dates to watch this year'),
  related: ['residencePermit', 'socialSecurityEnquiry', 'employment'],
  questions: {
    id: 'pointsHouseholdQuestions',
    version: 1,
    pages: [
      {
        id: 'permitPage',
        title: say('有有效的居住证吗？', 'Do you hold a valid permit?'),
        fields: [
          {
            id: 'permit',
            kind: 'yesNo',
            required: true,
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('带证到窗口看签注。', 'Bring it to the desk to see the endorsement.'),
              service: 'residencePermit',
            },
          },
        ],
      },
      {
        id: 'insurancePage',
        title: say('在广州交社保吗？', 'Do you pay insurance in Guangzhou?'),
        fields: [
          {
            id: 'insured',
            kind: 'yesNo',
            required: true,
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('先查一下交了多少。', 'See first what has been paid.'),
              service: 'socialSecurityEnquiry',
            },
          },
        ],
      },
      {
        id: 'skillPage',
        title: say('有学历或技能证书吗？', 'Do you have school or skill certificates?'),
        fields: [
          {
            id: 'skilled',
            kind: 'yesNo',
            none: { label: say('说不清', 'Not sure'), leadsTo: say('带来看看算不算。', 'Bring it and we see whether it counts.') },
          },
        ],
      },
    ],
  },
  guide: {
    sections: [
      {
        id: 'yearly',
        title: say('办法会变', 'The rules change'),
        text: say(
          '名额、项目、分值由市里公布并会修订。这里不写分数；通知出来，站里更新本页和“最后核对日期”。',
          'Places, items and points are published by the city and revised. No figures are given here; when the notice is out, the station updates this page and the date of the last check.',
        ),
      },
      {
        id: 'land',
        title: say('迁走前先想想老家的地', 'Before you move: your land at home'),
        text: say(
          '进城落户的农民，土地承包经营权、宅基地使用权、集体收益分配权受法律保护，不得以退出作为落户条件。',
          'Contracted land, homestead and share in the collective are protected by law; nobody may make giving them up a condition.',
        ),
      },
      {
        id: 'stay',
        title: say('不迁户口也能用的服务', 'What you have without moving'),
        text: say(
          '上学、就业、卫生、图书馆、法律援助，居住证都管用。',
          'School, work, health, library and legal aid are open with the residence permit.',
        ),
      },
    ],
    sources: [
      { title: say('《居住证暂行条例》第十六条', 'Provisional Regulations on Residence Permits, Article 16'), date: '2016-01-01' },
      { title: say('《农村土地承包法》第二十七条', 'Rural Land Contracting Law, Article 27'), date: '2019-01-01' },
    ],
    ...checked,
  },
}
