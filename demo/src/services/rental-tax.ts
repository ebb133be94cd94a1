import type { CaseService } from '@ronghe/forms'
import { checked, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard, keptWithCase } from './shared-documents.ts'
import { contactPage, remarksPage } from './shared-pages.ts'

/** An appointment with the papers in order. What is owed is worked out by the tax office from its rules of the day, never here. */
export const rentalTax: CaseService = {
  mode: 'case',
  key: 'rentalTax',
  version: 1,
  name: say('出租屋税费代征', 'Rental tax'),
  summary: say('把房子租出去的，在服务站就能申报缴税、开发票。', 'If you let a dwelling, declare, pay and get the invoice at the station.'),
  department: 'tax',
  domain: 'tax',
  keywords: { 'zh-CN': ['出租屋', '税', '代征', '发票', '房东'], en: ['rental tax', 'invoice', 'landlord'] },
  whoMay: { newcomer: { state: 'open', since: '2013-07-01' }, local: { state: 'open', since: '2013-07-01' } },
  eligibility: [
    {
      id: 'private',
      text: say('房子是个人的，不是公司的', 'The dwelling belongs to a person, not a company'),
      when: { field: 'owner', equals: 'person' },
      unsureWhen: { field: 'owner', equals: 'none' },
      law: say('《委托代征管理办法》', 'Measures for Entrusted Tax Collection'),
      instead: [
        { text: say('公司的房子由公司向主管税务机关申报，可拨 12366 问清楚。', 'A company declares to its own tax office; ask at 12366.') },
      ],
    },
  ],
  documents: [
    idCard,
    {
      id: 'lease',
      name: say('租房合同', 'Lease'),
      alternatives: [{ id: 'filingReceipt', name: say('租赁备案回执', 'Filing receipt of the lease') }],
      waivable: false,
      handedIn: 'copy',
      keptWhere: say('交税务代征点，平台办结 180 天后销毁', 'Goes to the tax point; destroyed here 180 days after the case closes'),
    },
    {
      id: 'title',
      name: say('房子的权属证明', 'Proof of ownership'),
      alternatives: [{ id: 'collectiveLetter', name: say('村集体开的房屋证明', 'Letter from the village collective') }],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'what', equals: 'first' },
    },
    {
      id: 'authority',
      name: say('房东的委托书', 'Authority from the owner'),
      alternatives: [],
      waivable: false,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'role', equals: 'agent' },
    },
    {
      id: 'buyerDetails',
      name: say('开票方的名称和税号', 'Name and tax number for the invoice'),
      alternatives: [],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'invoice', equals: true },
    },
  ],
  steps: [
    { id: 'file', title: say('预约', 'Make an appointment'), by: 'resident' },
    { id: 'accept', title: say('服务站核对材料', 'The station checks the papers'), by: 'station', workingDays: 1 },
    {
      id: 'decide',
      title: say('代征点算税、收税、开票', 'The tax point assesses, collects and issues the invoice'),
      by: 'department',
      workingDays: 1,
    },
  ],
  fee: {
    cents: 0,
    text: say(
      '代办不收费。税额由税务部门按当天有效的规定计算，当面告诉您怎么算的',
      'The service is free. The tax is worked out by the tax office under the rules of the day, and explained to you',
    ),
  },
  where: [station, place(['税务代征点', 'Tax Collection Point'], ['榕树路3号一楼4号窗', 'Window 4, 3 Banyan Road'], '020-0000-0104')],
  channels: ['phone', 'desk', 'paper', 'onBehalf', 'appointment'],
  consents: [],
  nonPersonal: false,
  result: say('完税凭证，需要时有发票', 'Proof of payment, and an invoice if you need one'),
  related: ['leaseFiling'],
  promisedWorkingDays: 1,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'rates',
        title: say('要交多少', 'How much'),
        text: say(
          '税率和优惠会变，这里不写数字。带上合同，代征点当面按当天的规定算给您看，也可以先拨 12366 问。',
          'Rates and reliefs change, so no figures are given here. Bring the lease and the tax point works it out in front of you, or ask 12366 first.',
        ),
      },
      {
        id: 'tenant',
        title: say('租客要交吗', 'Does the tenant pay?'),
        text: say(
          '纳税的是出租的人。合同里怎么分担，由双方商量写明。',
          'The person letting pays. Any sharing is for the two sides to agree in the lease.',
        ),
      },
    ],
    sources: [
      { title: say('《税收征收管理法》', 'Tax Collection Administration Law'), date: '2015-04-24' },
      {
        title: say(
          '《委托代征管理办法》（国家税务总局公告2013年第24号）',
          'Measures for Entrusted Tax Collection (State Taxation Administration Notice 24/2013)',
        ),
        date: '2013-07-01',
      },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'paid', outcome: 'granted', text: say('已申报缴纳', 'Declared and paid') },
    { id: 'nothingDue', outcome: 'granted', text: say('按现行规定不用缴', 'Nothing is due under the present rules') },
    {
      id: 'papersDiffer',
      outcome: 'refused',
      text: say('合同和权属证明对不上', 'The lease and the proof of ownership do not match'),
      instead: say(
        '补一份说明或委托书就能办，原来的材料不用再交。',
        'A statement or authority is enough; the rest need not be handed in again.',
      ),
    },
    {
      id: 'company',
      outcome: 'referred',
      text: say('公司的房子，归主管税务机关', 'A company’s dwelling belongs to its own tax office'),
      instead: say('告诉您是哪个税务所，材料还给您。', 'We tell you which office and hand the papers back.'),
    },
  ],
  form: {
    id: 'rentalTax',
    version: 1,
    pages: [
      {
        id: 'matter',
        title: say('来办哪一样？', 'What is it about?'),
        fields: [
          {
            id: 'what',
            kind: 'choice',
            required: true,
            options: [
              { value: 'first', label: say('第一次申报', 'First declaration') },
              { value: 'next', label: say('继续申报', 'A further declaration') },
              { value: 'ended', label: say('不再出租了', 'No longer letting') },
            ],
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('先约个时间，窗口帮您看要办哪一样。', 'Make an appointment; the desk will see which it is.'),
            },
          },
        ],
      },
      {
        id: 'who',
        title: say('您是房东本人吗？', 'Are you the owner?'),
        fields: [
          {
            id: 'role',
            kind: 'choice',
            required: true,
            complete: true,
            options: [
              { value: 'owner', label: say('是房东', 'Yes') },
              { value: 'agent', label: say('替房东来办', 'I act for the owner') },
            ],
          },
        ],
      },
      {
        id: 'property',
        title: say('房子是谁的？', 'Whose is the dwelling?'),
        fields: [
          {
            id: 'owner',
            kind: 'choice',
            required: true,
            options: [
              { value: 'person', label: say('个人的', 'A person’s') },
              { value: 'company', label: say('公司的', 'A company’s') },
            ],
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('带上房产证或村里的证明，窗口看了就知道。', 'Bring the title or the village’s letter; the desk can tell.'),
            },
          },
        ],
      },
      {
        id: 'companyCode',
        title: say('公司的信用代码是多少？', 'What is the company’s credit code?'),
        help: say('营业执照上有 18 位。不知道可以空着。', 'Eighteen characters on the licence. Leave it empty if you do not know.'),
        visibleWhen: { field: 'owner', equals: 'company' },
        fields: [{ id: 'creditCode', kind: 'creditCode' }],
      },
      {
        id: 'place',
        title: say('房子在哪个社区？', 'Which community is it in?'),
        fields: [{ id: 'dwelling', kind: 'address', coarse: true, required: true, known: 'community' }],
      },
      {
        id: 'bill',
        title: say('要开发票吗？', 'Do you need an invoice?'),
        fields: [
          {
            id: 'invoice',
            kind: 'yesNo',
            none: { label: say('还不知道', 'Do not know yet'), leadsTo: say('到时候跟窗口说就行。', 'Tell the desk when you come.') },
          },
        ],
      },
      contactPage,
      remarksPage,
    ],
  },
}
