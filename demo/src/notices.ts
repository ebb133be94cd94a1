import type { CommunityKey, OrganKey } from './cast.ts'

interface Words {
  readonly 'zh-CN': string
  readonly en: string
}
export interface NoticeSeed {
  readonly organ: OrganKey
  readonly title: Words
  readonly body: Words
  readonly daysAgo: number
  /** The last day it is shown, counted from today; without one it stays. */
  readonly lastsUntil?: number
  readonly audience?: 'everyone' | 'residents' | 'staff'
  readonly community?: CommunityKey
  readonly withdrawn?: true
}

const notice = (
  daysAgo: number,
  organ: OrganKey,
  title: readonly [string, string],
  body: readonly [string, string],
  more: Omit<NoticeSeed, 'organ' | 'title' | 'body' | 'daysAgo'> = {},
): NoticeSeed => ({
  organ,
  daysAgo,
  title: { 'zh-CN': title[0], en: title[1] },
  body: { 'zh-CN': body[0], en: body[1] },
  ...more,
})

/** A year of notices; most are over, as most notices are. */
export const notices: readonly NoticeSeed[] = [
  notice(
    1,
    'station',
    ['周三晚上开到八点', 'Open until eight on Wednesdays'],
    [
      '白天来不了的街坊，周三 14:00 到 20:00 三个窗口都有人。',
      'If you work by day: on Wednesdays all three windows are staffed from 14:00 to 20:00.',
    ],
  ),
  notice(
    3,
    'station',
    ['周六也开窗口', 'The windows are open on Saturdays'],
    [
      '上班走不开的街坊，周六照常 8:30 到 12:00、14:00 到 17:30，1 号窗口会说洪湖话。',
      'If you cannot come on workdays: Saturdays too, 8:30 to 12:00 and 14:00 to 17:30. Window 1 speaks the Honghu dialect.',
    ],
  ),
  notice(
    4,
    'police',
    ['居住证到期前三十天可以续', 'Renew a residence permit from thirty days before it ends'],
    [
      '手机上办，或带旧证到服务站。过期以后要重新申领。',
      'On the phone, or with the old card at the station. Once it has run out you apply anew.',
    ],
  ),
  notice(
    5,
    'council',
    ['下周三议事会：巷口夜间装卸', 'Council next Wednesday: loading at night'],
    [
      '晚上 7:30，榕树路3号二楼，谁都能来听。有话想说的，先告诉代表。',
      '7.30 pm, 3 Banyan Road, second floor. Anybody may listen; tell a delegate what you want said.',
    ],
    { lastsUntil: 6 },
  ),
  notice(
    6,
    'station',
    ['系统升级，周日晚上查不了进度', 'No look-ups on Sunday night'],
    [
      '周日 22:00 到 24:00 停两个小时，交过的件不受影响。',
      'Two hours from 22:00 to midnight on Sunday. What you have filed is not affected.',
    ],
    { audience: 'residents', lastsUntil: 5 },
  ),
  notice(
    8,
    'school',
    ['急救课报名', 'First-aid class'],
    [
      '周六上午九点，榕树路5号，学心肺复苏。自己来，或者带上孩子。',
      'Saturday at nine, 5 Banyan Road: how to restart a heart. Come alone or with your children.',
    ],
    { lastsUntil: 4 },
  ),
  notice(
    9,
    'streetOffice',
    ['窗口同事：新的欠薪材料清单', 'For the windows: a new checklist for unpaid wages'],
    [
      '从下周一起用第三版，旧表收回。不清楚的问人社所苏梅。',
      'Version three from Monday; hand the old sheets in. Questions go to Su Mei at the labour office.',
    ],
    { audience: 'staff', lastsUntil: 20 },
  ),
  notice(
    12,
    'health',
    ['流感疫苗到了', 'Flu vaccine is here'],
    [
      '六十岁以上不收费，新老街坊一样。周二、周四上午到社区卫生服务中心。',
      'Free from sixty on, newcomers and locals alike. Tuesday and Thursday mornings at the health centre.',
    ],
  ),
  notice(
    14,
    'environment',
    ['河边换了新的垃圾分类桶', 'New sorting bins at Riverside'],
    [
      '蓝桶放纸和瓶子，绿桶放厨余，桶边有洪湖话和粤语的小牌。',
      'Blue for paper and bottles, green for kitchen waste; the signs are in both dialects.',
    ],
    { community: 'hebian', lastsUntil: 30 },
  ),
  notice(
    17,
    'labour',
    ['年底结工资，先把证据留好', 'Wages at the end of the year: keep your evidence'],
    [
      '工资条、考勤、转账记录和聊天记录都算。拿不准的带来，服务站帮您理。',
      'Pay slips, time sheets, transfers and chats all count. Bring what you have; the station helps you sort it.',
    ],
    { lastsUntil: 60 },
  ),
  notice(
    20,
    'streetOffice',
    ['三号巷换水管，周日停水半天', 'New pipes in Lane Three: no water on Sunday morning'],
    ['8:00 到 13:00 停水，巷口有水车。', 'No water from 8 to 13; a water cart stands at the lane’s mouth.'],
    { community: 'songbai', lastsUntil: -15 },
  ),
  notice(
    22,
    'housing',
    ['签合同前先看房东证件', 'Before you sign a lease'],
    [
      '看清房产证或授权书上的名字，和收租的人是不是同一个。备案不收钱。',
      'The name on the deed or the authority has to be that of whoever takes the rent. Filing a lease costs nothing.',
    ],
  ),
  notice(
    26,
    'corps',
    ['夜巡队招新，巷里巷外都欢迎', 'The night walk looks for people'],
    ['每班两小时，两个人一组，不用体格好，会说话就行。', 'Two hours a shift, in pairs. You need not be strong; being friendly is enough.'],
  ),
  notice(
    33,
    'council',
    ['议事会通过：五巷台阶装扶手', 'Decided: handrails in Lane Five'],
    [
      '两处台阶已经装好，花了八千七百元，票据在服务站可以看。',
      'Both stairs are done for 8,700 yuan; the receipts can be seen at the station.',
    ],
  ),
  notice(
    40,
    'school',
    ['缝纫班开课', 'A sewing class begins'],
    ['周二、周四晚上七点，机器有六台，来晚了要等。', 'Tuesdays and Thursdays at seven. There are six machines; come early.'],
    { lastsUntil: 50 },
  ),
  notice(
    46,
    'streetOffice',
    ['国庆值班表', 'Who is here during the holiday'],
    [
      '10 月 1 日到 7 日，服务站上午有人，急事打 110、119、120。',
      'From 1 to 7 October the station is staffed in the mornings; in danger call 110, 119 or 120.',
    ],
    { lastsUntil: -40 },
  ),
  notice(
    58,
    'culture',
    ['图书证不再收押金', 'No more deposit for library cards'],
    ['以前交过的，带收据到文化站退。', 'If you paid one, bring the receipt to the culture station.'],
  ),
  notice(
    72,
    'health',
    ['孩子开学前补种', 'Vaccinations before term'],
    ['没有老家接种本的，报身份证号也能查。', 'Without the booklet from home, the ID number is enough to look it up.'],
    { lastsUntil: -50 },
  ),
  notice(
    85,
    'residentsCommittee',
    ['松柏新村楼道清理', 'Clearing the stairs in Songbai'],
    ['这个周末清，电动车请推到巷口充电棚。', 'This weekend. Please move electric bicycles to the charging shed.'],
    { community: 'songbai', lastsUntil: -78 },
  ),
  notice(
    99,
    'streetOffice',
    ['台风来了，河边先撤', 'Typhoon: Riverside moves first'],
    ['住一楼的到榕树路5号，有水有被子，可以带猫狗。', 'Ground floors go to 5 Banyan Road. There is water and bedding; pets are welcome.'],
    { lastsUntil: -95 },
  ),
  notice(
    110,
    'school',
    ['暑期美术班满了，可以排队', 'The summer art class is full'],
    ['有人退出就按先后通知。', 'Whoever waits is told in turn when a place is free.'],
    { lastsUntil: -80 },
  ),
  notice(
    126,
    'education',
    ['积分入学开始预约算分', 'Counting points for school: book a time'],
    ['带居住证和社保记录，每人二十分钟。', 'Bring permit and insurance record; twenty minutes each.'],
    { lastsUntil: -90 },
  ),
  notice(
    140,
    'corps',
    ['巡河时间', 'When the river is walked'],
    ['7 月 1 日到 8 月 31 日，每天下午四点到七点。', 'From 1 July to 31 August, four to seven every afternoon.'],
    { community: 'hebian', lastsUntil: -80 },
  ),
  notice(
    155,
    'station',
    ['3 号窗口试行预约优先', 'Window 3 takes appointments first'],
    ['约好的先办，没约的到 1、2 号窗口，不耽误。', 'Booked visits first there; everybody else at windows 1 and 2 as before.'],
    { withdrawn: true },
  ),
  notice(
    170,
    'justice',
    ['工友法律课', 'A day of law for workers'],
    ['周日，文化站报告厅，律师当场看合同。', 'Sunday in the hall of the culture station; lawyers read your contract on the spot.'],
    { lastsUntil: -160 },
  ),
  notice(
    188,
    'environment',
    ['电梯年检', 'Lifts are inspected'],
    ['榕树头六栋楼，每栋停半天，日子贴在楼下。', 'Six houses at Banyan Corner, half a day each; the days hang at the doors.'],
    { community: 'rongshu', lastsUntil: -170 },
  ),
  notice(
    204,
    'council',
    ['共治议事会成立', 'The council begins'],
    ['新老街坊各六个代表，每月开一次会，谁都能来听。', 'Six delegates from each group, once a month, open to all.'],
  ),
  notice(
    230,
    'civilAffairs',
    ['清明探亲，临时救助照常', 'Relief goes on over Qingming'],
    ['路费不够、东西被偷，都可以来服务站说。', 'No fare home, or robbed on the way: tell the station.'],
    { lastsUntil: -222 },
  ),
  notice(
    260,
    'tax',
    ['出租屋税可以在服务站交', 'Rental tax can be paid at the station'],
    ['带合同和身份证，当场开票。', 'Bring lease and ID; the receipt is printed at once.'],
  ),
  notice(
    300,
    'station',
    ['融合社区服务站开门', 'The station opens'],
    [
      '居住证、租房、社保、报销，一个窗口办。新老街坊一样。',
      'Permits, leases, insurance and reimbursement at one window, for newcomers and locals alike.',
    ],
  ),
]
