import type { OrganKey, PostKey } from './cast.ts'

export interface SupportSeed {
  readonly organ: OrganKey
  readonly kind: 'place' | 'money' | 'equipment' | 'people'
  readonly what: string
  readonly cents?: number
  readonly state: 'requested' | 'granted' | 'refused' | 'delivered' | 'withdrawn'
  readonly daysAgo: number
  readonly outcome?: string
  readonly reason?: string
}

const given = (
  daysAgo: number,
  organ: OrganKey,
  kind: SupportSeed['kind'],
  what: string,
  outcome?: string,
  yuan?: number,
): SupportSeed => ({
  organ,
  kind,
  what,
  state: 'delivered',
  daysAgo,
  ...(outcome !== undefined && { outcome }),
  ...(yuan !== undefined && { cents: yuan * 100 }),
})

/** M4: what the street gave each organ over the year, and what came of it. */
export const supports: readonly SupportSeed[] = [
  given(320, 'station', 'place', '榕树路3号一楼，120 平方米，免租', '三个窗口和等候区已启用。'),
  given(316, 'station', 'equipment', '叫号机一台、窗口显示屏三块', '大厅不用再喊号。'),
  given(310, 'council', 'place', '榕树路3号二楼会议室，每周三晚', '每月一次议事会，平日做调解室。'),
  given(306, 'station', 'people', '抽调两名文员到 1、2 号窗口，为期一年', '两个窗口全天有人。'),
  given(300, 'school', 'place', '榕树路5号两间教室，周末和晚上', '排了七门课。'),
  given(290, 'school', 'money', '学堂全年讲师课时费', '开课 96 节。', 180_000),
  given(282, 'provider', 'money', '社工服务项目第一季度', '入户 210 次，带上来 34 件诉求。', 240_000),
  given(268, 'corps', 'place', '三号巷口岗亭一间', '夜巡队放工具、换班用。'),
  given(255, 'council', 'money', '代表误工补贴和会议托管，上半年', '补贴 61 人次，托管 14 次。', 18_300),
  given(240, 'school', 'equipment', '旧电脑 20 台，文化站换下来的', '电脑班两期用过，坏了三台。'),
  given(226, 'corps', 'people', '派出所教官一名，讲两次夜巡安全', '四十二人听课。'),
  given(212, 'station', 'money', '洪湖话、粤语窗口提示牌和大字表格印制', '每个窗口都有。', 6_800),
  given(200, 'corps', 'equipment', '反光背心 80 件、手电 40 支', '巡逻队两班够用。'),
  given(190, 'provider', 'money', '社工服务项目第二季度', '入户 236 次，调解陪同 9 次。', 240_000),
  given(176, 'printers', 'place', '文化站报告厅，工友法律课一天', '到场八十多人。'),
  given(165, 'school', 'people', '中学美术老师一名，暑期班四周', '新老街坊的孩子各占一半。'),
  given(150, 'council', 'equipment', '投影仪一台、话筒两支', '后排听得清了。'),
  given(138, 'corps', 'money', '暑期防溺水巡河补水和雨衣', '巡河 31 天。', 4_200),
  given(120, 'station', 'equipment', '老花镜、血压计、充电线，便民角', '每天有人用。'),
  given(104, 'school', 'money', '家长课请妇幼医生的讲课费', '讲了三次，发材料 120 份。', 3_600),
  given(96, 'provider', 'money', '社工服务项目第三季度', undefined, 240_000),
  given(82, 'council', 'people', '司法所律师一名，列席两次议事会', '把“能不能定”当场说清。'),
  given(68, 'residentsCommittee', 'money', '五巷台阶防滑条和扶手', '两处台阶都做了。', 8_700),
  given(55, 'school', 'equipment', '缝纫机 6 台', '周二、周四晚上开课。'),
  {
    organ: 'corps',
    kind: 'equipment',
    what: '巡逻用电动车 4 辆',
    state: 'refused',
    daysAgo: 45,
    reason: '巡逻靠步行看得细，先不配车；雨衣另批。',
  },
  given(38, 'collective', 'place', '祠堂前空地，周末集市', undefined),
  {
    organ: 'council',
    kind: 'money',
    what: '议事会直播设备',
    cents: 2_800_000,
    state: 'refused',
    daysAgo: 33,
    reason: '先用手机录音加文字纪要，一个季度后看有多少人要听。',
  },
  { organ: 'provider', kind: 'money', what: '社工服务项目第四季度', cents: 24_000_000, state: 'granted', daysAgo: 28 },
  { organ: 'station', kind: 'equipment', what: '高拍仪两台', state: 'granted', daysAgo: 19 },
  { organ: 'school', kind: 'place', what: '河边社区活动室，周六上午', state: 'withdrawn', daysAgo: 16 },
  { organ: 'corps', kind: 'equipment', what: '雨衣 60 件', state: 'granted', daysAgo: 13 },
  { organ: 'station', kind: 'people', what: '年底高峰期增加一名文员，12 月到 1 月', state: 'requested', daysAgo: 12 },
  { organ: 'school', kind: 'people', what: '周末借用社区医院护士一名，讲急救', state: 'requested', daysAgo: 4 },
  { organ: 'council', kind: 'money', what: '议事会误工补贴和托管，下半年', cents: 360_000, state: 'requested', daysAgo: 2 },
]

/** Whoever may ask for the organ: its own head where there is one at a desk, else the street office for it. */
export const asksFor: Partial<Readonly<Record<OrganKey, PostKey>>> = { station: 'stationLead', provider: 'providerHead' }
