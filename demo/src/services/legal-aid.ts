import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, noFee, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard, keptWithCase } from './shared-documents.ts'
import { communityPage, contactPage } from './shared-pages.ts'

const law = (article: string, number: string) => say(`《法律援助法》${article}`, `Legal Aid Law, Article ${number}`)

export const legalAid: CaseService = {
  mode: 'case',
  key: 'legalAid',
  version: 1,
  name: say('法律援助', 'Legal aid'),
  summary: say(
    '打官司、仲裁请不起律师，可以申请免费的。追讨工资和工伤赔偿不查收入。',
    'If you cannot pay for a lawyer, ask for one free of charge. Wages and work injury need no proof of income.',
  ),
  department: 'justice',
  domain: 'justice',
  keywords: {
    'zh-CN': ['律师', '法律援助', '打官司', '仲裁', '工伤', '欠薪', '家暴'],
    en: ['lawyer', 'legal aid', 'court', 'arbitration', 'injury', 'wages', 'violence'],
  },
  whoMay: { newcomer: { state: 'open', since: '2003-09-01' }, local: { state: 'open', since: '2003-09-01' } },
  eligibility: [
    {
      id: 'matter',
      text: say('要办的事在法律援助范围里', 'The matter is one legal aid covers'),
      when: { field: 'matter', in: ['wages', 'injury', 'traffic', 'support', 'benefits', 'violence', 'medical'] },
      unsureWhen: { field: 'matter', equals: 'none' },
      law: law('第三十一条、第三十二条', '31 and 32'),
      instead: [
        {
          text: say(
            '先免费咨询：拨 12348，或约司法所值班律师。',
            'Free advice first: ring 12348 or see the duty lawyer at the justice office.',
          ),
        },
        { text: say('邻里之间的事，可以先请人调解。', 'Between neighbours, try mediation first.'), service: 'mediation' },
      ],
    },
    {
      id: 'means',
      text: say('经济困难，或属于不查收入的情形', 'Little money, or a matter where income is not checked'),
      when: {
        any: [
          { field: 'matter', in: ['wages', 'injury', 'violence'] },
          { field: 'means', in: ['low', 'relief', 'noSteady'] },
        ],
      },
      unsureWhen: { field: 'means', equals: 'none' },
      law: law('第四十一条、第四十二条', '41 and 42'),
      instead: [
        {
          text: say(
            '照样可以提交，写一份个人诚信承诺，由司法所判断。也可以先拨 12348 咨询。',
            'You can still file with a signed statement and the justice office decides. Or ask 12348 first.',
          ),
        },
      ],
    },
  ],
  documents: [
    idCard,
    {
      id: 'caseFacts',
      name: say('和这件事有关的材料', 'Papers about the matter'),
      help: say('合同、工资条、聊天记录、事故认定书，有什么拿什么。', 'Contract, pay slips, messages, accident report: whatever you have.'),
      alternatives: [{ id: 'toldInWords', name: say('没有材料，口述由工作人员记下来', 'No papers: tell it and staff write it down') }],
      waivable: true,
      handedIn: 'copy',
      keptWhere: say('转司法所，平台办结 180 天后销毁', 'Goes to the justice office; destroyed here 180 days after the case closes'),
    },
    {
      id: 'hardship',
      name: say('经济困难说明', 'Statement of means'),
      alternatives: [
        { id: 'honestStatement', name: say('个人诚信承诺（当场签）', 'Signed statement, at the desk') },
        { id: 'reliefCard', name: say('低保、特困等证件', 'Card for low income or hardship') },
      ],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { not: { field: 'matter', in: ['wages', 'injury', 'violence'] } },
    },
  ],
  steps: [
    { id: 'file', title: say('提交申请', 'File'), by: 'resident' },
    {
      id: 'accept',
      title: say('服务站看一遍，当天转司法所', 'The station reads it and sends it on the same day'),
      by: 'station',
      workingDays: 1,
    },
    {
      id: 'decide',
      title: say('法律援助机构审查', 'The legal aid office decides'),
      text: say(
        '法律给的期限是七日；紧急的可以先援助、后补手续。',
        'The law allows seven days; in urgent cases aid starts first and papers follow.',
      ),
      by: 'department',
      workingDays: 5,
    },
    { id: 'lawyer', title: say('指派律师，联系您', 'A lawyer is named and contacts you'), by: 'department', workingDays: 3 },
  ],
  fee: noFee,
  where: [station, place(['司法所', 'Justice Office'], ['榕树路7号', '7 Banyan Road'], '020-0000-0107')],
  channels: everyChannel,
  consents: [],
  nonPersonal: false,
  result: say('是否援助的书面决定；同意的，有一位免费律师', 'A written decision; if yes, a lawyer at no cost'),
  related: ['unpaidWages', 'mediation'],
  promisedWorkingDays: 5,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'noCheck',
        title: say('哪些不查收入', 'Where income is not checked'),
        text: say(
          '进城务工的人追讨劳动报酬、请求工伤赔偿；无固定生活来源的未成年人、老人、残疾人；低保等救助对象。受虐待、遗弃、家暴要维权的，不受经济条件限制。',
          'Migrant workers claiming wages or work-injury compensation; minors, older and disabled people without steady income; people on relief. Victims of abuse, abandonment or violence at home are not asked about money at all.',
        ),
      },
      {
        id: 'where',
        title: say('户口不在这里也能申请吗', 'Without local registration?'),
        text: say(
          '能。看的是事情发生在哪里、在哪里处理，不看户口。',
          'Yes. What counts is where it happened or is dealt with, not where you are registered.',
        ),
      },
      {
        id: 'disagree',
        title: say('不同意决定怎么办', 'If you disagree'),
        text: say('可以向司法行政机关提异议，五日内给答复。', 'Object to the judicial administration; it answers within five days.'),
      },
      {
        id: 'danger',
        title: say('家里有人打人', 'Violence at home'),
        text: say(
          '现在有危险，先拨 110。可以向法院申请人身安全保护令，司法所帮您写。',
          'In danger now, ring 110. A court can issue a protection order; the justice office helps you write for it.',
        ),
      },
    ],
    sources: [{ title: say('《中华人民共和国法律援助法》', 'Legal Aid Law of the People’s Republic of China'), date: '2022-01-01' }],
    ...checked,
  },
  decisionReasons: [
    { id: 'aided', outcome: 'granted', text: say('符合条件，指派律师', 'Conditions met, a lawyer is named'), law: law('第四十三条', '43') },
    {
      id: 'outside',
      outcome: 'refused',
      text: say('不在法律援助范围里', 'Not a matter legal aid covers'),
      law: law('第三十一条', '31'),
      instead: say(
        '值班律师免费咨询一次；对决定有异议，可以向司法行政机关提出，五日内答复。',
        'One free talk with the duty lawyer; objections go to the judicial administration, answered in five days.',
      ),
    },
    {
      id: 'means',
      outcome: 'refused',
      text: say('经济条件超过标准，又不属于不查收入的情形', 'Means above the line, and not a matter where they are not checked'),
      law: law('第三十四条', '34'),
      instead: say('可以异议；也可以拨 12348 问收费低的法律服务。', 'You may object, or ask 12348 about low-cost legal services.'),
    },
    {
      id: 'elsewhere',
      outcome: 'referred',
      text: say('该由别处的法律援助机构办', 'Another legal aid office is responsible'),
      law: law('第三十八条', '38'),
      instead: say('申请由我们转过去，告诉您那边的电话。', 'We send your application on and give you that number.'),
    },
  ],
  form: {
    id: 'legalAid',
    version: 1,
    pages: [
      {
        id: 'danger',
        title: say('现在有危险吗？', 'Are you in danger now?'),
        fields: [
          {
            id: 'dangerNote',
            kind: 'notice',
            label: say(
              '有人正在伤害您，先拨 110；受伤了拨 120。接通以后再回来填，写的不会丢。',
              'If someone is hurting you, ring 110; if injured, 120. What you write here will still be here.',
            ),
          },
        ],
      },
      {
        id: 'about',
        title: say('遇到的是哪一类事？', 'What is it about?'),
        fields: [
          {
            id: 'matter',
            kind: 'choice',
            required: true,
            options: [
              { value: 'wages', label: say('被欠工资', 'Wages not paid') },
              { value: 'injury', label: say('工伤', 'Injured at work') },
              { value: 'traffic', label: say('交通事故受伤', 'Injured in traffic') },
              { value: 'medical', label: say('医疗或食品药品造成的伤害', 'Harmed by treatment, food or medicine') },
              { value: 'support', label: say('抚养费、赡养费', 'Support for children or parents') },
              { value: 'benefits', label: say('社保、救助待遇', 'Insurance or relief') },
              { value: 'violence', label: say('家暴、虐待、遗弃', 'Violence, abuse or abandonment at home') },
            ],
            none: {
              label: say('都不是，或说不清', 'None of these, or not sure'),
              leadsTo: say(
                '照样可以提交，值班律师会打给您。急的话拨 12348。',
                'You can still file; the duty lawyer will ring you. If urgent, ring 12348.',
              ),
            },
          },
        ],
      },
      {
        id: 'income',
        title: say('家里现在是哪种情况？', 'How are things at home?'),
        help: say('不用交收入证明，可以签一份诚信承诺。', 'No proof of income needed; a signed statement will do.'),
        visibleWhen: { not: { field: 'matter', in: ['wages', 'injury', 'violence'] } },
        fields: [
          {
            id: 'means',
            kind: 'choice',
            required: true,
            options: [
              { value: 'low', label: say('收入低，请律师有困难', 'Low income, a lawyer is out of reach') },
              { value: 'relief', label: say('有低保、特困等证件', 'On relief') },
              { value: 'noSteady', label: say('没有固定收入', 'No steady income') },
              { value: 'enough', label: say('付得起律师费', 'I can pay a lawyer') },
            ],
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('没关系，司法所会问清楚。', 'That is fine, the justice office will ask.'),
            },
          },
        ],
      },
      {
        id: 'story',
        title: say('发生了什么？', 'What happened?'),
        help: say(
          '简单写几句，也可以到窗口口述。只有经办的人看得到。',
          'A few lines, or tell it at the desk. Only the people working on it can read it.',
        ),
        fields: [{ id: 'facts', kind: 'longText', most: 2000, sensitive: true }],
      },
      {
        id: 'deadline',
        title: say('有没有快到的日子？', 'Is there a date coming up?'),
        help: say('比如开庭、仲裁到期。有就写，我们先办。', 'A hearing or a time limit. If so, we deal with it first.'),
        fields: [
          {
            id: 'hasDeadline',
            kind: 'yesNo',
            required: true,
            label: say('有吗？', 'Is there one?'),
            none: { label: say('不知道', 'Do not know'), leadsTo: say('律师会帮您看时效。', 'The lawyer will check the time limits.') },
          },
          {
            id: 'deadlineDay',
            kind: 'date',
            label: say('哪一天？', 'Which day?'),
            visibleWhen: { field: 'hasDeadline', equals: true },
            required: true,
          },
        ],
      },
      communityPage,
      contactPage,
    ],
  },
}
