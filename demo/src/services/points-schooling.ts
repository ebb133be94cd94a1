import type { GuideService } from '@ronghe/forms'
import { checked, everyChannel, noFee, place, station } from './places.ts'
import { say } from './say.ts'

export const pointsSchooling: GuideService = {
  mode: 'guide',
  key: 'pointsSchooling',
  version: 1,
  name: say('积分入学指引', 'Points-based schooling: guide'),
  summary: say(
    '孩子要在这里上公办小学、初中，看看怎么走、什么时候、要攒哪些材料。',
    'How a child gets into a public primary or middle school here: when, how, and which papers to collect.',
  ),
  department: 'education',
  domain: 'education',
  keywords: { 'zh-CN': ['上学', '积分入学', '小学', '初中', '学位', '随迁子女'], en: ['school', 'points', 'primary', 'places'] },
  whoMay: {
    newcomer: { state: 'openOtherPapers', note: say('凭居住证和积分申请。', 'With a residence permit and points.'), since: '2016-01-01' },
    local: {
      state: 'openOtherPapers',
      note: say('按户口和住址划片入学，不用积分。', 'By household registration and catchment, without points.'),
      since: '2016-01-01',
    },
  },
  eligibility: [
    {
      id: 'permit',
      text: say('家长有有效的居住证', 'A parent has a valid residence permit'),
      when: { field: 'permit', equals: true },
      unsureWhen: { field: 'permit', equals: 'none' },
      law: say('《居住证暂行条例》第十二条', 'Provisional Regulations on Residence Permits, Article 12'),
      instead: [
        { text: say('先办居住证，签注别过期。', 'Get the permit first, and keep its endorsement current.'), service: 'residencePermit' },
      ],
    },
    {
      id: 'grade',
      text: say('孩子今年升小学一年级或初中一年级', 'The child starts primary one or middle one this year'),
      when: { field: 'grade', in: ['primary', 'middle'] },
      unsureWhen: { field: 'grade', equals: 'none' },
      law: say('《义务教育法》第十一条、第十二条', 'Compulsory Education Law, Articles 11 and 12'),
      instead: [
        {
          text: say(
            '中途转来的叫插班，由学校有没有空位决定，窗口帮您问附近的学校；民办学校也招。',
            'Joining midway depends on free places; the desk asks nearby schools. Private schools also take pupils.',
          ),
        },
      ],
    },
  ],
  documents: [
    {
      id: 'permitCard',
      name: say('家长的居住证', 'Parent’s residence permit'),
      alternatives: [],
      waivable: false,
      handedIn: 'copy',
      keptWhere: say('交教育部门，这里不收', 'Goes to the education authority; nothing is collected here'),
    },
    {
      id: 'householdBook',
      name: say('户口簿（家长和孩子）', 'Household register of parent and child'),
      alternatives: [{ id: 'birthCertificate', name: say('不在一本户口簿上的，出生证', 'Birth certificate, if not in the same register') }],
      waivable: false,
      handedIn: 'copy',
      keptWhere: say('交教育部门，这里不收', 'Goes to the education authority; nothing is collected here'),
    },
    {
      id: 'housing',
      name: say('住处证明', 'Proof of where you live'),
      alternatives: [{ id: 'filingReceipt', name: say('租赁备案回执', 'Lease filing receipt') }],
      waivable: false,
      handedIn: 'copy',
      keptWhere: say('交教育部门，这里不收', 'Goes to the education authority; nothing is collected here'),
    },
    {
      id: 'insurance',
      name: say('社保缴费记录', 'Insurance record'),
      alternatives: [],
      waivable: true,
      handedIn: 'copy',
      keptWhere: say('交教育部门，这里不收', 'Goes to the education authority; nothing is collected here'),
      when: { field: 'insured', equals: true },
    },
    {
      id: 'vaccination',
      name: say('预防接种证', 'Vaccination record'),
      alternatives: [],
      waivable: true,
      handedIn: 'seen',
      keptWhere: say('给学校看', 'Shown to the school'),
    },
  ],
  steps: [
    {
      id: 'prepare',
      title: say('前一年：续好居住证，备案租房合同，交社保', 'The year before: keep permit, lease filing and insurance current'),
      by: 'resident',
    },
    { id: 'notice', title: say('开春后：看本区当年的通知', 'In spring: read the district’s notice of the year'), by: 'resident' },
    { id: 'apply', title: say('按通知的日子网上申请、选学校', 'Apply online and choose schools on the days given'), by: 'resident' },
    { id: 'points', title: say('教育部门核积分、公示', 'The authority checks points and publishes them'), by: 'department' },
    { id: 'place', title: say('按积分排，派学位', 'Places are given in order of points'), by: 'department' },
  ],
  fee: noFee,
  where: [station, place(['教育指导中心', 'Education Centre'], ['榕树路17号', '17 Banyan Road'], '020-0000-0117')],
  channels: everyChannel,
  consents: [],
  nonPersonal: false,
  result: say('清楚知道差哪一样、哪天该做什么', 'You know what is missing and what to do when'),
  related: ['residencePermit', 'leaseFiling', 'socialSecurityEnquiry'],
  questions: {
    id: 'pointsSchoolingQuestions',
    version: 1,
    pages: [
      {
        id: 'permitPage',
        title: say('家长有居住证，签注没过期吗？', 'Does a parent have a permit with a current endorsement?'),
        fields: [
          {
            id: 'permit',
            kind: 'yesNo',
            required: true,
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('带证到窗口，一看就知道。', 'Bring it to the desk; they can tell at once.'),
              service: 'residencePermit',
            },
          },
        ],
      },
      {
        id: 'gradePage',
        title: say('孩子今年升几年级？', 'Which grade does the child start this year?'),
        fields: [
          {
            id: 'grade',
            kind: 'choice',
            required: true,
            options: [
              { value: 'primary', label: say('小学一年级', 'Primary one') },
              { value: 'middle', label: say('初中一年级', 'Middle one') },
              { value: 'other', label: say('别的年级', 'Another grade') },
            ],
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('当年 8 月 31 日前满 6 周岁的，升小学一年级。', 'A child who turns six by 31 August starts primary one.'),
            },
          },
        ],
      },
      {
        id: 'insurancePage',
        title: say('家长在广州交社保吗？', 'Does a parent pay insurance in Guangzhou?'),
        help: say('没交也能申请，只是少这一项分。', 'Without it you can still apply; only those points are missing.'),
        fields: [
          {
            id: 'insured',
            kind: 'yesNo',
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('可以先查一下。', 'Look it up first.'),
              service: 'socialSecurityEnquiry',
            },
          },
        ],
      },
    ],
  },
  guide: {
    sections: [
      {
        id: 'yearly',
        title: say('规则一年一定', 'The rules are set every year'),
        text: say(
          '哪些项目加分、加多少、哪天报名，由区里每年公布。这里不写分数，只写不会变的准备；当年的通知出来，站里会贴出来并更新本页。',
          'What counts, how much and the dates are published by the district each year. No points are given here, only the preparation that does not change; when the notice is out, the station posts it and updates this page.',
        ),
      },
      {
        id: 'early',
        title: say('现在就能做的三件事', 'Three things to do now'),
        text: say(
          '一、居住证按时签注，年限不断；二、租房合同备案；三、社保按月交。这三样补不回来。',
          'One, endorse the permit on time so that the years are unbroken; two, file the lease; three, pay insurance every month. None of these can be made up later.',
        ),
      },
      {
        id: 'noplace',
        title: say('没排上怎么办', 'If there is no place'),
        text: say(
          '可以等补录，也可以上民办学校，区里有补贴名额时会公布。任何孩子都有上学的权利，没着落的，站里陪您去找教育部门。',
          'Wait for later rounds, or a private school; subsidised places are announced. Every child has a right to schooling: if nothing works, the station goes to the authority with you.',
        ),
      },
    ],
    sources: [
      { title: say('《义务教育法》', 'Compulsory Education Law'), date: '2018-12-29' },
      { title: say('《居住证暂行条例》第十二条', 'Provisional Regulations on Residence Permits, Article 12'), date: '2016-01-01' },
    ],
    ...checked,
  },
}
