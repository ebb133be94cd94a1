import type { CommunityKey, OrganKey } from './cast.ts'

interface Words {
  readonly 'zh-CN': string
  readonly en: string
}

/** M6: something organs of S Street did together, who brought what, and what came of it. */
export interface TogetherSeed {
  readonly host: OrganKey
  readonly title: Words
  readonly what: Words
  readonly place: Words
  readonly community?: CommunityKey
  readonly partners: Partial<Readonly<Record<OrganKey, Words>>>
  /** Days from today; below zero lies behind us. */
  readonly inDays: number
  readonly cameOf?: Words
  readonly because?: Words
}

const both = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })
const place = both('出场地', 'gives the place')
const volunteers = both('出志愿者', 'sends volunteers')

export const together: readonly TogetherSeed[] = [
  {
    host: 'streetOffice',
    title: both('春节留下来过年', 'New Year for those who stay'),
    what: both('不回老家的街坊一起做年夜饭，各家出一道菜。', 'Those who do not travel home cook together, a dish from every home.'),
    place: both('祠堂前空地', 'In front of the ancestral hall'),
    partners: { collective: place, printers: both('组织工友', 'brings the workers'), provider: both('照看孩子', 'minds the children') },
    inDays: -282,
    cameOf: both('摆了二十六桌，第二年还要办。', 'Twenty-six tables; it will be held again.'),
  },
  {
    host: 'justice',
    title: both('租房的事，一次说清', 'Renting, explained once and well'),
    what: both('房东和租客坐一起，律师现场答。', 'Landlords and tenants at one table, with lawyers to answer.'),
    place: both('文化站报告厅', 'Hall of the culture station'),
    partners: {
      culture: place,
      council: both('代表收集问题', 'delegates gather the questions'),
      provider: both('记录', 'keeps the notes'),
    },
    inDays: -228,
    cameOf: both('答了 41 个问题，做成一页纸贴在各巷口。', 'Forty-one questions answered, put on one page at every lane.'),
  },
  {
    host: 'health',
    title: both('社区义诊', 'Health day'),
    what: both('量血压、看牙、问医保，洪湖话和粤语都有人。', 'Blood pressure, teeth, insurance; in the Honghu dialect and Cantonese.'),
    place: both('三号巷口', 'At Lane Three'),
    community: 'songbai',
    partners: { corps: volunteers, residentsCommittee: place, university: both('派学生', 'sends students') },
    inDays: -170,
    cameOf: both('来了两百多人，三个人当天转去医院。', 'More than two hundred came; three were sent on to hospital that day.'),
  },
  {
    host: 'school',
    title: both('印刷厂开放日', 'Open day at the printing works'),
    what: both('师傅带街坊看一本书怎么印出来。', 'Masters show how a book is printed.'),
    place: both('荆楚彩印厂', 'Jingchu Colour Printing Works'),
    partners: { printWorks: both('出场地、派师傅', 'gives the place and the masters'), printers: both('报名', 'takes the names') },
    inDays: -118,
    cameOf: both('九个人后来报了学堂的制版课。', 'Nine people enrolled in platemaking afterwards.'),
  },
  {
    host: 'culture',
    title: both('两地中秋', 'Mid-autumn of two home places'),
    what: both('洪湖的莲藕汤，广府的灯谜。', 'Lotus soup from Honghu, lantern riddles from Guangzhou.'),
    place: both('榕树头', 'Under the banyan'),
    community: 'rongshu',
    partners: { residentsCommittee: both('邀请街坊', 'invites the neighbours'), corps: volunteers, collective: place },
    inDays: -59,
    cameOf: both('来了三百多人，剩下的材料给了敬老院。', 'More than three hundred came; what was left went to the old people’s home.'),
  },
  {
    host: 'environment',
    title: both('五巷清理日', 'Clearing Lane Five'),
    what: both('把堵在通道上的东西挪开，旧家具统一收。', 'Clears the passage and collects old furniture.'),
    place: both('五巷', 'Lane Five'),
    community: 'songbai',
    partners: { corps: volunteers, council: both('议事会定的', 'decided by the council'), collective: both('出车', 'sends a lorry') },
    inDays: -34,
    cameOf: both('清出十一车，消防通道通了。', 'Eleven lorry loads; the fire passage is free.'),
  },
  {
    host: 'labour',
    title: both('年底工资怎么算', 'Wages at the end of the year'),
    what: both('劳动监察和工会一起答。', 'Labour inspection and the union answer together.'),
    place: both('荆楚彩印厂食堂', 'Canteen of the printing works'),
    partners: { printers: both('组织工友', 'brings the workers'), printWorks: place, provider: both('会后跟进', 'follows up') },
    inDays: -9,
    because: both('厂里临时加班，改到十二月。', 'Overtime at the works; moved to December.'),
  },
  {
    host: 'provider',
    title: both('邻里长桌', 'A long table of neighbours'),
    what: both('摆长桌，各家出一道家乡菜。', 'A long table, one dish from every home.'),
    place: both('三号巷口', 'At Lane Three'),
    community: 'songbai',
    partners: { streetOffice: place, corps: volunteers, school: both('孩子们写菜名', 'children write the names of the dishes') },
    inDays: 12,
  },
  {
    host: 'police',
    title: both('冬季防火夜巡', 'Winter fire rounds'),
    what: both('和巡逻队一起走一遍，教怎么用灭火器。', 'Walks with the patrol and shows how to use an extinguisher.'),
    place: both('松柏新村各巷', 'The lanes of Songbai'),
    community: 'songbai',
    partners: { corps: volunteers, residentsCommittee: both('通知各户', 'tells every home') },
    inDays: 19,
  },
]
