import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, noFee, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard, keptWithCase } from './shared-documents.ts'
import { contactPage, remarksPage } from './shared-pages.ts'

const regulations = say('《住房租赁条例》', 'Housing Rental Regulations')

/** Guide, appointment and checklist. The platform keeps no register of tenants: who rents what from whom stays with the housing office. */
export const leaseFiling: CaseService = {
  mode: 'case',
  key: 'leaseFiling',
  version: 1,
  name: say('租房合同备案', 'Filing a lease'),
  summary: say(
    '租房合同要备案，房东来办；房东不办，租客自己也可以办。',
    'Leases are filed by the landlord; if the landlord does not, the tenant may.',
  ),
  department: 'housing',
  domain: 'housing',
  keywords: { 'zh-CN': ['租房', '租赁备案', '合同', '房东', '押金'], en: ['lease', 'rent', 'landlord', 'deposit'] },
  whoMay: { newcomer: { state: 'open', since: '2011-02-01' }, local: { state: 'open', since: '2011-02-01' } },
  eligibility: [
    {
      id: 'written',
      text: say('有写了真名的租房合同', 'There is a lease in the parties’ real names'),
      when: { field: 'contract', equals: 'signed' },
      unsureWhen: { field: 'contract', equals: 'none' },
      law: regulations,
      instead: [
        { text: say('窗口有合同样本，填好双方签字就能备案。', 'The desk has a model lease; once both have signed, it can be filed.') },
        {
          text: say(
            '和房东谈不拢的，可以请两位调解员一起谈。',
            'If you and the landlord cannot agree, two mediators can sit down with you both.',
          ),
          service: 'mediation',
        },
      ],
    },
  ],
  documents: [
    {
      id: 'lease',
      name: say('租房合同', 'Lease'),
      help: say('双方签了真名的。', 'Signed in real names by both sides.'),
      alternatives: [{ id: 'modelLease', name: say('窗口的合同样本，填好签字', 'The desk’s model lease, filled in and signed') }],
      waivable: false,
      handedIn: 'copy',
      keptWhere: say(
        '转租赁管理部门备案，平台办结 180 天后销毁',
        'Goes to the housing office for filing; destroyed here 180 days after the case closes',
      ),
    },
    {
      id: 'title',
      name: say('房子的权属证明', 'Proof of who owns the dwelling'),
      alternatives: [{ id: 'collectiveLetter', name: say('村集体开的房屋证明', 'Letter from the village collective') }],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'role', equals: 'landlord' },
    },
    idCard,
    {
      id: 'authority',
      name: say('房东的委托书', 'Authority from the landlord'),
      alternatives: [],
      waivable: false,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'role', equals: 'agent' },
    },
  ],
  steps: [
    { id: 'file', title: say('提交或约时间到窗口', 'File, or make an appointment'), by: 'resident' },
    { id: 'accept', title: say('服务站看合同', 'The station looks at the lease'), by: 'station', workingDays: 1 },
    { id: 'decide', title: say('租赁组备案', 'The housing office files it'), by: 'department', workingDays: 3 },
    { id: 'collect', title: say('领备案回执', 'Collect the receipt'), by: 'resident' },
  ],
  fee: noFee,
  where: [station, place(['来穗服务中心租赁组', 'Rental Housing Office'], ['榕树路9号', '9 Banyan Road'], '020-0000-0109')],
  channels: everyChannel,
  consents: [],
  nonPersonal: false,
  result: say('一张备案回执，办居住证、孩子上学时用得上', 'A filing receipt, useful for the residence permit and for schooling'),
  related: ['rentalTax', 'residencePermit', 'mediation'],
  promisedWorkingDays: 3,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'who',
        title: say('该谁来办', 'Whose duty it is'),
        text: say(
          '备案是房东的责任，不收钱。房东一直不办的，租客带合同自己来办。',
          'Filing is the landlord’s duty and is free. If the landlord does not file, the tenant may bring the lease and file it.',
        ),
      },
      {
        id: 'deposit',
        title: say('押金要写清楚', 'Write down the deposit'),
        text: say(
          '押多少、什么时候退、什么情况下扣，都写进合同。没有写明的情形，房东不能随便扣。',
          'How much, when it is returned and what may be deducted belong in the lease. What is not written there may not be deducted without good reason.',
        ),
      },
      {
        id: 'privacy',
        title: say('您的信息去哪里', 'Where your details go'),
        text: say(
          '合同只转给租赁管理部门。这里不建租客名册，房东也看不到您的其他办件。',
          'The lease goes to the housing office only. No register of tenants is kept here, and a landlord cannot see your other cases.',
        ),
      },
    ],
    sources: [
      {
        title: say('《住房租赁条例》（2025年9月15日起施行）', 'Housing Rental Regulations, in force from 15 September 2025'),
        date: '2025-09-15',
      },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'filed', outcome: 'granted', text: say('合同齐全，已备案', 'The lease is complete and filed'), law: regulations },
    {
      id: 'noNames',
      outcome: 'refused',
      text: say('合同不是双方真名签的', 'The lease is not signed in real names'),
      law: regulations,
      instead: say(
        '用窗口的样本补签一份就能办；一方不肯签的，可以申请调解。',
        'Sign the desk’s model lease again and it can be filed; if one side refuses, ask for mediation.',
      ),
    },
    {
      id: 'notDwelling',
      outcome: 'refused',
      text: say(
        '厨房、卫生间、阳台、地下储藏室不能单独租来住',
        'Kitchens, bathrooms, balconies and underground stores may not be let to live in',
      ),
      law: regulations,
      instead: say('窗口帮您看公租房和附近的正规出租屋。', 'The desk helps you look at public rental housing and lawful rooms nearby.'),
    },
    {
      id: 'otherDistrict',
      outcome: 'referred',
      text: say('房子在别的街道', 'The dwelling is in another street'),
      instead: say('告诉您那边的窗口和电话，需要时帮您约好。', 'We tell you that desk and number, and make the appointment if you wish.'),
    },
  ],
  form: {
    id: 'leaseFiling',
    version: 1,
    pages: [
      {
        id: 'who',
        title: say('您是哪一位？', 'Which are you?'),
        fields: [
          {
            id: 'role',
            kind: 'choice',
            required: true,
            complete: true,
            options: [
              { value: 'tenant', label: say('租客', 'The tenant') },
              { value: 'landlord', label: say('房东', 'The landlord') },
              { value: 'agent', label: say('受房东委托的人', 'Acting for the landlord') },
            ],
          },
        ],
      },
      {
        id: 'paper',
        title: say('租房合同签了吗？', 'Is there a signed lease?'),
        why: {
          title: say('房东不肯签？', 'The landlord will not sign?'),
          text: say(
            '先选“还没有”。窗口可以打电话给房东说明，也可以安排调解。',
            'Choose “not yet”. The desk can ring the landlord to explain, or arrange mediation.',
          ),
        },
        fields: [
          {
            id: 'contract',
            kind: 'choice',
            required: true,
            options: [
              { value: 'signed', label: say('签了，双方是真名', 'Yes, in real names') },
              { value: 'unsigned', label: say('还没有', 'Not yet') },
            ],
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('照样可以往下填，窗口帮您看一看合同。', 'You can still go on; the desk will look at the paper with you.'),
            },
          },
        ],
      },
      {
        id: 'landlordKnows',
        title: say('房东知道您来备案吗？', 'Does the landlord know you are filing?'),
        help: say('不知道也能办，我们不会替您去说。', 'It can be done either way; we will not tell the landlord for you.'),
        visibleWhen: { field: 'role', equals: 'tenant' },
        fields: [
          {
            id: 'landlordTold',
            kind: 'yesNo',
            none: { label: say('不想说', 'Rather not say'), leadsTo: say('没关系，继续填。', 'That is fine, go on.') },
          },
        ],
      },
      {
        id: 'place',
        title: say('租的房子在哪里？', 'Where is the dwelling?'),
        fields: [{ id: 'dwelling', kind: 'address', required: true, known: 'address', sensitive: true }],
      },
      {
        id: 'term',
        title: say('租期从哪天到哪天？', 'From when until when?'),
        fields: [
          { id: 'from', kind: 'date', required: true, label: say('开始', 'From'), least: '2000-01-01', most: { daysFromToday: 365 } },
          {
            id: 'until',
            kind: 'date',
            label: say('到期（没写就空着）', 'Until (leave empty if not written)'),
            most: { daysFromToday: 7305 },
          },
        ],
      },
      contactPage,
      remarksPage,
    ],
  },
}
