import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard, keptWithCase } from './shared-documents.ts'
import { communityPage, contactPage } from './shared-pages.ts'

export const employment: CaseService = {
  mode: 'case',
  key: 'employment',
  version: 1,
  name: say('找工作、学技能', 'Work and training'),
  summary: say('看招工、登记求职、推荐去学技能，都不收钱。', 'Openings, help with finding work, and training, all free.'),
  department: 'labour',
  domain: 'labour',
  keywords: { 'zh-CN': ['找工作', '招工', '求职', '培训', '失业'], en: ['job', 'openings', 'training', 'work'] },
  whoMay: { newcomer: { state: 'open', since: '2008-01-01' }, local: { state: 'open', since: '2008-01-01' } },
  eligibility: [
    {
      id: 'age',
      text: say('年满 16 周岁', 'At least 16 years old'),
      when: { field: 'adult', equals: true },
      law: say('《劳动法》第十五条', 'Labour Law, Article 15'),
      instead: [
        {
          text: say(
            '未满 16 岁不能招用。想学东西，可以看图书证和融合学堂的课。',
            'Under 16 nobody may be employed. To learn, see the library card and the school’s classes.',
          ),
          service: 'libraryCard',
        },
      ],
    },
  ],
  documents: [
    { ...idCard, waivable: true },
    {
      id: 'certificates',
      name: say('技能证书', 'Skill certificates'),
      help: say('有就带，没有不影响。', 'If you have any.'),
      alternatives: [],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'wants', has: 'placement' },
    },
    {
      id: 'jobLossProof',
      name: say('离职证明', 'Proof of leaving the last job'),
      alternatives: [{ id: 'ownStatement', name: say('自己写的说明', 'Your own statement') }],
      waivable: true,
      handedIn: 'copy',
      keptWhere: keptWithCase,
      when: { field: 'wants', has: 'unemployed' },
    },
  ],
  steps: [
    { id: 'file', title: say('说说想找什么', 'Say what you look for'), by: 'resident' },
    { id: 'match', title: say('服务站对一对岗位和课程', 'The station matches openings and courses'), by: 'station', workingDays: 2 },
    { id: 'refer', title: say('人社服务所推荐，打电话给您', 'The labour office refers you and rings'), by: 'department', workingDays: 5 },
  ],
  fee: { cents: 0, text: say('不收费。谁以介绍工作为名向您收钱，请告诉我们', 'Free. If anybody asks money for finding you work, tell us') },
  where: [station, place(['人社服务所', 'Labour and Social Security Office'], ['榕树路11号', '11 Banyan Road'], '020-0000-0111')],
  channels: everyChannel,
  consents: [
    {
      purpose: 'employment-employers',
      text: say(
        '同意把姓名、手机号和想找的工种发给合适的招工单位。',
        'I agree that my name, phone and the work I look for are passed to suitable employers.',
      ),
      withoutIt: say(
        '不同意也能办：我们把岗位发给您，由您自己联系单位。',
        'Without it we send you the openings and you contact employers yourself.',
      ),
    },
  ],
  nonPersonal: false,
  result: say('合适的岗位名单，或一份培训推荐', 'A list of suitable openings, or a place in training'),
  related: ['socialSecurityEnquiry', 'unpaidWages'],
  promisedWorkingDays: 5,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'openings',
        title: say('招工信息从哪里来', 'Where the openings come from'),
        text: say(
          '单位要写明工种、工资、地点、有没有合同和社保，工作人员核过才登。不能限户籍、性别。',
          'Employers state the work, pay, place, contract and insurance; staff check before it is listed. No limits by household registration or sex.',
        ),
      },
      {
        id: 'training',
        title: say('技能培训', 'Training'),
        text: say(
          '印刷、家政、电工、叉车等课程，符合条件的有补贴，标准以人社部门当年公布的为准。',
          'Printing, home care, electrics, forklift and more; subsidies follow what the labour authority publishes each year.',
        ),
      },
      {
        id: 'unemployed',
        title: say('失业登记', 'Registering as out of work'),
        text: say(
          '在这里常住、没有工作的劳动者都可以登记，户口不限。',
          'Anyone of working age who lives here and has no work can register, wherever their household is registered.',
        ),
      },
    ],
    sources: [
      { title: say('《就业促进法》', 'Employment Promotion Law'), date: '2008-01-01' },
      { title: say('《人力资源市场暂行条例》', 'Provisional Regulations on the Human Resources Market'), date: '2018-10-01' },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'openings', outcome: 'granted', text: say('已推荐岗位', 'Openings were offered') },
    { id: 'training', outcome: 'granted', text: say('已推荐培训', 'Training was offered') },
    { id: 'registered', outcome: 'granted', text: say('已做失业登记', 'Registered as out of work') },
    {
      id: 'nothingYet',
      outcome: 'refused',
      text: say('暂时没有合适的', 'Nothing suitable at present'),
      instead: say(
        '登记留着，有了就发给您；也可以先上免费的技能课。',
        'Your entry stays and we send what comes up; free skill classes are open meanwhile.',
      ),
    },
    {
      id: 'subsidyElsewhere',
      outcome: 'referred',
      text: say('补贴归区里审', 'The subsidy is decided at district level'),
      instead: say('材料我们转过去，结果短信告诉您。', 'We send the papers on and text you the result.'),
    },
  ],
  form: {
    id: 'employment',
    version: 1,
    pages: [
      {
        id: 'need',
        title: say('想要哪些帮助？', 'What would help?'),
        help: say('可以选几样。', 'Choose as many as you like.'),
        fields: [
          {
            id: 'wants',
            kind: 'choices',
            required: true,
            options: [
              { value: 'openings', label: say('看招工', 'See openings') },
              { value: 'placement', label: say('帮我推荐工作', 'Help me find work') },
              { value: 'training', label: say('学技能', 'Learn a skill') },
              { value: 'unemployed', label: say('失业登记', 'Register as out of work') },
            ],
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('留下电话，人社服务所跟您聊聊。', 'Leave your number and the labour office will talk with you.'),
            },
          },
        ],
      },
      { id: 'age', title: say('满 16 周岁了吗？', 'Are you at least 16?'), fields: [{ id: 'adult', kind: 'yesNo', required: true }] },
      {
        id: 'work',
        title: say('想做什么？', 'What kind of work?'),
        visibleWhen: {
          any: [
            { field: 'wants', has: 'openings' },
            { field: 'wants', has: 'placement' },
          ],
        },
        fields: [
          {
            id: 'trades',
            kind: 'choices',
            label: say('工种', 'Trades'),
            options: [
              { value: 'printing', label: say('印刷', 'Printing') },
              { value: 'garment', label: say('制衣', 'Garments') },
              { value: 'homeCare', label: say('家政、护理', 'Home care') },
              { value: 'delivery', label: say('送货、仓库', 'Delivery, storage') },
              { value: 'catering', label: say('餐饮', 'Catering') },
              { value: 'building', label: say('建筑装修', 'Building') },
            ],
            none: { label: say('别的，或都可以', 'Something else, or any'), leadsTo: say('下面写一句就行。', 'Just write a line below.') },
          },
          { id: 'ownWords', kind: 'text', label: say('自己写一句', 'In your own words'), most: 100 },
          { id: 'from', kind: 'date', label: say('哪天可以上班', 'Free from'), least: { daysFromToday: 0 }, most: { daysFromToday: 365 } },
        ],
      },
      {
        id: 'course',
        title: say('想学什么？', 'What would you like to learn?'),
        visibleWhen: { field: 'wants', has: 'training' },
        fields: [
          {
            id: 'skills',
            kind: 'choices',
            required: true,
            label: say('课程', 'Courses'),
            options: [
              { value: 'printing', label: say('印刷机操作', 'Running a press') },
              { value: 'electric', label: say('电工', 'Electrics') },
              { value: 'forklift', label: say('叉车', 'Forklift') },
              { value: 'childCare', label: say('育婴、养老护理', 'Child and elder care') },
              { value: 'computer', label: say('电脑', 'Computers') },
            ],
            none: { label: say('还没想好', 'Not decided'), leadsTo: say('我们把课表发给您看。', 'We will send you the timetable.') },
          },
          {
            id: 'hours',
            kind: 'choice',
            label: say('什么时候有空', 'When are you free?'),
            options: [
              { value: 'day', label: say('白天', 'Daytime') },
              { value: 'evening', label: say('晚上', 'Evenings') },
              { value: 'weekend', label: say('周末', 'Weekends') },
            ],
            none: { label: say('说不准', 'It varies'), leadsTo: say('我们先找时间灵活的课。', 'We look for flexible classes first.') },
          },
        ],
      },
      communityPage,
      contactPage,
    ],
  },
}
