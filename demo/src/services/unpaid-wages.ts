import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard, keptWithCase } from './shared-documents.ts'
import { communityPage, contactPage } from './shared-pages.ts'

const wageRules = say('《保障农民工工资支付条例》', 'Regulations on Ensuring Wage Payment to Migrant Workers')
const arbitration = say('《劳动争议调解仲裁法》第二十七条', 'Labour Dispute Mediation and Arbitration Law, Article 27')

export const unpaidWages: CaseService = {
  mode: 'case',
  key: 'unpaidWages',
  version: 1,
  name: say('被欠工资', 'Unpaid wages'),
  summary: say(
    '帮您理证据、算时限，转劳动监察或仲裁，需要时配免费律师。',
    'Sort the evidence, watch the time limits, go to labour inspection or arbitration, with a free lawyer where needed.',
  ),
  department: 'labour',
  domain: 'labour',
  keywords: { 'zh-CN': ['欠薪', '讨薪', '工资', '老板跑了', '劳动监察', '仲裁'], en: ['wages', 'unpaid', 'employer', 'arbitration'] },
  whoMay: { newcomer: { state: 'open', since: '2004-12-01' }, local: { state: 'open', since: '2004-12-01' } },
  eligibility: [
    {
      id: 'worked',
      text: say('给别人干了活，工资没拿到或没拿够', 'You worked for somebody and were not paid, or not in full'),
      when: { field: 'relation', in: ['employee', 'site', 'casual'] },
      unsureWhen: { field: 'relation', equals: 'none' },
      law: wageRules,
      instead: [
        {
          text: say(
            '合伙、承揽、借款这类钱，走调解或法院，值班律师告诉您怎么走。',
            'Money from a partnership, a job order or a loan goes to mediation or court; the duty lawyer explains.',
          ),
          service: 'legalAid',
        },
        { text: say('愿意坐下来谈的，可以请人调解。', 'If both will talk, ask for mediation.'), service: 'mediation' },
      ],
    },
    {
      id: 'inTime',
      text: say('还在上班，或离开不到一年', 'You still work there, or left less than a year ago'),
      when: { any: [{ field: 'stillThere', equals: true }, { not: { field: 'leftOn', monthsSince: 12 } }] },
      unsureWhen: { field: 'stillThere', equals: 'none' },
      law: arbitration,
      instead: [
        {
          text: say(
            '仲裁一年的时限可能过了，但期间要过钱、对方认过账的，时限重新算；两年内的可以投诉劳动监察；有欠条的可以直接起诉。先让律师看一眼。',
            'The one-year limit for arbitration may be over, but it starts anew if you asked or they admitted the debt; labour inspection takes matters of the last two years; with a written IOU you can go to court. Let a lawyer look first.',
          ),
          service: 'legalAid',
        },
      ],
    },
  ],
  documents: [
    idCard,
    {
      id: 'employerTrace',
      name: say('能说明在谁那里干活的东西', 'Something that shows whom you worked for'),
      help: say('有哪样拿哪样，一样也行。', 'Whatever you have; one is enough.'),
      alternatives: [
        { id: 'labourContract', name: say('劳动合同', 'Contract') },
        { id: 'badge', name: say('工牌、工作服、考勤记录', 'Badge, uniform, attendance') },
        { id: 'payRecord', name: say('以前发工资的转账记录', 'Earlier transfers of wages') },
        { id: 'messages', name: say('和老板、班组长的聊天记录', 'Messages with the boss or foreman') },
        { id: 'witness', name: say('工友作证', 'A workmate’s word') },
      ],
      waivable: true,
      handedIn: 'copy',
      keptWhere: say('转劳动监察，平台办结 180 天后销毁', 'Goes to labour inspection; destroyed here 180 days after the case closes'),
    },
    {
      id: 'iou',
      name: say('欠条、结算单', 'IOU or statement of what is owed'),
      alternatives: [],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'evidence', has: 'iou' },
    },
    {
      id: 'groupList',
      name: say('一起被欠的工友名单和签字', 'Names and signatures of the workmates concerned'),
      alternatives: [],
      waivable: true,
      handedIn: 'original',
      keptWhere: say('转劳动监察', 'Goes to labour inspection'),
      when: { field: 'people', atLeast: 2 },
    },
  ],
  steps: [
    { id: 'file', title: say('说清欠了多少、多久', 'Say how much and for how long'), by: 'resident' },
    {
      id: 'sort',
      title: say('服务站帮您理证据、核时限', 'The station sorts evidence and checks time limits'),
      by: 'station',
      workingDays: 1,
    },
    {
      id: 'inspect',
      title: say('劳动监察受理、调查', 'Labour inspection takes it up'),
      text: say(
        '监察立案后 60 个工作日内查完，情况复杂的可延长 30 个工作日。',
        'Inspection finishes within 60 working days of opening, 30 more in complex cases.',
      ),
      by: 'department',
      workingDays: 15,
    },
    { id: 'way', title: say('拿到钱，或转仲裁、法院、法律援助', 'Paid, or on to arbitration, court and legal aid'), by: 'department' },
  ],
  fee: { cents: 0, text: say('不收费，仲裁也不收费', 'Free, and so is arbitration') },
  where: [station, place(['人社服务所劳动监察窗', 'Labour Office, inspection window'], ['榕树路11号', '11 Banyan Road'], '020-0000-0111')],
  channels: everyChannel,
  consents: [
    {
      purpose: 'wages-employer-call',
      text: say('同意工作人员先打电话给单位，催它付钱。', 'I agree that staff first ring the employer and urge payment.'),
      withoutIt: say(
        '不同意也能办：我们不联系单位，直接转劳动监察。',
        'Without it we do not contact the employer and go straight to inspection.',
      ),
    },
  ],
  nonPersonal: false,
  result: say('工资，或一条写明下一步和期限的路', 'Your wages, or the next step with its time limit'),
  related: ['legalAid', 'mediation', 'socialSecurityEnquiry'],
  promisedWorkingDays: 15,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'limits',
        title: say('三个时限', 'Three time limits'),
        text: say(
          '投诉劳动监察：两年内。申请仲裁：离开单位起一年内；还在上班的，不受一年限制。不服仲裁：收到裁决十五日内起诉。',
          'Inspection: within two years. Arbitration: within one year of leaving; no limit while you still work there. Against an award: sue within fifteen days of receiving it.',
        ),
      },
      {
        id: 'site',
        title: say('工地上的活', 'On building sites'),
        text: say(
          '分包单位拖欠的，施工总承包单位先垫付。找总包、看工地门口的维权告示牌。',
          'If the subcontractor does not pay, the general contractor pays first. Look at the rights board at the site gate.',
        ),
      },
      {
        id: 'evidence',
        title: say('没签合同也有办法', 'No contract'),
        text: say(
          '工牌、转账、聊天、工友作证都算。名册、工资表这些由单位掌管的，单位不拿出来，它承担后果。',
          'Badge, transfers, messages and workmates all count. Rosters and pay sheets are the employer’s to show; if it does not, it bears the consequence.',
        ),
      },
      {
        id: 'threat',
        title: say('有人威胁您', 'If you are threatened'),
        text: say('先拨 110，再告诉我们，当天处理。', 'Ring 110, then tell us; it is dealt with the same day.'),
      },
    ],
    sources: [
      {
        title: say(
          '《保障农民工工资支付条例》（国务院令第724号）',
          'Regulations on Ensuring Wage Payment to Migrant Workers (State Council Order 724)',
        ),
        date: '2020-05-01',
      },
      { title: say('《劳动争议调解仲裁法》', 'Labour Dispute Mediation and Arbitration Law'), date: '2008-05-01' },
      {
        title: say('《劳动保障监察条例》（国务院令第423号）', 'Regulations on Labour Security Inspection (State Council Order 423)'),
        date: '2004-12-01',
      },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'paid', outcome: 'granted', text: say('工资已经拿到', 'The wages have been paid'), law: wageRules },
    { id: 'plan', outcome: 'granted', text: say('双方签了还款计划', 'Both signed a plan of payment') },
    {
      id: 'notLabour',
      outcome: 'refused',
      text: say('不是劳动报酬，监察管不了', 'Not wages, so inspection cannot act'),
      law: say('《劳动保障监察条例》第十一条', 'Regulations on Labour Security Inspection, Article 11'),
      instead: say('可以调解、起诉，值班律师免费看一次材料。', 'Mediation or court; the duty lawyer reads your papers once for free.'),
    },
    {
      id: 'tooOld',
      outcome: 'refused',
      text: say('超过两年，监察不再查', 'Older than two years, inspection no longer acts'),
      law: say('《劳动保障监察条例》第二十条', 'Regulations on Labour Security Inspection, Article 20'),
      instead: say(
        '有欠条的可以起诉；帮您申请法律援助，不查收入。',
        'With an IOU you can sue; we apply for legal aid, without a check of income.',
      ),
    },
    {
      id: 'arbitration',
      outcome: 'referred',
      text: say('双方各说各的，转劳动仲裁', 'Facts are disputed: on to labour arbitration'),
      law: arbitration,
      instead: say('仲裁申请书帮您写好，日期写在回执上。', 'We write the application; the dates are on your receipt.'),
    },
    {
      id: 'otherPlace',
      outcome: 'referred',
      text: say('单位在别的区', 'The employer is in another district'),
      instead: say('材料转过去，对方窗口和电话给您。', 'The papers go there; you get that desk and number.'),
    },
  ],
  form: {
    id: 'unpaidWages',
    version: 1,
    pages: [
      {
        id: 'kind',
        title: say('干的是哪种活？', 'What kind of work was it?'),
        fields: [
          {
            id: 'relation',
            kind: 'choice',
            required: true,
            options: [
              { value: 'employee', label: say('厂里、店里上班', 'In a factory or shop') },
              { value: 'site', label: say('工地上', 'On a building site') },
              { value: 'casual', label: say('临时工、日结、计件', 'Casual, by the day or piece') },
              { value: 'other', label: say('合伙、包活、借出去的钱', 'A partnership, a job order, money lent') },
            ],
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('照样可以往下填，人社服务所打给您问清楚。', 'Go on; the labour office will ring and ask.'),
            },
          },
        ],
      },
      {
        id: 'still',
        title: say('现在还在那里上班吗？', 'Do you still work there?'),
        help: say('时限从离开那天算。', 'Time limits count from the day you left.'),
        fields: [
          {
            id: 'stillThere',
            kind: 'yesNo',
            label: say('还在吗？', 'Still there?'),
            required: true,
            none: {
              label: say('说不清，停工了', 'Not clear, work has stopped'),
              leadsTo: say('没关系，帮您看从哪天算。', 'That is fine; we see from which day it counts.'),
            },
          },
          {
            id: 'leftOn',
            kind: 'date',
            label: say('哪天离开的？', 'When did you leave?'),
            visibleWhen: { field: 'stillThere', equals: false },
            required: true,
            least: '2000-01-01',
            most: { daysFromToday: 0 },
          },
        ],
      },
      {
        id: 'employer',
        title: say('谁欠您的？', 'Who owes you?'),
        help: say('单位名称、招牌、工地名都行。', 'A firm, a shop sign or the name of a site will do.'),
        fields: [
          { id: 'employerName', kind: 'text', label: say('单位或工地', 'Firm or site'), required: true, most: 80 },
          { id: 'employerCode', kind: 'creditCode', label: say('信用代码（知道就写）', 'Credit code, if you know it') },
          { id: 'employerPlace', kind: 'text', label: say('在哪里', 'Where'), most: 80 },
        ],
      },
      {
        id: 'owed',
        title: say('欠了多少、哪几个月？', 'How much, for which months?'),
        help: say('大概也行。', 'Roughly will do.'),
        fields: [
          { id: 'amount', kind: 'money', label: say('金额（元）', 'Amount (yuan)'), required: true, least: 1 },
          {
            id: 'firstMonth',
            kind: 'month',
            label: say('从哪个月', 'From month'),
            required: true,
            least: '2000-01-01',
            most: { daysFromToday: 0 },
          },
          { id: 'lastMonth', kind: 'month', label: say('到哪个月', 'To month'), least: '2000-01-01', most: { daysFromToday: 0 } },
        ],
      },
      {
        id: 'together',
        title: say('几个人一起被欠？', 'How many of you are unpaid?'),
        fields: [{ id: 'people', kind: 'number', required: true, whole: true, least: 1, most: 500, unit: say('人', 'people') }],
      },
      {
        id: 'proof',
        title: say('手上有哪些东西？', 'What do you have?'),
        help: say('没有也能办。', 'It can be done without any.'),
        fields: [
          {
            id: 'evidence',
            kind: 'choices',
            options: [
              { value: 'contract', label: say('合同', 'Contract') },
              { value: 'payRecord', label: say('工资转账记录', 'Wage transfers') },
              { value: 'messages', label: say('聊天记录', 'Messages') },
              { value: 'badge', label: say('工牌、考勤', 'Badge, attendance') },
              { value: 'iou', label: say('欠条、结算单', 'IOU or statement') },
              { value: 'witness', label: say('工友', 'Workmates') },
            ],
            none: {
              label: say('都没有', 'None of these'),
              leadsTo: say('工作人员教您现在还能留下哪些证据。', 'Staff show you what evidence can still be secured.'),
            },
          },
        ],
      },
      communityPage,
      contactPage,
    ],
  },
}
