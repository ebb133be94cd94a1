import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, noFee, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard, keptWithCase } from './shared-documents.ts'
import { contactPage, homePage } from './shared-pages.ts'

export const civilRelief: CaseService = {
  mode: 'case',
  key: 'civilRelief',
  version: 1,
  name: say('临时救助', 'Temporary relief'),
  summary: say(
    '生病、火灾、事故、突然没了收入，一时过不去，可以申请救助。',
    'After illness, fire, an accident or a sudden loss of income, ask for relief.',
  ),
  department: 'civilAffairs',
  domain: 'civilAffairs',
  keywords: { 'zh-CN': ['救助', '低保', '困难', '临时救助', '没钱看病'], en: ['relief', 'hardship', 'low income', 'emergency'] },
  whoMay: {
    newcomer: {
      state: 'openOtherPapers',
      note: say(
        '有居住证就在这里申请；没有居住证又遇到急难的，先救助，再帮您和户口所在地联系。最低生活保障一般在户口所在地申请。',
        'With a residence permit you apply here; in an emergency without one, relief comes first and we then contact your home place. Minimum living allowance is usually applied for where you are registered.',
      ),
      since: '2014-10-03',
    },
    local: { state: 'open', since: '2014-10-03' },
  },
  eligibility: [
    {
      id: 'trouble',
      text: say('遇到突发的事，基本生活有困难', 'Something sudden happened and daily life is hard to manage'),
      when: { field: 'cause', in: ['illness', 'accident', 'fire', 'income', 'schooling'] },
      unsureWhen: { field: 'cause', equals: 'none' },
      law: say('《社会救助暂行办法》第四十七条', 'Provisional Measures on Social Assistance, Article 47'),
      instead: [
        {
          text: say(
            '不是突发、是长期困难的，窗口帮您看低保、特困供养和慈善帮扶。',
            'For lasting hardship the desk looks at the living allowance, support for the destitute and charities with you.',
          ),
        },
      ],
    },
    {
      id: 'lives',
      text: say('户口在这里，或有居住证，或情况紧急', 'Registered here, or with a residence permit, or in an emergency'),
      when: {
        any: [
          { field: 'papers', in: ['household', 'permit'] },
          { field: 'urgent', equals: true },
        ],
      },
      unsureWhen: { all: [{ field: 'papers', equals: 'none' }, { not: { field: 'urgent', equals: true } }] },
      law: say('《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）', 'State Council Notice on Temporary Relief (Guofa 2014/47)'),
      instead: [
        {
          text: say(
            '帮您同时申请居住证；眼前吃住有困难的，当天就可以找值班社工。',
            'We help you apply for the permit at the same time; if food or shelter is lacking, see the duty social worker today.',
          ),
          service: 'residencePermit',
        },
      ],
    },
  ],
  documents: [
    idCard,
    {
      id: 'causeProof',
      name: say('说明遇到了什么事的材料', 'Something that shows what happened'),
      help: say(
        '票据、事故认定、离职证明，有什么拿什么。不用写病名。',
        'Receipts, an accident report, proof of leaving work. No need to name an illness.',
      ),
      alternatives: [
        { id: 'ownStatement', name: say('自己写的说明', 'Your own statement') },
        { id: 'visitNote', name: say('由工作人员上门看', 'Staff come and see') },
      ],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
    },
    {
      id: 'incomeStatement',
      name: say('家里收入的说明', 'Statement of the household’s income'),
      alternatives: [{ id: 'honestStatement', name: say('诚信承诺（当场签）', 'Signed statement, at the desk') }],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { not: { field: 'urgent', equals: true } },
    },
  ],
  steps: [
    { id: 'file', title: say('提交申请', 'File'), by: 'resident' },
    { id: 'visit', title: say('情况紧急的，当天先救助', 'In an emergency, relief the same day'), by: 'station', workingDays: 1 },
    { id: 'check', title: say('社会事务办了解情况', 'The civil affairs office looks into it'), by: 'department', workingDays: 8 },
    { id: 'decide', title: say('决定，讲明理由', 'Decision with reasons'), by: 'department', workingDays: 2 },
  ],
  fee: noFee,
  where: [station, place(['社会事务办', 'Civil Affairs Office'], ['榕树路1号一楼', 'Ground floor, 1 Banyan Road'], '020-0000-0110')],
  channels: everyChannel,
  consents: [
    {
      purpose: 'relief-home-place',
      text: say(
        '同意向户口所在地的民政部门了解我是否已领救助。',
        'I agree that the civil affairs office of my home place is asked whether I already receive relief.',
      ),
      withoutIt: say('不同意也能办：由您写一份承诺代替。', 'Without it, your own signed statement takes its place.'),
    },
  ],
  nonPersonal: false,
  result: say('救助金、实物或转介服务，和一份写明理由的决定', 'Money, goods or a referral, and a decision with reasons'),
  related: ['legalAid', 'publicRentalHousing', 'employment'],
  promisedWorkingDays: 10,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'kinds',
        title: say('救助有哪几种', 'What relief can be'),
        text: say(
          '发钱、发东西、帮着转到医疗、教育、住房救助或慈善机构。金额按当年公布的标准和实际困难定。',
          'Money, goods, or a way to medical, school or housing assistance or a charity. Amounts follow the published standard and the actual need.',
        ),
      },
      {
        id: 'dignity',
        title: say('谁会知道', 'Who will know'),
        text: say(
          '只有经办的人看得到。需要公示时，只写姓氏和金额，先跟您说。',
          'Only those working on it. Where the law asks for notice, only the surname and amount are shown, and you are told first.',
        ),
      },
      {
        id: 'now',
        title: say('今晚没处住、没饭吃', 'No bed or food tonight'),
        text: say('拨 12345 或到救助管理站，不用等申请批下来。', 'Ring 12345 or go to the shelter; no need to wait for a decision.'),
      },
    ],
    sources: [
      {
        title: say('《社会救助暂行办法》（国务院令第649号）', 'Provisional Measures on Social Assistance (State Council Order 649)'),
        date: '2014-05-01',
      },
      {
        title: say(
          '《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）',
          'State Council Notice on Temporary Relief (Guofa 2014/47)',
        ),
        date: '2014-10-03',
      },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'relieved', outcome: 'granted', text: say('符合条件，给予救助', 'Conditions met, relief given') },
    { id: 'urgentRelieved', outcome: 'granted', text: say('情况紧急，已先行救助', 'Emergency relief was given at once') },
    {
      id: 'notHardship',
      outcome: 'refused',
      text: say('家里的情况还没到救助标准', 'The household’s means are above the standard'),
      law: say('《社会救助暂行办法》第四十七条', 'Provisional Measures on Social Assistance, Article 47'),
      instead: say(
        '可以申请复核；窗口帮您联系慈善和工会帮扶。',
        'You may ask for a review; the desk contacts charities and the union for you.',
      ),
    },
    {
      id: 'homePlace',
      outcome: 'referred',
      text: say('这一项要在户口所在地申请', 'This kind is applied for at the place of registration'),
      instead: say('我们打电话帮您问清楚，能代寄的代寄。', 'We ring and find out for you, and send what can be sent.'),
    },
  ],
  form: {
    id: 'civilRelief',
    version: 1,
    pages: [
      {
        id: 'urgency',
        title: say('眼下吃住有困难吗？', 'Is food or shelter lacking right now?'),
        fields: [
          {
            id: 'urgent',
            kind: 'yesNo',
            required: true,
            none: {
              label: say('不好说', 'Hard to say'),
              leadsTo: say('提交以后，值班社工当天联系您。', 'The duty social worker contacts you the same day.'),
            },
          },
        ],
      },
      {
        id: 'what',
        title: say('遇到了什么事？', 'What happened?'),
        fields: [
          {
            id: 'cause',
            kind: 'choice',
            label: say('哪一类', 'Which kind?'),
            required: true,
            options: [
              { value: 'illness', label: say('家里有人生病', 'Illness in the family') },
              { value: 'accident', label: say('意外、事故', 'An accident') },
              { value: 'fire', label: say('火灾、水浸', 'Fire or flood') },
              { value: 'income', label: say('突然没了收入', 'Income suddenly gone') },
              { value: 'schooling', label: say('孩子读书的开销', 'School costs') },
            ],
            none: {
              label: say('都不是，或不想在这里说', 'None of these, or rather not say here'),
              leadsTo: say('可以继续，见面再说。', 'Go on; you can say it in person.'),
            },
          },
          {
            id: 'words',
            kind: 'longText',
            label: say('想写几句就写几句（不用写病名）', 'A few words if you wish (no need to name an illness)'),
            most: 1000,
            sensitive: true,
          },
        ],
      },
      {
        id: 'standing',
        title: say('您有下面哪一样？', 'Which of these do you have?'),
        fields: [
          {
            id: 'papers',
            kind: 'choice',
            required: true,
            options: [
              { value: 'household', label: say('户口在这里', 'Registered here') },
              { value: 'permit', label: say('居住证', 'A residence permit') },
            ],
            none: {
              label: say('都没有，或说不清', 'None, or not sure'),
              leadsTo: say('急难的先救助，手续后补。', 'In an emergency relief comes first, papers later.'),
              service: 'residencePermit',
            },
          },
        ],
      },
      {
        id: 'household',
        title: say('家里一起吃住的有几口人？', 'How many live together as a household?'),
        fields: [{ id: 'people', kind: 'number', required: true, whole: true, least: 1, most: 20, unit: say('人', 'people') }],
      },
      homePage(say('要上门了解时用，不另作登记。', 'For a visit if one is needed; not entered anywhere else.')),
      contactPage,
    ],
  },
}
