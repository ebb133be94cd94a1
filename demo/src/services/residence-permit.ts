import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, place, station } from './places.ts'
import { say } from './say.ts'
import { handedBack, keptWithCase } from './shared-documents.ts'
import { contactPage, homePage } from './shared-pages.ts'

const articleTwo = say('《居住证暂行条例》第二条', 'Provisional Regulations on Residence Permits, Article 2')

export const residencePermit: CaseService = {
  mode: 'case',
  key: 'residencePermit',
  version: 1,
  name: say('居住证申请', 'Residence permit'),
  summary: say(
    '在这里住满半年，有工作、住处、上学中的一样，就可以办。',
    'After half a year here, with a job, a place to live or a school, you can have one.',
  ),
  department: 'police',
  domain: 'publicSecurity',
  keywords: { 'zh-CN': ['居住证', '暂住证', '居住登记', '签注', '办证'], en: ['residence permit', 'registration', 'papers'] },
  whoMay: {
    newcomer: { state: 'open', since: '2016-01-01' },
    local: {
      state: 'closed',
      law: say(
        '《居住证暂行条例》第二条：发给离开常住户口所在地的人。户口在本地的，凭户口就能享受同样的服务。',
        'Provisional Regulations on Residence Permits, Article 2: for people away from their place of household registration. With local registration you have the same services without it.',
      ),
      since: '2016-01-01',
    },
  },
  eligibility: [
    {
      id: 'halfYear',
      text: say('在这里住满半年', 'You have lived here for half a year'),
      when: { field: 'since', monthsSince: 6 },
      law: articleTwo,
      instead: [
        {
          text: say(
            '先到窗口做居住登记，从登记那天起算，满半年我们提醒您来办。',
            'Register your residence at the desk now; half a year counts from that day, and we remind you.',
          ),
        },
      ],
    },
    {
      id: 'ground',
      text: say('有稳定的工作、稳定的住处、连续上学中的一样', 'You have a steady job, a steady place to live, or are at school'),
      when: { field: 'basis', in: ['job', 'dwelling', 'schooling'] },
      unsureWhen: { field: 'basis', equals: 'none' },
      law: articleTwo,
      instead: [
        {
          text: say(
            '说不清也没关系，带上手头的材料到窗口，工作人员陪您一样样看。',
            'Not sure is fine: bring what you have to the desk and go through it together.',
          ),
        },
        {
          text: say('没签劳动合同的，可以先看欠薪和劳动维权。', 'No contract at work? See the service on wages and labour rights.'),
          service: 'unpaidWages',
        },
      ],
    },
  ],
  documents: [
    {
      id: 'idCard',
      name: say('身份证', 'ID card'),
      help: say('窗口看一眼就还，不留影像。', 'Shown at the desk and handed back; no image is kept.'),
      alternatives: [{ id: 'householdBook', name: say('户口簿（没有身份证的孩子）', 'Household register (for a child without a card)') }],
      waivable: false,
      handedIn: 'seen',
      keptWhere: handedBack,
    },
    {
      id: 'photo',
      name: say('本人相片一张', 'One photo'),
      help: say('制证用，交纸质的就行。也可以到派出所当场拍。', 'For the card, on paper. It can also be taken at the police station.'),
      alternatives: [],
      waivable: true,
      handedIn: 'original',
      keptWhere: say('交派出所制证，平台不保存', 'Goes to the police for the card; not stored here'),
    },
    {
      id: 'addressProof',
      name: say('住在这里的证明', 'Proof of where you live'),
      alternatives: [
        { id: 'lease', name: say('租房合同', 'Lease') },
        { id: 'ownership', name: say('房产证或购房合同', 'Title or purchase contract') },
        { id: 'lodgingLetter', name: say('房东、单位或学校开的住宿证明', 'Letter from the landlord, employer or school') },
        {
          id: 'billsAndNeighbour',
          name: say('近三个月水电单，加一位邻居的证明', 'Three months of bills and a neighbour’s statement'),
          help: say('房东不肯签字时用，由派出所核实。', 'For when the landlord will not sign; the police check it.'),
        },
      ],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
    },
    {
      id: 'jobProof',
      name: say('有工作的证明', 'Proof of work'),
      alternatives: [
        { id: 'labourContract', name: say('劳动合同', 'Labour contract') },
        { id: 'employerLetter', name: say('单位开的证明', 'Employer’s letter') },
        { id: 'businessLicence', name: say('自己做生意的，营业执照', 'Business licence, if you run a business') },
      ],
      waivable: false,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'basis', equals: 'job' },
    },
    {
      id: 'schoolProof',
      name: say('上学的证明', 'Proof of schooling'),
      alternatives: [
        { id: 'studentCard', name: say('学生证', 'Student card') },
        { id: 'schoolLetter', name: say('学校开的证明', 'School’s letter') },
      ],
      waivable: false,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'basis', equals: 'schooling' },
    },
    {
      id: 'agentId',
      name: say('代办人的身份证', 'ID card of the person filing for you'),
      alternatives: [],
      waivable: false,
      handedIn: 'seen',
      keptWhere: handedBack,
      when: { field: 'forWhom', in: ['child', 'relative'] },
    },
  ],
  steps: [
    { id: 'file', title: say('提交申请', 'File'), by: 'resident' },
    {
      id: 'accept',
      title: say('服务站看材料，缺什么一次说清', 'The station checks and names everything missing at once'),
      by: 'station',
      workingDays: 1,
    },
    {
      id: 'decide',
      title: say('派出所审核、制证', 'The police decide and make the card'),
      text: say('法律给的期限是 15 日。', 'The law allows 15 days.'),
      by: 'department',
      workingDays: 10,
    },
    { id: 'collect', title: say('到服务站领证，也可以邮寄', 'Collect it at the station, or by post'), by: 'resident' },
  ],
  fee: {
    cents: 0,
    text: say(
      '第一次办和每年签注不收费；丢了、坏了补办收工本费',
      'Free the first time and for the yearly endorsement; a lost or damaged card costs its production',
    ),
  },
  where: [station, place(['派出所户籍窗口', 'Police station, registration window'], ['榕树路12号', '12 Banyan Road'], '020-0000-0112')],
  channels: everyChannel,
  consents: [],
  nonPersonal: false,
  result: say('居住证一张，每年签注一次', 'A residence permit, endorsed once a year'),
  related: ['leaseFiling', 'pointsSchooling', 'pointsHousehold'],
  promisedWorkingDays: 10,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'use',
        title: say('有了居住证能做什么', 'What it gives you'),
        text: say(
          '孩子上学、公共卫生、就业服务、法律援助、办出入境证件、换领身份证、登记车辆、考驾照，都可以在这里办。',
          'Schooling for children, public health, job services, legal aid, travel documents, ID card renewal, vehicle registration and driving tests, all here.',
        ),
      },
      {
        id: 'endorse',
        title: say('每年要签注', 'Endorse it every year'),
        text: say(
          '住满一年前的一个月内来签注。过了期，证先停用，补签后恢复，但居住年限从补签那天重新连续计算。',
          'Come within the month before each full year. If you miss it the permit pauses; after a late endorsement it works again, but continuous years count anew from that day.',
        ),
      },
      {
        id: 'landlord',
        title: say('房东不肯签字怎么办', 'If the landlord will not sign'),
        text: say(
          '住处证明不只有租房合同一种。有工作或上学证明的，按那一样申请；住址可以用近三个月水电单加邻居证明，由派出所核实。',
          'A lease is not the only proof. With a job or school you apply on that ground; the address can be shown by three months of bills and a neighbour’s statement, checked by the police.',
        ),
      },
      {
        id: 'agent',
        title: say('谁可以代办', 'Who may file for you'),
        text: say(
          '未满 16 周岁的孩子、行动不便的老人和残疾人，监护人或近亲属可以代办，带上两个人的证件。',
          'For children under 16, and for older or disabled people who cannot easily come, a guardian or close relative may file with both people’s papers.',
        ),
      },
    ],
    sources: [
      {
        title: say('《居住证暂行条例》（国务院令第663号）', 'Provisional Regulations on Residence Permits (State Council Order 663)'),
        date: '2016-01-01',
      },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'met', outcome: 'granted', text: say('住满半年，条件符合', 'Half a year here and a ground met'), law: articleTwo },
    {
      id: 'tooShort',
      outcome: 'refused',
      text: say('还没住满半年', 'Not yet half a year here'),
      law: articleTwo,
      instead: say(
        '居住登记已经在了，满半年那天提醒您，材料不用再交。',
        'Your registration stands; we remind you on the day, and the papers need not be handed in again.',
      ),
    },
    {
      id: 'noGround',
      outcome: 'refused',
      text: say('工作、住处、上学三样都还没有证明', 'No proof yet of a job, dwelling or school'),
      law: say('《居住证暂行条例》第二条、第九条', 'Provisional Regulations on Residence Permits, Articles 2 and 9'),
      instead: say(
        '有了其中一样的证明，随时再交；拿不准的，到窗口一起看。',
        'Hand in any one proof whenever you have it; if unsure, look at it with the desk.',
      ),
    },
    {
      id: 'otherPolice',
      outcome: 'referred',
      text: say('住址归另一个派出所管', 'The address belongs to another police station'),
      instead: say('材料由我们转过去，您不用再跑。', 'We send the papers on; you need not go there.'),
    },
  ],
  form: {
    id: 'residencePermit',
    version: 1,
    pages: [
      {
        id: 'person',
        title: say('给谁办？', 'Who is it for?'),
        fields: [
          {
            id: 'forWhom',
            kind: 'choice',
            required: true,
            complete: true,
            options: [
              { value: 'self', label: say('我自己', 'Me') },
              { value: 'child', label: say('未满 16 岁的孩子', 'A child under 16') },
              { value: 'relative', label: say('行动不便的家人', 'A relative who cannot easily come') },
            ],
          },
        ],
      },
      {
        id: 'holderPage',
        title: say('办证的人叫什么？', 'Whose permit is it?'),
        visibleWhen: { field: 'forWhom', in: ['child', 'relative'] },
        fields: [{ id: 'holder', kind: 'person', required: true, relation: 'needed' }],
      },
      {
        id: 'arrival',
        title: say('哪个月开始住在这里的？', 'Which month did you start living here?'),
        help: say('记不清日子没关系，写到月就行。', 'The month is enough.'),
        fields: [{ id: 'since', kind: 'month', required: true, least: '1950-01-01', most: { daysFromToday: 0 } }],
      },
      {
        id: 'ground',
        title: say('您有下面哪一样？', 'Which of these do you have?'),
        help: say('有一样就可以办。', 'One is enough.'),
        why: {
          title: say('房东不肯签字？', 'The landlord will not sign?'),
          text: say(
            '可以用近三个月的水电单加邻居证明，工作人员会帮您看。',
            'Three months of bills and a neighbour’s statement can do; staff will look at it with you.',
          ),
        },
        fields: [
          {
            id: 'basis',
            kind: 'choice',
            required: true,
            options: [
              {
                value: 'job',
                label: say('稳定的工作', 'A steady job'),
                hint: say('劳动合同、单位证明都行', 'A contract or the employer’s letter'),
              },
              {
                value: 'dwelling',
                label: say('稳定的住处', 'A steady place to live'),
                hint: say('租房合同、房东同意书都行', 'A lease or the landlord’s letter'),
              },
              {
                value: 'schooling',
                label: say('连续上学', 'At school'),
                hint: say('学生证、学校证明都行', 'A student card or the school’s letter'),
              },
            ],
            none: {
              label: say('都没有，或说不清', 'None of these, or not sure'),
              leadsTo: say(
                '照样可以往下填。窗口会打电话给您，一起看用哪样合适。',
                'You can still go on. The desk will ring you and find out together.',
              ),
            },
          },
        ],
      },
      homePage(say('居住证上要写住址，所以要问到门牌。', 'The address is printed on the permit, so the door number is needed.')),
      {
        id: 'identity',
        title: say('办证人的身份证号', 'ID number of the holder'),
        help: say(
          '《居住证暂行条例》第九条要求。加密保存，别人看到的是遮住的，案件办结就删除。',
          'Required by Article 9 of the Regulations. Stored encrypted, shown covered, deleted when the case closes.',
        ),
        fields: [{ id: 'idNumber', kind: 'idNumber', required: true, sensitive: true }],
      },
      {
        id: 'delivery',
        title: say('证办好了怎么给您？', 'How would you like to receive it?'),
        fields: [
          {
            id: 'receive',
            kind: 'choice',
            required: true,
            complete: true,
            options: [
              { value: 'desk', label: say('到服务站领', 'Collect it at the station') },
              {
                value: 'post',
                label: say('寄到上面的住址', 'By post to the address above'),
                hint: say('邮费到付', 'You pay the postage on delivery'),
              },
              { value: 'visit', label: say('行动不便，请送上门', 'I cannot easily come: please bring it') },
            ],
          },
        ],
      },
      contactPage,
      {
        id: 'truth',
        title: say('最后看一眼', 'One last look'),
        fields: [{ id: 'truthful', kind: 'confirm', required: true, label: say('上面写的都是实情', 'What I have written is true') }],
      },
    ],
  },
}
