import type { CastKey, CommunityKey, LaneKey } from './cast.ts'

/** What was proposed in the round of the year; `newcomer` and `local` are how many of ten in each group would like it. */
export interface ProposedProject {
  readonly by: CastKey
  readonly title: string
  readonly what: string
  readonly forWhom: string
  readonly at: LaneKey | CommunityKey
  readonly yuan: number
  readonly newcomer: number
  readonly local: number
  /** What the office found, where it differs from the guess. */
  readonly checked?: number
  readonly answer?: string
  readonly outcome?: string
  readonly spent?: number
  readonly provider?: true
}

const project = (
  by: CastKey,
  title: string,
  what: string,
  forWhom: string,
  at: LaneKey | CommunityKey,
  yuan: number,
  newcomer: number,
  local: number,
  more: Pick<ProposedProject, 'checked' | 'answer' | 'outcome' | 'spent' | 'provider'> = {},
): ProposedProject => ({ by, title, what, forWhom, at, yuan, newcomer, local, ...more })

/** Forty that came onto the ballot, in the order in which they were proposed. */
export const proposedProjects: readonly ProposedProject[] = [
  project(
    'chen',
    '三号巷装六盏感应路灯',
    '下夜班走到巷子中段一片黑，装六盏有人过才亮的灯。',
    '下夜班的人和放学的孩子',
    'laneThree',
    9_000,
    7,
    4,
    { checked: 10_800, answer: '可以办。要换一段旧线，造价加到 10800 元。', outcome: '六盏都装好了，夜里走着踏实。', spent: 10_650 },
  ),
  project('auntHuang', '榕树头修十条带靠背的长凳', '老凳子没有靠背，坐久了起不来。', '带孩子的老人', 'banyanLane', 18_000, 3, 7, {
    outcome: '十条都换了，扶手按老人说的加高了。',
    spent: 17_800,
  }),
  project('liuFang', '放学后的自习室', '服务站二楼晚上空着，摆桌子、装灯，请人看着。', '父母还没下班的学生', 'songbai', 36_000, 7, 3, {
    outcome: '每天四点到八点开放，二十四个座位常满。',
    spent: 35_200,
  }),
  project('heYong', '快递小哥歇脚点', '巷口一间小屋，能喝水、充电、上厕所。', '跑外卖快递的人', 'laneOne', 22_000, 6, 2, {
    outcome: '开了，清洁工和保安也来歇。',
    spent: 21_900,
  }),
  project('zengBo', '老戏台翻修', '台板烂了，柱子要上漆，唱戏、放电影都用得上。', '爱看戏的街坊', 'banyanLane', 120_000, 2, 6),
  project('tanXiaomei', '早餐摊集中点', '把散在路边的早餐摊挪到一处，有水有棚。', '赶早班的人和摊主', 'ferryLane', 48_000, 5, 3),
  project('guoLei', '楼道旧电线排查', '请电工一栋一栋查，换掉老化的线。', '住老楼的所有人', 'rongshu', 60_000, 6, 5, {
    answer: '可以办，先查后换，分两批。',
    outcome: '查了四十二栋，换了十七栋的线。',
    spent: 59_400,
  }),
  project('liangShaofen', '社区读书角', '退休老师轮流带孩子看书，添书柜和一千本书。', '小学生', 'hebian', 15_000, 5, 5, {
    outcome: '每周三次，志愿者排到了明年春天。',
    spent: 14_600,
  }),
  project('panHui', '家门口的血压血糖角', '每周两次，社区医生来量，教怎么记。', '慢性病的老人', 'rongshu', 12_000, 3, 6, {
    outcome: '办了三十多次，来的人有一半是第一次量血糖。',
    spent: 11_300,
  }),
  project('chenYaozong', '渡口巷台阶加扶手', '下雨滑，摔过三个人，两边加扶手、贴防滑条。', '腿脚不便的人', 'ferryLane', 8_000, 3, 6, {
    outcome: '扶手装好，防滑条换了耐磨的。',
    spent: 7_950,
  }),
  project('sunLanying', '夜班工友的晚饭窗口', '印刷厂夜班九点吃不上热饭，借食堂开一个窗口。', '夜班工人', 'laneFive', 30_000, 6, 1, {
    checked: 34_000,
    answer: '可以办，要加一台消毒柜。',
    outcome: '开了窗口，一晚两百多份。',
    spent: 33_800,
  }),
  project('liZhiqiang', '周末球场灯光', '球场晚上没灯，装四组灯，十点关。', '年轻人', 'songbai', 26_000, 6, 4, {
    outcome: '灯装好，十点自动关，没有扰民投诉。',
    spent: 25_700,
  }),
  project('zhou', '女工夜校的托管角', '妈妈上课，孩子有人看，两个班。', '上夜校的妈妈', 'songbai', 20_000, 6, 2, {
    outcome: '两个学期，四十个孩子来过。',
    spent: 19_900,
  }),
  project('liuJianjun', '三号巷污水沟加盖', '夏天臭，孩子掉下去过，全线加盖板。', '整条巷子的人', 'laneThree', 42_000, 6, 4, {
    outcome: '盖板铺完，夏天没味道了。',
    spent: 41_600,
  }),
  project('uncleHuang', '榕树巷口停车划线', '划出消防通道和停车位，装两个地锁。', '开车的和消防', 'banyanLane', 6_000, 2, 6, {
    outcome: '线划了，消防车试过能进。',
    spent: 5_800,
  }),
  project('luoWeiqiang', '村史墙', '把老照片做成一面墙，讲讲这里从前的样子。', '想知道本地事的人', 'rongshu', 35_000, 1, 5),
  project('xu', '老乡互助工具房', '电钻、梯子、推车放一间屋，登记就能借。', '自己动手的人', 'laneOne', 9_500, 6, 4, {
    outcome: '一百二十件工具，一个月借出三百多次。',
    spent: 9_400,
  }),
  project('chen', '旧衣物循环站', '不要的衣服洗净消毒，需要的人来拿。', '刚来的人家', 'songbai', 11_000, 5, 4, {
    outcome: '收了两千多件，拿走一半。',
    spent: 10_700,
  }),
  project('auntHuang', '河边社区太极场地铺砖', '泥地一下雨就没法站，铺透水砖。', '晨练的人', 'hebian', 24_000, 2, 6, {
    outcome: '铺好了，下雨也能练。',
    spent: 23_900,
  }),
  project('liuFang', '医保报销辅导日', '每月一天，请会说家乡话的人讲异地报销。', '看病要回老家报的人', 'songbai', 6_000, 7, 1, {
    outcome: '十次，来了四百多人。',
    spent: 5_600,
  }),
  project('heYong', '电动车充电棚两处', '飞线充电太危险，建两处带灭火的棚。', '骑电动车的人', 'laneFive', 56_000, 7, 5, {
    checked: 62_000,
    answer: '可以办。按消防要求加喷淋，造价加到 62000 元。',
    outcome: '两处都建好，飞线少了九成。',
    spent: 61_500,
  }),
  project('tanXiaomei', '流动图书车', '每周去三条巷子停一小时。', '没空去图书馆的人', 'hebian', 45_000, 3, 3),
  project('guoLei', '公用厕所改造', '坏了的门和灯换掉，加一个无障碍间。', '路过的所有人', 'rongshu', 38_000, 4, 5, {
    outcome: '改好了，无障碍间加了扶手。',
    spent: 37_700,
  }),
  project('liangShaofen', '普通话和粤语互学班', '本地人教粤语，外来的教家乡话，一起做饭收尾。', '想听懂对方的人', 'hebian', 8_000, 5, 4, {
    outcome: '三期，结业时一起包了饺子和云吞。',
    spent: 7_800,
  }),
  project('panHui', '孩子的近视筛查', '每学期一次，免费。', '小学生', 'songbai', 14_000, 5, 5, {
    outcome: '查了六百个孩子，一百二十个去配了镜。',
    spent: 13_900,
  }),
  project('chenYaozong', '社区棋牌室空调', '夏天三十五度，老人不敢来。', '下棋的老人', 'hebian', 16_000, 1, 5),
  project('sunLanying', '工伤和劳动法咨询窗口', '每周六，律师来坐半天。', '打工的人', 'laneFive', 18_000, 7, 1, {
    outcome: '四十个周六，帮人要回两笔欠薪。',
    spent: 17_600,
  }),
  project('liZhiqiang', '青年乐队排练室', '地下室做隔音，登记使用。', '年轻人', 'songbai', 40_000, 4, 2),
  project('zhou', '洪湖菜和广府菜共享厨房', '摆四个灶台，周末一起做饭。', '想家的人和爱吃的人', 'songbai', 28_000, 6, 4, {
    outcome: '每个周末都有人订，两家菜谱印成了册子。',
    spent: 27_500,
  }),
  project('liuJianjun', '三号巷监控换成照明', '不要摄像头，把钱用在灯和镜子上，转角都看得见。', '晚归的人', 'laneThree', 13_000, 5, 4, {
    outcome: '装了八面转角镜，加了五盏灯。',
    spent: 12_900,
  }),
  project('uncleHuang', '榕树头老井保护', '井台加栏，立一块牌子。', '本地老街坊', 'banyanLane', 10_000, 1, 5),
  project('luoWeiqiang', '祠堂前小广场平整', '坑坑洼洼，过节摆不开桌子。', '办酒席的人家', 'rongshu', 33_000, 1, 5),
  project('xu', '求职角电脑和打印', '三台电脑、一台打印机，有人教写简历。', '找工作的人', 'laneOne', 21_000, 6, 2, {
    outcome: '三台电脑天天有人用，帮八十多人打印了简历。',
    spent: 20_800,
  }),
  project('liang', '社工带的暑期班', '两个班，作业、游泳安全和出游。', '暑假没人带的孩子', 'songbai', 50_000, 5, 3, {
    provider: true,
    outcome: '两个班六十个孩子，一天没落。',
    spent: 49_500,
  }),
  project('chen', '五巷口减速和反光镜', '坡下来的车太快，装镜子和减速带。', '接送孩子的人', 'laneFive', 7_500, 6, 3, {
    outcome: '装好后没有再撞过人。',
    spent: 7_400,
  }),
  project('auntHuang', '老人午饭送上门', '二十位独居老人，一天一餐，先办半年。', '独居老人', 'rongshu', 54_000, 3, 7, {
    outcome: '二十三位老人，半年没断过。',
    spent: 53_800,
  }),
  project('heYong', '外卖车位', '巷口划六个十分钟车位，别堵着门。', '送餐的和住户', 'laneOne', 3_000, 5, 3, {
    outcome: '划好了，门口不堵了。',
    spent: 2_900,
  }),
  project('tanXiaomei', '河边步道的垃圾桶和椅子', '走一公里没有一个桶，添十个桶六把椅子。', '散步的人', 'ferryLane', 12_500, 4, 5, {
    outcome: '桶和椅子都到位，志愿者每周巡一次。',
    spent: 12_400,
  }),
  project('guoLei', '租客看房安全手册', '电、煤气、逃生怎么看，印三千份，配图。', '租房的人', 'songbai', 5_000, 5, 2, {
    outcome: '三千份发完，又加印了一千。',
    spent: 4_900,
  }),
  project('zengBo', '房东租客议事茶座', '每月一次，面对面说修缮和租金。', '房东和租客', 'laneFive', 4_000, 4, 4, {
    outcome: '八次，谈妥了十一件事。',
    spent: 3_800,
  }),
]
