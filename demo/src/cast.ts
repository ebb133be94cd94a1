import type { PostKind } from '@ronghe/contract/posts.ts'

/**
 * The named people of S Street: obviously invented, the same in tests, screenshots and benchmarks. Phones use the 199000… block that no
 * operator gives out in the demo's small world. Nobody here is a real person.
 */
export interface CastMember {
  readonly name: string
  readonly phone: string
  readonly group: 'newcomer' | 'local' | 'unstated'
  readonly community: CommunityKey
  readonly language?: 'zh-CN' | 'en'
  readonly appearance?: 'normal' | 'large'
  readonly homeCounty?: string
  readonly dialects?: readonly string[]
  readonly posts: readonly PostKey[]
  /** One line for the page that lists whom to sign in as. */
  readonly who: { readonly 'zh-CN': string; readonly en: string }
}

export const communities = {
  songbai: { 'zh-CN': '松柏新村', en: 'Songbai New Village' },
  rongshu: { 'zh-CN': '榕树头社区', en: 'Banyan Corner' },
  hebian: { 'zh-CN': '河边社区', en: 'Riverside' },
} as const
export type CommunityKey = keyof typeof communities

export const lanes = {
  laneOne: { community: 'songbai', name: { 'zh-CN': '一号巷', en: 'Lane One' } },
  laneThree: { community: 'songbai', name: { 'zh-CN': '三号巷', en: 'Lane Three' } },
  laneFive: { community: 'songbai', name: { 'zh-CN': '五巷', en: 'Lane Five' } },
  banyanLane: { community: 'rongshu', name: { 'zh-CN': '榕树巷', en: 'Banyan Lane' } },
  ferryLane: { community: 'hebian', name: { 'zh-CN': '渡口巷', en: 'Ferry Lane' } },
} as const
export type LaneKey = keyof typeof lanes

interface OrganSeed {
  readonly kind: string
  readonly party: 'government' | 'social' | 'residents'
  readonly name: { readonly 'zh-CN': string; readonly en: string }
  readonly summary: { readonly 'zh-CN': string; readonly en: string }
  readonly parent?: string
  readonly approval?: string
  readonly place?: string
}

