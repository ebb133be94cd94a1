import type { GuideService } from '@ronghe/forms'
import { checked, everyChannel, noFee, place, station } from './places.ts'
import { say } from './say.ts'

const measures = say('《公共租赁住房管理办法》第七条', 'Measures for Public Rental Housing, Article 7')
const taken = say('交住房保障部门，这里不收', 'Goes to the housing authority; nothing is collected here')

export const publicRentalHousing: GuideService = {
  mode: 'guide',
  key: 'publicRentalHousing',
  version: 1,
  name: say('公租房指引', 'Public rental housing: guide'),
  summary: say(
    '收入不高、没有自己的房子，可以申请政府的公租房，外来务工的也可以。',
    'With a modest income and no home of your own, you can apply for public rental housing, newcomers too.',
  ),
  department: 'housing',
  domain: 'housing',
  keywords: { 'zh-CN': ['公租房', '廉租房', '保障房', '租房补贴'], en: ['public housing', 'affordable', 'rent'] },
  whoMay: {
    newcomer: {
      state: 'openOtherPapers',
      note: say('要在本地稳定就业达到规定年限。', 'Steady work here for the number of years set.'),
      since: '2012-07-15',
    },
    local: { state: 'open', since: '2012-07-15' },
  },
  eligibility: [
    {
      id: 'noHome',
      text: say('在本地没有住房，或面积低于标准', 'No dwelling of your own here, or one below the standard'),
      when: { field: 'ownsHome', equals: false },
      unsureWhen: { field: 'ownsHome', equals: 'none' },
      law: measures,
      instead: [
        {
          text: say(
            '有房但很小的，窗口帮您量一量够不够标准。',
            'If you own a very small one, the desk sees whether it is below the standard.',
          ),
        },
      ],
    },
    {
      id: 'income',
      text: say('家庭收入、财产低于标准', 'Income and property below the standard'),
      when: { field: 'income', equals: 'below' },
      unsureWhen: { field: 'income', equals: 'none' },
      law: measures,
      instead: [
        {
          text: say(
            '标准每年公布，超过一点的可以看租赁补贴和人才公寓。',
            'The standard is published yearly; if slightly above, look at rent subsidies.',
          ),
        },
      ],
    },
    {
      id: 'work',
      text: say('户口在本地，或在本地稳定就业达到规定年限', 'Registered here, or steady work here for the years set'),
      when: {
        any: [
          { field: 'registered', equals: true },
          { field: 'steadyWork', equals: true },
        ],
      },
      unsureWhen: { field: 'steadyWork', equals: 'none' },
      law: measures,
      instead: [
        {
          text: say('年限从交社保起算，先查交了几年。', 'Years usually count from insurance payments; see how many you have.'),
          service: 'socialSecurityEnquiry',
        },
      ],
    },
  ],
  documents: [
    {
      id: 'idCards',
      name: say('全家的身份证、户口簿', 'ID cards and household register of the family'),
      alternatives: [],
      waivable: false,
      handedIn: 'copy',
      keptWhere: taken,
    },
    {
      id: 'permitCard',
      name: say('居住证', 'Residence permit'),
      alternatives: [],
      waivable: false,
      handedIn: 'copy',
      keptWhere: taken,
      when: { field: 'registered', equals: false },
    },
    {
      id: 'workProof',
      name: say('劳动合同和社保记录', 'Labour contract and insurance record'),
      alternatives: [
        { id: 'licence', name: say('自己做生意的，营业执照和完税证明', 'Business licence and tax record, if you run a business') },
      ],
      waivable: false,
      handedIn: 'copy',
      keptWhere: taken,
      when: { field: 'registered', equals: false },
    },
    {
      id: 'income',
      name: say('收入和财产声明', 'Statement of income and property'),
      alternatives: [],
      waivable: false,
      handedIn: 'original',
      keptWhere: taken,
    },
  ],
  steps: [
    { id: 'notice', title: say('看当年的申请通告', 'Read the notice of the year'), by: 'resident' },
    { id: 'apply', title: say('街道收件、初审', 'The street receives and first checks'), by: 'station' },
    { id: 'check', title: say('区里联审、公示', 'The district checks and publishes'), by: 'department' },
    { id: 'wait', title: say('轮候、选房、签约', 'Waiting list, choice, contract'), by: 'department' },
  ],
  fee: noFee,
  where: [station, place(['来穗服务中心租赁组', 'Rental Housing Office'], ['榕树路9号', '9 Banyan Road'], '020-0000-0109')],
  channels: everyChannel,
  consents: [],
  nonPersonal: false,
  result: say('知道能不能申请、今年什么时候开放', 'You know whether you may apply and when it opens this year'),
  related: ['leaseFiling', 'civilRelief'],
  questions: {
    id: 'publicRentalHousingQuestions',
    version: 1,
    pages: [
      {
        id: 'homePage',
        title: say('在广州有自己的房子吗？', 'Do you own a dwelling in Guangzhou?'),
        fields: [
          {
            id: 'ownsHome',
            kind: 'yesNo',
            required: true,
            none: {
              label: say('有，但很小', 'Yes, but very small'),
              leadsTo: say('可能够条件，窗口帮您看。', 'It may still do; the desk will see.'),
            },
          },
        ],
      },
      {
        id: 'registeredPage',
        title: say('户口在这里吗？', 'Are you registered here?'),
        fields: [
          {
            id: 'registered',
            kind: 'yesNo',
            required: true,
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('看户口簿第一页的地址。', 'Look at the address on the first page of the register.'),
            },
          },
        ],
      },
      {
        id: 'workPage',
        title: say('在本地稳定上班、交社保有几年了吗？', 'Have you worked steadily and been insured here for some years?'),
        visibleWhen: { not: { field: 'registered', equals: true } },
        fields: [
          {
            id: 'steadyWork',
            kind: 'yesNo',
            required: true,
            none: {
              label: say('说不清够不够', 'Not sure it is enough'),
              leadsTo: say('年限以当年通告为准，先查社保。', 'The notice sets the years; look up your insurance first.'),
              service: 'socialSecurityEnquiry',
            },
          },
        ],
      },
      {
        id: 'incomePage',
        title: say('家里收入高不高？', 'How is the family’s income?'),
        fields: [
          {
            id: 'income',
            kind: 'choice',
            required: true,
            options: [
              { value: 'below', label: say('不高，应该在标准以下', 'Modest, probably below the standard') },
              { value: 'above', label: say('高于公布的标准', 'Above the published standard') },
            ],
            none: {
              label: say('不知道标准是多少', 'I do not know the standard'),
              leadsTo: say('窗口有当年的标准，也贴在公告栏。', 'The desk has this year’s standard; it is on the notice board too.'),
            },
          },
        ],
      },
    ],
  },
  guide: {
    sections: [
      {
        id: 'standard',
        title: say('标准每年公布', 'The standard is published yearly'),
        text: say(
          '收入线、面积线、就业年限由市里公布，这里不写数字。通告出来后本页更新。',
          'The lines for income, space and years of work are set by the city; no figures are given here. This page is updated when the notice is out.',
        ),
      },
      {
        id: 'share',
        title: say('单位也可以替职工申请', 'Employers may apply for their workers'),
        text: say(
          '用人多的企业可以整体申请一批，分给职工住。可以请单位的工会去问。',
          'Large employers can apply for a block for their workers; ask your union.',
        ),
      },
      {
        id: 'cheat',
        title: say('谁收钱说能办，都是骗人', 'Nobody can sell you a flat'),
        text: say(
          '公租房排队不收钱。有人收钱，请拨 110 或告诉窗口。',
          'The list costs nothing. If somebody asks for money, ring 110 or tell the desk.',
        ),
      },
    ],
    sources: [
      {
        title: say('《公共租赁住房管理办法》（住房和城乡建设部令第11号）', 'Measures for Public Rental Housing (Ministry Order 11)'),
        date: '2012-07-15',
      },
    ],
    ...checked,
  },
}
