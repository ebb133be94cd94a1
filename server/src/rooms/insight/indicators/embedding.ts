import { fromRegister, line, type Indicator } from './definition.ts'
import { crossPostingsOn, firstAppointed, firstTogether, postsOn, togetherIn } from './programme-registers.ts'

/** 11 · embedding of organisations. What an organ does among its own members is its own and never here (02 §7). */
export const embedding: Indicator = {
  key: 'embedding',
  number: 11,
  box: 'organisationEmbedding',
  title: { 'zh-CN': '组织有没有扎下根、连起来', en: 'Are the organs in place and tied together' },
  measures: [
    {
      key: 'postsFilled',
      kind: 'share',
      byGroup: false,
      stock: true,
      places: ['organ'],
      exempt: 'programme.posts',
      unit: { 'zh-CN': '个位子', en: 'places' },
      title: { 'zh-CN': '有人担任的职务', en: 'Posts that somebody holds' },
      says: {
        'zh-CN': '月末各机构的职务里，有人担任的占多少。',
        en: 'Of the places in all organs’ posts, how many somebody holds at the end of the month.',
      },
      saysNot: {
        'zh-CN': '有人担任不等于做得过来；各组织内部的生活归各组织自己，这里不数。',
        en: 'Held is not yet done well. What an organ does among its own members is its own affair and is not counted here.',
      },
      numerator: { 'zh-CN': '有人担任的位子', en: 'places held' },
      denominator: { 'zh-CN': '职务登记里的全部位子', en: 'all places of the register of posts' },
      source: { 'zh-CN': '指标目录 11；设计 M3、M6', en: 'Indicator catalogue 11; design M3, M6' },
      bias: {
        'zh-CN': '只数公开登记的职务；职务登记不记设立日，后来设的职务在早先的月份里算空着。',
        en: 'Only posts of the public register. It does not say when a post was made, so one made later counts as empty in earlier months.',
      },
      counts: fromRegister(firstAppointed, async (deed, { last }) =>
        (await postsOn(deed, last)).flatMap(({ organ, seats, held }) => [
          line('yes', held, { organ }),
          line('no', seats - held, { organ }),
        ]),
      ),
    },
    {
      key: 'organsAtWork',
      kind: 'share',
      byGroup: false,
      stock: true,
      places: [],
      exempt: 'programme.posts',
      unit: { 'zh-CN': '个机构', en: 'organs' },
      title: { 'zh-CN': '职务都有人的机构', en: 'Organs with every post held' },
      says: {
        'zh-CN': '月末登记的机构里，没有空缺职务的占多少。',
        en: 'Of the registered organs that have posts, how many have none empty at the end of the month.',
      },
      saysNot: { 'zh-CN': '有一个空缺就不算，不看空缺多大。', en: 'One empty place is enough not to count, however small it is.' },
      numerator: { 'zh-CN': '没有空缺的机构', en: 'organs with no empty place' },
      denominator: { 'zh-CN': '设了职务的机构', en: 'organs that have posts' },
      source: { 'zh-CN': '指标目录 11', en: 'Indicator catalogue 11' },
      bias: { 'zh-CN': '机构大小差得多，都只算一个。', en: 'Organs differ much in size and count as one each.' },
      counts: fromRegister(firstAppointed, async (deed, { last }) => {
        const organs = await postsOn(deed, last)
        const full = organs.filter(({ seats, held }) => held === seats).length
        return organs.length === 0 ? [] : [line('yes', full), line('no', organs.length - full)]
      }),
    },
    {
      key: 'together',
      kind: 'count',
      byGroup: false,
      places: [],
      exempt: 'insight.together',
      parts: {
        jointActivity: { 'zh-CN': '联合活动', en: 'joint activities' },
        activity: { 'zh-CN': '志愿活动', en: 'volunteer activities' },
        course: { 'zh-CN': '课程', en: 'courses' },
        contract: { 'zh-CN': '承接项目', en: 'contracted projects' },
        round: { 'zh-CN': '分配轮次', en: 'allocation rounds' },
      },
      unit: { 'zh-CN': '项', en: 'items' },
      title: { 'zh-CN': '两个以上机构一起办的事', en: 'What two organs or more did together' },
      says: {
        'zh-CN': '当月开始的、至少两个机构一起办的事，按种类分。',
        en: 'What began in the month with at least two organs behind it, by kind.',
      },
      saysNot: {
        'zh-CN': '挂名也算一起办；办得好不好看各自的页面。',
        en: 'An organ in name only counts too; how well it went stands on each item’s page.',
      },
      numerator: { 'zh-CN': '当月开始的联合事项', en: 'joint items that began in the month' },
      denominator: null,
      source: { 'zh-CN': '指标目录 11；设计 M2、M6', en: 'Indicator catalogue 11; design M2, M6' },
      bias: {
        'zh-CN': '取消的不算；没登记成联合的不在里面。',
        en: 'What was called off is left out; what nobody registered as joint is not in it.',
      },
      counts: fromRegister(firstTogether, async (deed, days) => (await togetherIn(deed, days)).map(({ kind, n }) => line(kind, n))),
    },
    {
      key: 'allThree',
      kind: 'share',
      byGroup: false,
      places: [],
      exempt: 'insight.together',
      unit: { 'zh-CN': '项', en: 'items' },
      title: { 'zh-CN': '政府、社会组织、居民三方都在的', en: 'With government, social organisations and residents all in it' },
      says: { 'zh-CN': '一起办的事里，三方都参加的占多少。', en: 'Of what organs did together, how much had all three parties in it.' },
      saysNot: { 'zh-CN': '三方都在，不说明各出了多少力。', en: 'That all three were there does not say how much each put in.' },
      numerator: { 'zh-CN': '三方都在的联合事项', en: 'joint items with all three parties' },
      denominator: { 'zh-CN': '当月开始的联合事项', en: 'joint items that began in the month' },
      source: { 'zh-CN': '设计 M2：三方', en: 'Design M2: three parties' },
      bias: { 'zh-CN': '按机构登记的一方算，不按到场的人算。', en: 'By the party each organ is registered as, not by who was there.' },
      counts: fromRegister(firstTogether, async (deed, days) =>
        (await togetherIn(deed, days)).map(({ allThree, n }) => line(allThree ? 'yes' : 'no', n)),
      ),
    },
    {
      key: 'crossPostings',
      kind: 'share',
      byGroup: false,
      stock: true,
      places: [],
      exempt: 'insight.crossPostings',
      unit: { 'zh-CN': '人', en: 'office-holders' },
      title: { 'zh-CN': '交叉任职写在页面上的', en: 'Cross-postings that the organs’ pages tell' },
      says: {
        'zh-CN': '月末在两个以上机构任职的人里，各职务都同意公开姓名的占多少。',
        en: 'Of those who hold posts in two organs or more at the end of the month, how many have their name published with every one of them.',
      },
      saysNot: { 'zh-CN': '不公开是本人的选择，不是隐瞒。', en: 'Not to publish is the holder’s choice and hides nothing wrong.' },
      numerator: { 'zh-CN': '各职务都公开姓名的', en: 'with the name published for every post' },
      denominator: { 'zh-CN': '在两个以上机构任职的', en: 'with posts in two organs or more' },
      source: { 'zh-CN': '指标目录 11：交叉任职公开', en: 'Indicator catalogue 11: transparency of dual posts' },
      bias: { 'zh-CN': '只看公开登记的机构和职务。', en: 'Organs and posts of the public register only.' },
      counts: fromRegister(firstAppointed, async (deed, { last }) => {
        const { told, untold } = await crossPostingsOn(deed, last)
        return told + untold === 0 ? [] : [line('yes', told), line('no', untold)]
      }),
    },
  ],
}
