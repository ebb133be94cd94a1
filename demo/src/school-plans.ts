import type { CoursePlan } from '@ronghe/contract/school/course-desk.ts'
import type { OrganKey } from './cast.ts'

/** A course of the demo year: when its first class is, seen from today, and who stands behind it. */
export interface PlannedCourse extends Pick<CoursePlan, 'module' | 'title' | 'about' | 'minimum' | 'seats' | 'speaks' | 'children'> {
  readonly firstIn: number
  readonly weeks: number
  readonly hour: number
  readonly room: number
  readonly lecturer: number
  readonly partners: readonly { readonly organ: OrganKey; readonly role: CoursePlan['title'] }[]
  /** Of those who came: more newcomers than locals in some classes, fewer in others. */
  readonly learners: { readonly newcomer: number; readonly local: number }
  readonly topics?: readonly CoursePlan['title'][]
  readonly approval?: true
}

const text = (zh: string, en: string): CoursePlan['title'] => ({ 'zh-CN': zh, en })

/** Lecturers of the four sources, in this order: company, university, government, social organisation. */
export const lecturerPlans = [
  {
    who: 'dengKai',
    source: 'company',
    organ: 'printWorks',
    guest: '',
    skills: [text('印刷机保养', 'Printing presses')],
    speaks: ['洪湖话'],
  },
  {
    who: 'yeLan',
    source: 'university',
    organ: 'university',
    guest: '',
    skills: [text('粤语', 'Cantonese'), text('邻里相处', 'Getting on as neighbours')],
    speaks: ['粤语'],
  },
  {
    who: null,
    source: 'government',
    organ: 'labour',
    guest: '温老师',
    skills: [text('劳动合同和工资', 'Work contracts and pay')],
    speaks: [],
  },
  {
    who: null,
    source: 'socialOrganisation',
    organ: 'provider',
    guest: '苏老师',
    skills: [text('开会和办活动', 'Meetings and activities'), text('亲子早教', 'Early childhood')],
    speaks: ['粤语'],
  },
] as const satisfies readonly {
  readonly who: 'dengKai' | 'yeLan' | null
  readonly source: string
  readonly organ: OrganKey
  readonly guest: string
  readonly skills: readonly CoursePlan['title'][]
  readonly speaks: readonly string[]
}[]

export const roomPlans = [
  { name: text('一楼大教室', 'Large room, ground floor'), capacity: 40, stepFree: true },
  { name: text('二楼小教室', 'Small room, first floor'), capacity: 20, stepFree: false },
  { name: text('亲子活动室', 'Family room'), capacity: 16, stepFree: true },
] as const

const street = { organ: 'streetOffice', role: text('出教室和经费', 'Gives the room and the money') } as const
const council = { organ: 'council', role: text('提出想学什么，招呼街坊来', 'Says what is wanted, brings neighbours') } as const
const works = { organ: 'printWorks', role: text('出师傅和机器', 'Lends masters and machines') } as const
const university = { organ: 'university', role: text('派老师', 'Sends a teacher') } as const
const provider = { organ: 'provider', role: text('备课、看孩子', 'Prepares classes and looks after children') } as const
const printers = { organ: 'printers', role: text('通知会员，请假不扣工资', 'Tells members; no pay is lost') } as const