export const organs = {
  streetOffice: {
    kind: 'streetOffice',
    party: 'government',
    name: { 'zh-CN': 'S街街道办事处', en: 'S Street Office' },
    summary: { 'zh-CN': '统筹全街的服务和治理，对结果负责。', en: 'Answers for services and governance in the street.' },
    place: '榕树路1号',
  },
  station: {
    kind: 'station',
    party: 'government',
    parent: 'streetOffice',
    name: { 'zh-CN': '融合社区服务站', en: 'Integration Service Station' },
    summary: { 'zh-CN': '一个窗口办好居住、租房、就业、社保等事。', en: 'One window for residence, renting, work and insurance matters.' },
    place: '榕树路3号一楼',
  },
  council: {
    kind: 'council',
    party: 'residents',
    parent: 'streetOffice',
    name: { 'zh-CN': '共治议事会', en: 'Co-governance Council' },
    summary: { 'zh-CN': '新老街坊席位对等，一起商量街里的事。', en: 'Newcomers and locals sit in equal numbers and decide together.' },
    approval: 'S街办〔2026〕6号',
    place: '榕树路3号二楼',
  },
  corps: {
    kind: 'corps',
    party: 'residents',
    parent: 'streetOffice',
    name: { 'zh-CN': '志愿者服务队', en: 'Volunteer Corps' },
    summary: { 'zh-CN': '巡查街面、照看老人，有空就来。', en: 'Walks the lanes and looks after neighbours.' },
    approval: 'S街办〔2026〕7号',
  },
  school: {
    kind: 'school',
    party: 'social',
    parent: 'streetOffice',
    name: { 'zh-CN': '融合学堂', en: 'Integration School' },
    summary: { 'zh-CN': '技能课、早教课、邻里课，新老街坊同班。', en: 'Skills, early childhood and neighbourhood classes, all together.' },
    place: '榕树路5号',
  },
  branch: {
    kind: 'branch',
    party: 'residents',
    parent: 'streetOffice',
    name: { 'zh-CN': '来穗人员党支部', en: 'Newcomers’ Party Branch' },
    summary: { 'zh-CN': '党员带头，服务邻里。', en: 'Members serve their neighbours.' },
    approval: 'S街党工委〔2026〕2号',
  },
  provider: {
    kind: 'socialOrganisation',
    party: 'social',
    name: { 'zh-CN': '邻里社会工作服务中心', en: 'Neighbours Social Work Centre' },
    summary: { 'zh-CN': '承接服务站和学堂的日常服务。', en: 'Runs the day-to-day service of the station and school.' },
  },
  residentsCommittee: {
    kind: 'statutoryBody',
    party: 'residents',
    name: { 'zh-CN': '松柏新村居民委员会', en: 'Songbai Residents’ Committee' },
    summary: { 'zh-CN': '居民自治组织。', en: 'The residents’ statutory body.' },
  },
  collective: {
    kind: 'statutoryBody',
    party: 'residents',
    name: { 'zh-CN': '松柏经济联社', en: 'Songbai Village Collective' },
    summary: { 'zh-CN': '村集体经济组织。', en: 'The village’s economic collective.' },
  },
  printers: {
    kind: 'partner',
    party: 'social',
    name: { 'zh-CN': '荆楚印刷行业工会联合会', en: 'Jingchu Printers’ Union Federation' },
    summary: { 'zh-CN': '印刷工人的工会。', en: 'The printing workers’ union.' },
  },
  police: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '派出所', en: 'Police Station' },
    summary: { 'zh-CN': '居住证、户口事项。', en: 'Residence permits and household registration.' },
  },
  justice: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '司法所', en: 'Justice Office' },
    summary: { 'zh-CN': '法律援助、人民调解。', en: 'Legal aid and people’s mediation.' },
  },
  civilAffairs: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '社会事务办', en: 'Civil Affairs Office' },
    summary: { 'zh-CN': '救助、养老。', en: 'Relief and care for older people.' },
  },
  labour: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '人社服务所', en: 'Labour and Social Security Office' },
    summary: { 'zh-CN': '就业、社保、欠薪。', en: 'Work, insurance, unpaid wages.' },
  },
  health: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '社区卫生服务中心', en: 'Community Health Centre' },
    summary: { 'zh-CN': '医保报销、妇幼保健。', en: 'Medical reimbursement, maternal and child health.' },
  },
  culture: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '文化站', en: 'Culture Station' },
    summary: { 'zh-CN': '图书和文化活动。', en: 'Books and culture.' },
  },
  education: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '教育指导中心', en: 'Education Centre' },
    summary: { 'zh-CN': '积分入学指引。', en: 'Points-based schooling.' },
  },
  housing: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '来穗服务中心租赁组', en: 'Rental Housing Office' },
    summary: { 'zh-CN': '租赁备案、公租房。', en: 'Lease filing and public rental housing.' },
  },
  tax: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '税务代征点', en: 'Tax Collection Point' },
    summary: { 'zh-CN': '出租屋税代征。', en: 'Rental tax collected on behalf of the tax office.' },
  },
  supervision: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '区派出监察组', en: 'District Supervision Group' },
    summary: { 'zh-CN': '不归街道管，听对街道办工作人员的意见。', en: 'Not under the street office; hears what is said about its staff.' },
  },
  environment: {
    kind: 'department',
    party: 'government',
    name: { 'zh-CN': '城市管理办', en: 'Urban Management Office' },
    summary: { 'zh-CN': '路灯、垃圾、电梯、供水。', en: 'Lamps, rubbish, lifts and water.' },
  },
} as const satisfies Record<string, OrganSeed>
export type OrganKey = keyof typeof organs

interface PostSeed {
  readonly organ: OrganKey
  readonly kind: PostKind
  readonly name: { readonly 'zh-CN': string; readonly en: string }
  readonly lane?: LaneKey
  readonly seats?: number
  readonly supervisor?: string
}

