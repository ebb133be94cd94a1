import type { CaseService } from '@ronghe/forms'
import { checked, everyChannel, place, station } from './places.ts'
import { say } from './say.ts'
import { idCard } from './shared-documents.ts'
import { communityPage, contactPage } from './shared-pages.ts'

/** Pregnancy and children: the least that makes an appointment. A child is a nickname and an age band, never a birthday or a number (D11). */
export const maternalChildHealth: CaseService = {
  mode: 'case',
  key: 'maternalChildHealth',
  version: 1,
  name: say('孕产妇和儿童保健', 'Mother and child health'),
  summary: say(
    '建册、产检、产后上门、宝宝体检、打疫苗，户口在哪里都一样。',
    'Antenatal book, check-ups, visits after birth, child check-ups and vaccination, wherever you are registered.',
  ),
  department: 'health',
  domain: 'health',
  keywords: {
    'zh-CN': ['怀孕', '产检', '建册', '疫苗', '打针', '宝宝', '体检'],
    en: ['pregnancy', 'antenatal', 'vaccination', 'baby', 'check-up'],
  },
  whoMay: { newcomer: { state: 'open', since: '2009-07-01' }, local: { state: 'open', since: '2009-07-01' } },
  eligibility: [
    {
      id: 'lives',
      text: say('住在这条街', 'You live in this street'),
      when: { field: 'livesHere', equals: true },
      unsureWhen: { field: 'livesHere', equals: 'none' },
      law: say(
        '《国家基本公共卫生服务规范（第三版）》：服务常住人口',
        'National Basic Public Health Service Standards, 3rd edition: for all who live here',
      ),
      instead: [
        {
          text: say(
            '告诉您住的地方归哪个卫生服务中心，同样免费。',
            'We tell you which health centre serves your home; it is free there too.',
          ),
        },
      ],
    },
  ],
  documents: [
    { ...idCard, waivable: true },
    {
      id: 'antenatalBook',
      name: say('母子健康手册', 'Mother and child health book'),
      alternatives: [{ id: 'newBook', name: say('没有的当场发一本', 'If you have none, one is given on the spot') }],
      waivable: true,
      handedIn: 'seen',
      keptWhere: say('您自己保管', 'You keep it'),
      when: { field: 'matter', in: ['pregnancy', 'afterBirth', 'childCheck'] },
    },
    {
      id: 'vaccinationBook',
      name: say('预防接种证', 'Vaccination record'),
      alternatives: [{ id: 'reissue', name: say('丢了的可以补', 'A lost one can be replaced') }],
      waivable: true,
      handedIn: 'seen',
      keptWhere: say('您自己保管', 'You keep it'),
      when: { field: 'matter', equals: 'vaccination' },
    },
  ],
  steps: [
    { id: 'file', title: say('说说需要什么，选个时间', 'Say what you need and choose a time'), by: 'resident' },
    { id: 'book', title: say('卫生服务中心约好，回复您', 'The health centre books it and answers'), by: 'department', workingDays: 2 },
    { id: 'visit', title: say('按约好的时间去，或医生上门', 'Go at that time, or a doctor comes'), by: 'resident' },
  ],
  fee: {
    cents: 0,
    text: say(
      '国家规定的项目不收费；自选的疫苗和检查，先告诉您价钱',
      'Items of the national programme are free; for optional vaccines and tests you hear the price first',
    ),
  },
  where: [station, place(['社区卫生服务中心', 'Community Health Centre'], ['榕树路15号', '15 Banyan Road'], '020-0000-0115')],
  channels: everyChannel,
  consents: [
    {
      purpose: 'maternal-health',
      text: say(
        '同意服务站保存“怀孕或孩子保健”这件事，到了下一次的时间提醒我。',
        'I agree that the station keeps the fact that this is about pregnancy or a child, to remind me of the next appointment.',
      ),
      withoutIt: say(
        '不同意也能办：约好这一次，之后删掉，不再提醒。',
        'Without it this one appointment is made, then deleted, and no reminder follows.',
      ),
    },
  ],
  nonPersonal: false,
  result: say('约好的时间和地点，和一本健康手册', 'A time and place, and a health book'),
  related: ['libraryCard', 'pointsSchooling'],
  promisedWorkingDays: 2,
  acceptanceWorkingDays: 1,
  guide: {
    sections: [
      {
        id: 'pregnant',
        title: say('怀孕了', 'When you are pregnant'),
        text: say(
          '十三周前来建册，孕期至少查五次，都有医生记在手册上。',
          'Come for the book before week thirteen; at least five check-ups follow, noted in the book.',
        ),
      },
      {
        id: 'baby',
        title: say('宝宝出生以后', 'After the birth'),
        text: say(
          '出院一周内医生上门看一次，满月、三、六、八、十二个月各体检一次。',
          'A doctor visits within a week of leaving hospital; check-ups at one, three, six, eight and twelve months.',
        ),
      },
      {
        id: 'vaccine',
        title: say('疫苗在这里接着打', 'Vaccination goes on here'),
        text: say(
          '在老家打过的针都认，带上接种证。免疫规划疫苗不收费，户口不限。',
          'What was given at home counts; bring the record. Programme vaccines are free, wherever you are registered.',
        ),
      },
    ],
    sources: [
      { title: say('《母婴保健法》', 'Law on Maternal and Infant Health Care'), date: '2017-11-05' },
      { title: say('《疫苗管理法》', 'Vaccine Administration Law'), date: '2019-12-01' },
      {
        title: say('《国家基本公共卫生服务规范（第三版）》', 'National Basic Public Health Service Standards, 3rd edition'),
        date: '2017-02-28',
      },
    ],
    ...checked,
  },
  decisionReasons: [
    { id: 'booked', outcome: 'granted', text: say('已约好', 'Booked') },
    {
      id: 'notOffered',
      outcome: 'refused',
      text: say('这一项社区中心不做', 'The community centre does not offer this'),
      instead: say('帮您约能做的医院，告诉您要不要收费。', 'We book a hospital that does, and say whether it costs anything.'),
    },
    {
      id: 'otherCentre',
      outcome: 'referred',
      text: say('住的地方归另一个中心', 'Another centre serves your home'),
      instead: say('替您约好那边，记录跟着转。', 'We book it there and the record goes along.'),
    },
  ],
  form: {
    id: 'maternalChildHealth',
    version: 1,
    pages: [
      {
        id: 'what',
        title: say('需要哪一样？', 'What do you need?'),
        fields: [
          {
            id: 'matter',
            kind: 'choice',
            required: true,
            sensitive: true,
            options: [
              { value: 'pregnancy', label: say('怀孕建册、产检', 'Antenatal book and check-ups') },
              { value: 'afterBirth', label: say('产后医生上门', 'A visit after the birth') },
              { value: 'childCheck', label: say('孩子体检', 'Child check-up') },
              { value: 'vaccination', label: say('打疫苗', 'Vaccination') },
              { value: 'advice', label: say('喂养、发育，想问问', 'Advice on feeding or growing') },
            ],
            none: {
              label: say('都不是，或想当面说', 'None of these, or rather in person'),
              leadsTo: say('女医生打给您。', 'A woman doctor will ring you.'),
            },
          },
        ],
      },
      {
        id: 'children',
        title: say('是哪个孩子？', 'Which child?'),
        help: say('写小名和年龄段就够了。', 'A nickname and an age band are enough.'),
        visibleWhen: { field: 'matter', in: ['childCheck', 'vaccination', 'advice'] },
        repeat: { least: 0, most: 5, itemTitle: say('孩子', 'Child') },
        fields: [
          { id: 'nickname', kind: 'text', label: say('小名', 'Nickname'), required: true, most: 20 },
          {
            id: 'age',
            kind: 'choice',
            label: say('年龄段', 'Age'),
            required: true,
            complete: true,
            options: [
              { value: 'under1', label: say('不到 1 岁', 'Under 1') },
              { value: 'under3', label: say('1 到 3 岁', '1 to 3') },
              { value: 'under7', label: say('3 到 6 岁', '3 to 6') },
              { value: 'older', label: say('7 岁以上', '7 and over') },
            ],
          },
        ],
      },
      {
        id: 'livesPage',
        title: say('住在这条街吗？', 'Do you live in this street?'),
        help: say('租的、借住的都算。', 'Renting or staying with somebody counts.'),
        fields: [
          {
            id: 'livesHere',
            kind: 'yesNo',
            required: true,
            none: {
              label: say('说不清', 'Not sure'),
              leadsTo: say('先约，归哪个中心我们来查。', 'Book first; we find out which centre it is.'),
            },
          },
        ],
      },
      {
        id: 'when',
        title: say('哪天方便？', 'Which day suits you?'),
        fields: [
          { id: 'day', kind: 'date', label: say('日子', 'Day'), least: { daysFromToday: 1 }, most: { daysFromToday: 120 } },
          {
            id: 'part',
            kind: 'choice',
            label: say('时段', 'Time of day'),
            options: [
              { value: 'morning', label: say('上午', 'Morning') },
              { value: 'afternoon', label: say('下午', 'Afternoon') },
            ],
            none: { label: say('都可以', 'Either'), leadsTo: say('我们挑人少的时候。', 'We choose a quiet time.') },
          },
        ],
      },
      communityPage,
      contactPage,
    ],
  },
}