/** A year in all six modules; one class was not mixed, as happens. */
export const coursePlans: readonly PlannedCourse[] = [
  {
    module: 'localLife',
    title: text('听得懂、说得出：街市粤语', 'Cantonese for the market'),
    about: text(
      '买菜、看病、和房东说话，每次学十句，当场练。',
      'Ten sentences each time for shopping, the doctor and the landlord, practised at once.',
    ),
    minimum: 6,
    seats: 24,
    speaks: ['普通话', '粤语'],
    children: 'childcare',
    firstIn: -310,
    weeks: 8,
    hour: 19,
    room: 0,
    lecturer: 1,
    partners: [street, university, provider],
    learners: { newcomer: 14, local: 6 },
  },
  {
    module: 'vocationalSkills',
    title: text('印刷机日常保养', 'Looking after a printing press'),
    about: text(
      '每天十分钟的保养，少停机、少受伤。师傅带着在机器上做。',
      'Ten minutes a day that save stops and injuries, done at the machine with a master.',
    ),
    minimum: 6,
    seats: 16,
    speaks: ['普通话', '洪湖话'],
    children: 'none',
    firstIn: -270,
    weeks: 6,
    hour: 19,
    room: 1,
    lecturer: 0,
    partners: [works, printers, street],
    learners: { newcomer: 12, local: 2 },
  },
  {
    module: 'earlyChildhood',
    title: text('和孩子一起玩出语言', 'Language through play'),
    about: text(
      '三岁前后的孩子和大人一起上，学儿歌、讲故事，两种话都用。',
      'For children of about three with their parents: songs and stories in both languages.',
    ),
    minimum: 5,
    seats: 12,
    speaks: ['普通话', '粤语'],
    children: 'together',
    firstIn: -220,
    weeks: 6,
    hour: 10,
    room: 2,
    lecturer: 3,
    partners: [provider, street],
    learners: { newcomer: 6, local: 5 },
  },
  {
    module: 'communityLeadership',
    title: text('开好一次楼栋会', 'Holding a good meeting'),
    about: text(
      '怎么开头、怎么让没说过话的人先说、怎么定下来谁去做。',
      'How to begin, how to let the silent go first, how to settle who does what.',
    ),
    minimum: 6,
    seats: 18,
    speaks: ['普通话'],
    children: 'childcare',
    firstIn: -170,
    weeks: 4,
    hour: 19,
    room: 0,
    lecturer: 3,
    partners: [council, provider],
    learners: { newcomer: 7, local: 8 },
  },
  {
    module: 'publicManagement',
    title: text('街道的事归谁管', 'Who answers for what in the street'),
    about: text(
      '一件事该找谁、几天要有答复、不满意怎么办，用真事来讲。',
      'Whom to ask, how long an answer may take, and what to do when it is not good: with real cases.',
    ),
    minimum: 6,
    seats: 24,
    speaks: ['普通话'],
    children: 'none',
    firstIn: -125,
    weeks: 3,
    hour: 19,
    room: 0,
    lecturer: 2,
    partners: [street, council],
    learners: { newcomer: 9, local: 9 },
  },
  {
    module: 'organisationCapacity',
    title: text('小队怎样办起来', 'Starting a small team'),
    about: text(
      '几个人想做点事：分工、记账、招呼人、写一页总结。',
      'A few people who want to do something: who does what, the accounts, bringing others, one page at the end.',
    ),
    minimum: 5,
    seats: 15,
    speaks: ['普通话'],
    children: 'childcare',
    firstIn: -90,
    weeks: 4,
    hour: 19,
    room: 1,
    lecturer: 3,
    partners: [provider, street],
    learners: { newcomer: 6, local: 6 },
  },
  {
    module: 'vocationalSkills',
    title: text('劳动合同看得懂', 'Reading a work contract'),
    about: text(
      '合同、工资条、加班、社保，逐条看；可以带自己的来问。',
      'Contract, payslip, overtime and insurance, line by line; bring your own to ask.',
    ),
    minimum: 6,
    seats: 30,
    speaks: ['普通话', '洪湖话'],
    children: 'childcare',
    firstIn: -60,
    weeks: 3,
    hour: 19,
    room: 0,
    lecturer: 2,
    partners: [printers, street],
    learners: { newcomer: 16, local: 5 },
  },
  {
    module: 'localLife',
    title: text('一起过节：本地和老家的习俗', 'Festivals, here and at home'),
    about: text(
      '米饭收不收钱、拜年送什么、红白事怎么走动，互相讲讲。',
      'Whether rice is charged, what one brings at New Year, how families visit: told to each other.',
    ),
    minimum: 6,
    seats: 24,
    speaks: ['普通话', '粤语', '洪湖话'],
    children: 'together',
    firstIn: -18,
    weeks: 5,
    hour: 15,
    room: 0,
    lecturer: 1,
    partners: [council, university],
    learners: { newcomer: 8, local: 9 },
  },
  {
    module: 'vocationalSkills',
    title: text('印刷机日常保养（第二班）', 'Looking after a printing press (second class)'),
    about: text(
      '每天十分钟的保养，少停机、少受伤。师傅带着在机器上做。',
      'Ten minutes a day that save stops and injuries, done at the machine with a master.',
    ),
    minimum: 6,
    seats: 12,
    speaks: ['普通话', '洪湖话'],
    children: 'childcare',
    firstIn: 8,
    weeks: 6,
    hour: 19,
    room: 1,
    lecturer: 0,
    partners: [works, printers, street],
    learners: { newcomer: 9, local: 3 },
    topics: [text('看懂说明牌', 'Reading the plates'), text('清洁和上油', 'Cleaning and oiling')],
  },
  {
    module: 'localLife',
    title: text('手机上办事不求人', 'Getting things done on the phone'),
    about: text(
      '预约、缴费、查办件，用自己的手机练。大字版也教。',
      'Appointments, bills and one’s own cases, practised on one’s own phone. Large print too.',
    ),
    minimum: 5,
    seats: 20,
    speaks: ['普通话', '粤语'],
    children: 'childcare',
    firstIn: 12,
    weeks: 4,
    hour: 15,
    room: 0,
    lecturer: 3,
    partners: [provider, street],
    learners: { newcomer: 4, local: 5 },
  },
  {
    module: 'communityLeadership',
    title: text('调解邻里小纠纷', 'Settling small quarrels'),
    about: text('先听、再问、再一起写下来。练真实的小事。', 'Listen, ask, write it down together. Practised on small real matters.'),
    minimum: 8,
    seats: 16,
    speaks: ['普通话'],
    children: 'none',
    firstIn: 20,
    weeks: 4,
    hour: 19,
    room: 1,
    lecturer: 3,
    partners: [council, provider],
    learners: { newcomer: 3, local: 2 },
    approval: true,
  },
]

/** What people who were at the window for something come back to learn; held twice in the year. */
export const neighbourClass: PlannedCourse = {
  module: 'localLife',
  title: text('办事自己来：手机和窗口', 'Doing it oneself: phone and counter'),
  about: text('办过一次事的街坊，一起学下一次自己怎么办。', 'Whoever was at the counter once learns how to do the next thing alone.'),
  minimum: 1,
  seats: 24,
  speaks: ['普通话', '洪湖话'],
  children: 'none',
  firstIn: -70,
  weeks: 3,
  hour: 14,
  room: 0,
  lecturer: 0,
  partners: [{ organ: 'provider', role: text('派社工陪着练', 'sends workers to practise with') }],
  learners: { newcomer: 14, local: 10 },
}