export const posts = {
  systemAdministrator: { organ: 'streetOffice', kind: 'systemAdministrator', name: { 'zh-CN': '系统管理员', en: 'System administrator' } },
  securityAdministrator: {
    organ: 'streetOffice',
    kind: 'securityAdministrator',
    name: { 'zh-CN': '安全管理员', en: 'Security administrator' },
  },
  auditAdministrator: { organ: 'streetOffice', kind: 'auditAdministrator', name: { 'zh-CN': '审计管理员', en: 'Audit administrator' } },
  streetLead: { organ: 'streetOffice', kind: 'streetLead', name: { 'zh-CN': '街道分管领导', en: 'Street lead' } },
  streetOfficer: {
    organ: 'streetOffice',
    kind: 'streetOfficer',
    name: { 'zh-CN': '融合办干事', en: 'Integration officer' },
    supervisor: 'streetLead',
  },
  dataOfficer: {
    organ: 'streetOffice',
    kind: 'dataOfficer',
    name: { 'zh-CN': '个人信息保护专员', en: 'Data protection officer' },
    supervisor: 'streetLead',
  },
  integrityOfficer: { organ: 'streetOffice', kind: 'integrityOfficer', name: { 'zh-CN': '监督岗', en: 'Integrity officer' } },
  /** Outside the street office; nobody of the cast holds it, so that tests begin with one reader. */
  supervisionReader: { organ: 'supervision', kind: 'integrityOfficer', name: { 'zh-CN': '监察组接访', en: 'Supervision reader' } },
  stationLead: { organ: 'station', kind: 'stationLead', name: { 'zh-CN': '站长', en: 'Station lead' }, supervisor: 'streetLead' },
  windowOne: { organ: 'station', kind: 'windowClerk', name: { 'zh-CN': '1号窗口', en: 'Window 1' }, supervisor: 'stationLead' },
  windowTwo: { organ: 'station', kind: 'windowClerk', name: { 'zh-CN': '2号窗口', en: 'Window 2' }, supervisor: 'stationLead' },
  windowThree: { organ: 'station', kind: 'windowClerk', name: { 'zh-CN': '3号窗口', en: 'Window 3' }, supervisor: 'stationLead' },
  policeOfficer: {
    organ: 'police',
    kind: 'departmentOfficer',
    name: { 'zh-CN': '派出所经办', en: 'Police case officer' },
    supervisor: 'streetLead',
  },
  justiceOfficer: {
    organ: 'justice',
    kind: 'departmentOfficer',
    name: { 'zh-CN': '司法所经办', en: 'Justice case officer' },
    supervisor: 'streetLead',
  },
  civilOfficer: {
    organ: 'civilAffairs',
    kind: 'departmentOfficer',
    name: { 'zh-CN': '社会事务经办', en: 'Civil affairs case officer' },
    supervisor: 'streetLead',
  },
  labourOfficer: {
    organ: 'labour',
    kind: 'departmentOfficer',
    name: { 'zh-CN': '人社经办', en: 'Labour case officer' },
    supervisor: 'streetLead',
  },
  healthOfficer: {
    organ: 'health',
    kind: 'departmentOfficer',
    name: { 'zh-CN': '医保经办', en: 'Health case officer' },
    supervisor: 'streetLead',
  },
  cultureOfficer: {
    organ: 'culture',
    kind: 'departmentOfficer',
    name: { 'zh-CN': '文化站经办', en: 'Culture case officer' },
    supervisor: 'streetLead',
  },
  educationOfficer: {
    organ: 'education',
    kind: 'departmentOfficer',
    name: { 'zh-CN': '教育经办', en: 'Education case officer' },
    supervisor: 'streetLead',
  },
  housingOfficer: {
    organ: 'housing',
    kind: 'departmentOfficer',
    name: { 'zh-CN': '租赁经办', en: 'Housing case officer' },
    supervisor: 'streetLead',
  },
  taxOfficer: { organ: 'tax', kind: 'departmentOfficer', name: { 'zh-CN': '税务经办', en: 'Tax case officer' }, supervisor: 'streetLead' },
  environmentOfficer: {
    organ: 'environment',
    kind: 'departmentOfficer',
    name: { 'zh-CN': '城管经办', en: 'Environment case officer' },
    supervisor: 'streetLead',
  },
  councilChair: { organ: 'council', kind: 'chair', name: { 'zh-CN': '议事会主席', en: 'Council chair' } },
  newcomerDelegate: { organ: 'council', kind: 'delegate', name: { 'zh-CN': '来穗人员代表', en: 'Newcomers’ delegate' }, seats: 6 },
  localDelegate: { organ: 'council', kind: 'delegate', name: { 'zh-CN': '本地居民代表', en: 'Locals’ delegate' }, seats: 6 },
  councilClerk: {
    organ: 'council',
    kind: 'councilClerk',
    name: { 'zh-CN': '议事会秘书', en: 'Council clerk' },
    supervisor: 'councilChair',
  },
  credentialAuthority: {
    organ: 'council',
    kind: 'credentialAuthority',
    name: { 'zh-CN': '投票凭证发放人', en: 'Credential authority' },
  },
  providerHead: { organ: 'provider', kind: 'providerHead', name: { 'zh-CN': '中心主任', en: 'Centre director' } },
  socialWorker: {
    organ: 'provider',
    kind: 'socialWorker',
    name: { 'zh-CN': '社工', en: 'Social worker' },
    seats: 4,
    supervisor: 'providerHead',
  },
  laneHeadThree: {
    organ: 'residentsCommittee',
    kind: 'laneHead',
    lane: 'laneThree',
    name: { 'zh-CN': '三号巷巷长', en: 'Head of Lane Three' },
  },
  newcomerMediator: { organ: 'station', kind: 'mediator', name: { 'zh-CN': '调解员（来穗人员）', en: 'Mediator (newcomer)' }, seats: 3 },
  localMediator: { organ: 'station', kind: 'mediator', name: { 'zh-CN': '调解员（本地居民）', en: 'Mediator (local)' }, seats: 3 },
  corpsLeader: { organ: 'corps', kind: 'teamLeader', name: { 'zh-CN': '服务队队长', en: 'Corps leader' } },
  lecturer: { organ: 'school', kind: 'lecturer', name: { 'zh-CN': '讲师', en: 'Lecturer' }, seats: 10 },
} as const satisfies Record<string, PostSeed>
export type PostKey = keyof typeof posts

