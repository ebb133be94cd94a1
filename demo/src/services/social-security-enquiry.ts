import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, noFee, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard } from './shared-documents.ts'
import { communityPage, contactPage } from './shared-pages.ts'

export const socialSecurityEnquiry: CaseService = {
  mode: 'case',
  key: 'socialSecurityEnquiry',
  version: 1,
  name: say('社保查询和转移', 'Social insurance: enquiry and transfer'),
  summary: say(
    '查交了几年、交在哪里，单位没交怎么办，回老家或换城市怎么转。',
    'See how many years are paid and where, what to do when the employer did not pay, and how to move it to another place.',
  ),
  department: 'labour',
  domain: 'socialSecurity',
  keywords: { 'zh-CN': ['社保', '养老', '缴费', '转移', '洪湖社保', '社保卡'], en: ['insurance', 'pension', 'transfer', 'contributions'] },
  whoMay: { newcomer: { state: 'open', since: '2011-07-01' }, local: { state: 'open', since: '2011-07-01' } },
  eligibility: [],
  documents: [
    idCard,
    {
      id: 'workProof',
      name: say('上班的凭据', 'Evidence of the work'),
      help: say('合同、工资条、打卡记录都行。', 'Contract, pay slips, attendance records.'),
      alternatives: [],
      waivable: true,
      handedIn: 'seen',
      keptWhere: say('看过就还', 'Looked at and handed back'),
      when: { field: 'wants', has: 'unpaid' },
    },
    {
      id: 'agentAuthority',
      name: say('委托书', 'Authority'),
      alternatives: [],
      waivable: false,
      handedIn: 'seen',
      keptWhere: say('看过就还', 'Looked at and handed back'),
      when: { field: 'whose', equals: 'relative' },
    },
  ],
  steps: [
    { id: 'file', title: say('说说要查什么', 'Say what you want to know'), by: 'resident' },
    { id: 'enquire', title: say('人社服务所查好', 'The labour office looks it up'), by: 'department', workingDays: 3 },
    { id: 'explain', title: say('打印给您，一行行讲清楚', 'Printed for you and explained line by line'), by: 'station', workingDays: 1 },
  ],
  fee: noFee,
  where: [station, place(['人社服务所', 'Labour and Social Security Office'], ['榕树路11号', '11 Banyan Road'], '020-0000-0111')],
  channels: everyChannel,
  consents: [
    {
      purpose: 'social-security-elsewhere',
      text: say(
        '同意服务站代我向老家的社保机构打听缴费记录。',
        'I agree that the station asks the insurance office at home about my contributions.',
      ),
      withoutIt: say(
        '不同意也能办：广州的照查；老家的，把电话和要问的话写给您，您自己打。',
        'Without it we look up Guangzhou all the same; for home you get the number and what to ask.',
      ),
    },
  ],
  nonPersonal: false,
  result: say('一份缴费记录和一张“接下来怎么办”', 'Your contribution record and a note of what to do next'),
  related: ['honghuReimbursement', 'unpaidWages', 'pointsHousehold'],
  promisedWorkingDays: 3,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'self',
        title: say('自己也能查', 'You can look yourself'),
        text: say(
          '电子社保卡、12333 电话、自助机都可以，全部免费。',
          'The electronic social security card, the 12333 line and self-service machines, all free.',
        ),
      },
      {
        id: 'unpaid',
        title: say('单位没给交', 'The employer did not pay'),
        text: say(
          '单位应当自用工之日起三十日内办社保登记。没交可以投诉，带上能证明在那里上班的东西。',
          'An employer must register you within thirty days of starting. If not, complain, with anything that shows you worked there.',
        ),
      },
      {
        id: 'move',
        title: say('换城市、回老家', 'Moving on or going home'),
        text: say(
          '养老保险可以跨省转，年限合并算。网上就能申请，不用两头跑。',
          'Pension insurance moves between provinces and the years add up. Apply online; no need to go to both places.',
        ),
      },
    ],
    sources: [
      { title: say('《社会保险法》', 'Social Insurance Law'), date: '2018-12-29' },
      { title: say('《社会保险经办条例》', 'Regulations on the Handling of Social Insurance'), date: '2023-12-01' },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'answered', outcome: 'granted', text: say('查到了，已讲清楚', 'Found and explained') },
    { id: 'transferStarted', outcome: 'granted', text: say('转移已经办上', 'The transfer is under way') },
    {
      id: 'noRecord',
      outcome: 'refused',
      text: say('没有查到缴费记录', 'No contributions found'),
      law: say('《社会保险法》第七十四条', 'Social Insurance Law, Article 74'),
      instead: say(
        '该单位交而没交的，可以投诉追缴，窗口帮您写。',
        'If an employer should have paid, complain and have it collected; the desk helps you write.',
      ),
    },
    {
      id: 'homeOffice',
      outcome: 'referred',
      text: say('记录在老家，那边要本人问', 'The record is at home and only you may ask'),
      instead: say('电话、要报的信息和网上入口打印给您。', 'We print the number, what to say and the online way.'),
    },
  ],
  form: {
    id: 'socialSecurityEnquiry',
    version: 1,
    pages: [
      {
        id: 'matter',
        title: say('想查什么？', 'What would you like to know?'),
        fields: [
          {
            id: 'wants',
            kind: 'choices',
            required: true,
            options: [
              { value: 'years', label: say('交了多少年', 'How many years are paid') },
              { value: 'transfer', label: say('怎么转走或转来', 'How to move it') },
              { value: 'unpaid', label: say('单位没给交', 'The employer did not pay') },
              { value: 'card', label: say('社保卡', 'The card') },
              { value: 'pension', label: say('什么时候能领养老金', 'When the pension starts') },
            ],
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('带社保卡到窗口，从头帮您看一遍。', 'Bring the card and the desk goes through it with you.'),
            },
          },
        ],
      },
      {
        id: 'whosePage',
        title: say('查谁的？', 'Whose insurance?'),
        fields: [
          {
            id: 'whose',
            kind: 'choice',
            required: true,
            complete: true,
            options: [
              { value: 'self', label: say('我自己的', 'Mine') },
              { value: 'relative', label: say('替家人查', 'A relative’s') },
            ],
          },
        ],
      },
      {
        id: 'places',
        title: say('在哪些地方交过？', 'Where was it paid?'),
        help: say('记得几个写几个。', 'As many as you remember.'),
        repeat: { least: 0, most: 6, itemTitle: say('地方', 'Place') },
        fields: [
          { id: 'city', kind: 'text', label: say('城市', 'City'), required: true, most: 30 },
          { id: 'fromYear', kind: 'number', label: say('从哪年', 'From (year)'), whole: true, least: 1980, most: 2030 },
        ],
      },
      communityPage,
      contactPage,
    ],
  },
}