const person = (member: CastMember): CastMember => member

export const cast = {
  chen: person({
    name: '陈国强',
    phone: '19900000001',
    group: 'newcomer',
    community: 'songbai',
    homeCounty: '湖北洪湖',
    dialects: ['洪湖话'],
    posts: [],
    who: { 'zh-CN': '来自洪湖的印刷工，46 岁，用便宜手机', en: 'A printer from Honghu, 46, with a cheap phone' },
  }),
  auntHuang: person({
    name: '黄美珍',
    phone: '19900000002',
    group: 'local',
    community: 'rongshu',
    appearance: 'large',
    dialects: ['粤语'],
    posts: [],
    who: { 'zh-CN': '本地居民，71 岁，要看大字', en: 'A local, 71, who needs large print' },
  }),
  liuFang: person({
    name: '刘芳',
    phone: '19900000003',
    group: 'newcomer',
    community: 'songbai',
    homeCounty: '湖北洪湖',
    dialects: ['洪湖话'],
    posts: [],
    who: { 'zh-CN': '来自洪湖，正在办医保报销', en: 'From Honghu, claiming a medical reimbursement' },
  }),
  smith: person({
    name: 'Sam Rivers',
    phone: '19900000004',
    group: 'unstated',
    community: 'hebian',
    language: 'en',
    posts: [],
    who: { 'zh-CN': '用英文界面的住户，不愿说自己属于哪一方', en: 'Reads English and prefers not to state a group' },
  }),
  zhou: person({
    name: '周桂兰',
    phone: '19900000005',
    group: 'newcomer',
    community: 'songbai',
    homeCounty: '湖北洪湖',
    posts: ['newcomerDelegate'],
    who: { 'zh-CN': '来穗人员代表，第一次当众发言', en: 'Newcomers’ delegate, speaking in public for the first time' },
  }),
  uncleHuang: person({
    name: '黄志明',
    phone: '19900000006',
    group: 'local',
    community: 'rongshu',
    posts: ['localDelegate', 'localMediator'],
    who: { 'zh-CN': '本地居民代表、调解员，大家叫他黄伯', en: 'Locals’ delegate and mediator' },
  }),
  liuJianjun: person({
    name: '刘建军',
    phone: '19900000007',
    group: 'newcomer',
    community: 'songbai',
    homeCounty: '湖北洪湖',
    dialects: ['洪湖话'],
    posts: ['laneHeadThree', 'newcomerMediator'],
    who: { 'zh-CN': '三号巷巷长、调解员', en: 'Head of Lane Three and mediator' },
  }),
  liang: person({
    name: '梁慧',
    phone: '19900000008',
    group: 'local',
    community: 'hebian',
    posts: ['providerHead', 'councilChair'],
    who: { 'zh-CN': '社工中心主任、议事会主席', en: 'The provider’s head and council chair' },
  }),
  wuXia: person({
    name: '吴霞',
    phone: '19900000009',
    group: 'newcomer',
    community: 'hebian',
    posts: ['socialWorker'],
    who: { 'zh-CN': '社工，帮人把话带上去', en: 'A social worker who carries concerns' },
  }),
  liZhiqiang: person({
    name: '李志强',
    phone: '19900000010',
    group: 'newcomer',
    community: 'songbai',
    posts: ['newcomerDelegate'],
    who: { 'zh-CN': '来穗人员代表', en: 'Newcomers’ delegate' },
  }),
  sunLanying: person({
    name: '孙兰英',
    phone: '19900000011',
    group: 'newcomer',
    community: 'songbai',
    homeCounty: '湖北洪湖',
    posts: ['newcomerDelegate'],
    who: { 'zh-CN': '来穗人员代表，在印刷厂上夜班', en: 'Newcomers’ delegate, works nights at a printer’s' },
  }),
  heYong: person({
    name: '何勇',
    phone: '19900000012',
    group: 'newcomer',
    community: 'songbai',
    homeCounty: '湖北洪湖',
    posts: ['newcomerDelegate'],
    who: { 'zh-CN': '来穗人员代表，送货的', en: 'Newcomers’ delegate, a delivery rider' },
  }),
  tanXiaomei: person({
    name: '谭小梅',
    phone: '19900000013',
    group: 'newcomer',
    community: 'hebian',
    homeCounty: '湖南衡阳',
    posts: ['newcomerDelegate'],
    who: { 'zh-CN': '来穗人员代表，开早餐店', en: 'Newcomers’ delegate, runs a breakfast shop' },
  }),
  guoLei: person({
    name: '郭磊',
    phone: '19900000014',
    group: 'newcomer',
    community: 'rongshu',
    homeCounty: '四川达州',
    posts: ['newcomerDelegate'],
    who: { 'zh-CN': '来穗人员代表，电工', en: 'Newcomers’ delegate, an electrician' },
  }),
  liangShaofen: person({
    name: '梁少芬',
    phone: '19900000015',
    group: 'local',
    community: 'rongshu',
    posts: ['localDelegate'],
    who: { 'zh-CN': '本地居民代表，退休教师', en: 'Locals’ delegate, a retired teacher' },
  }),
  zengBo: person({
    name: '曾波',
    phone: '19900000016',
    group: 'local',
    community: 'songbai',
    posts: ['localDelegate'],
    who: { 'zh-CN': '本地居民代表，出租几间房', en: 'Locals’ delegate, lets a few rooms' },
  }),
  luoWeiqiang: person({
    name: '罗伟强',
    phone: '19900000017',
    group: 'local',
    community: 'rongshu',
    posts: ['localDelegate'],
    who: { 'zh-CN': '本地居民代表，村集体的会计', en: 'Locals’ delegate, the collective’s accountant' },
  }),
  panHui: person({
    name: '潘慧',
    phone: '19900000018',
    group: 'local',
    community: 'hebian',
    posts: ['localDelegate'],
    who: { 'zh-CN': '本地居民代表，社区医生', en: 'Locals’ delegate, a community doctor' },
  }),
  chenYaozong: person({
    name: '陈耀宗',
    phone: '19900000019',
    group: 'local',
    community: 'hebian',
    appearance: 'large',
    posts: ['localDelegate'],
    who: { 'zh-CN': '本地居民代表，用大字版', en: 'Locals’ delegate, reads large print' },
  }),
  jiangWen: person({
    name: '江雯',
    phone: '19900000042',
    group: 'local',
    community: 'rongshu',
    posts: ['councilClerk'],
    who: { 'zh-CN': '议事会秘书：排会、登记、做记录', en: 'The council’s clerk: plans, enters, keeps the minutes' },
  }),
  fuQiang: person({
    name: '傅强',
    phone: '19900000043',
    group: 'local',
    community: 'hebian',
    posts: ['credentialAuthority'],
    who: { 'zh-CN': '大学的发证人，不经手选票', en: 'Hands out ballot keys from the university, apart from the ballots' },
  }),
  qiuYun: person({
    name: '邱云',
    phone: '19900000044',
    group: 'unstated',
    community: 'hebian',
    posts: [],
    who: { 'zh-CN': '中立的监票人，来自大学', en: 'A neutral trustee from the university' },
  }),
  heMin: person({
    name: '何敏',
    phone: '19900000021',
    group: 'local',
    community: 'rongshu',
    posts: ['windowTwo'],
    who: { 'zh-CN': '2 号窗口，一天都在键盘上', en: 'Clerk at window 2, on the keyboard all day' },
  }),
  liTing: person({
    name: '李婷',
    phone: '19900000022',
    group: 'newcomer',
    community: 'songbai',
    dialects: ['洪湖话', '粤语'],
    posts: ['windowOne'],
    who: { 'zh-CN': '1 号窗口，会说洪湖话', en: 'Clerk at window 1, speaks the Honghu dialect' },
  }),
  luoYan: person({
    name: '罗燕',
    phone: '19900000023',
    group: 'local',
    community: 'rongshu',
    posts: ['stationLead'],
    who: { 'zh-CN': '服务站站长', en: 'Station lead' },
  }),
  wangJun: person({
    name: '王军',
    phone: '19900000024',
    group: 'local',
    community: 'hebian',
    posts: ['policeOfficer'],
    who: { 'zh-CN': '派出所经办', en: 'Case officer at the police station' },
  }),
  tangLi: person({
    name: '唐丽',
    phone: '19900000025',
    group: 'newcomer',
    community: 'hebian',
    posts: ['healthOfficer'],
    who: { 'zh-CN': '社区卫生服务中心经办', en: 'Case officer at the health centre' },
  }),
  maLin: person({
    name: '马琳',
    phone: '19900000026',
    group: 'local',
    community: 'hebian',
    posts: ['justiceOfficer'],
    who: { 'zh-CN': '司法所经办', en: 'Case officer at the justice office' },
  }),
  fangWei: person({
    name: '方伟',
    phone: '19900000027',
    group: 'local',
    community: 'songbai',
    posts: ['environmentOfficer', 'housingOfficer'],
    who: { 'zh-CN': '城管办和租赁组经办', en: 'Case officer for environment and housing' },
  }),
  officerLin: person({
    name: '林涛',
    phone: '19900000031',
    group: 'local',
    community: 'rongshu',
    posts: ['streetOfficer'],
    who: { 'zh-CN': '街道融合办干事，要向上说明数字', en: 'Street officer who must explain the figures' },
  }),
  directorHe: person({
    name: '何建国',
    phone: '19900000032',
    group: 'local',
    community: 'rongshu',
    posts: ['streetLead'],
    who: { 'zh-CN': '街道分管领导', en: 'Street lead' },
  }),
  zhaoYu: person({
    name: '赵宇',
    phone: '19900000033',
    group: 'unstated',
    community: 'rongshu',
    posts: ['systemAdministrator'],
    who: { 'zh-CN': '系统管理员', en: 'System administrator' },
  }),
  qianXi: person({
    name: '钱曦',
    phone: '19900000034',
    group: 'unstated',
    community: 'rongshu',
    posts: ['securityAdministrator'],
    who: { 'zh-CN': '安全管理员', en: 'Security administrator' },
  }),
  sunYi: person({
    name: '孙怡',
    phone: '19900000035',
    group: 'unstated',
    community: 'rongshu',
    posts: ['auditAdministrator'],
    who: { 'zh-CN': '审计管理员', en: 'Audit administrator' },
  }),
  zhengRu: person({
    name: '郑茹',
    phone: '19900000036',
    group: 'local',
    community: 'hebian',
    posts: ['dataOfficer'],
    who: { 'zh-CN': '个人信息保护专员', en: 'Data protection officer' },
  }),
  fengJie: person({
    name: '冯洁',
    phone: '19900000037',
    group: 'local',
    community: 'hebian',
    posts: ['integrityOfficer'],
    who: { 'zh-CN': '监督岗，处理对工作人员的意见', en: 'Integrity officer' },
  }),
  xu: person({
    name: '徐建平',
    phone: '19900000041',
    group: 'newcomer',
    community: 'songbai',
    homeCounty: '湖北洪湖',
    posts: [],
    who: { 'zh-CN': '来穗人员，热心街坊', en: 'A newcomer active in the street' },
  }),
} as const
export type CastKey = keyof typeof cast
