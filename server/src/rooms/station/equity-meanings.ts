import type { readEquity } from '@ronghe/contract/station/equity.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Setting } from '@ronghe/contract/programme/settings.ts'
import { inLanguage } from '@ronghe/contract/values.ts'

/** One sentence for each figure on what it says, and one on what it does not, in the street's own words for the two groups. */
export const meaningsFor = ({ newcomer, local }: Setting<'groupNames'>): ReplyOf<typeof readEquity>['meanings'] => ({
  opportunity: {
    says: {
      'zh-CN': `同样的材料，能办的事项有多少对${newcomer['zh-CN']}开放，有多少对${local['zh-CN']}开放。`,
      en: `On the same papers: how many services are open to ${inLanguage(newcomer, 'en')}, and how many to ${inLanguage(local, 'en')}.`,
    },
    saysNot: {
      'zh-CN': '开放不等于办成，也不说有多少人需要。法律规定只给一方办的，另外列出。',
      en: 'Open does not mean granted, nor how many people need it. What a law keeps for one group is listed apart.',
    },
  },
  benefit: {
    says: {
      'zh-CN': '这一季度办结的申请里，同意的占多少；两组相比是几倍，区间是 95% 的把握。',
      en: 'Of the applications decided in this quarter, the share that was granted; how the groups compare, with the interval that is right 95 times of 100.',
    },
    saysNot: {
      'zh-CN': '区间跨过 1，就看不出差别。有差别也不等于区别对待：两组申请的事和情况可能不同，要看拒绝的理由。',
      en: 'An interval across 1 shows no difference. A difference alone is not unequal treatment: the groups may apply for different things; see the reasons.',
    },
  },
  choice: {
    says: {
      'zh-CN': '有几个事项，这一组至少有两种办法真的有人在用（每种不少于十分之一）。',
      en: 'For how many services the group really used two or more channels, each by a tenth at least.',
    },
    saysNot: {
      'zh-CN': '没用不等于不能用。一个季度不到 60 件的事项不作判断。',
      en: 'Not used does not mean not possible. Services with fewer than 60 cases in the quarter are left open.',
    },
  },
  days: {
    says: {
      'zh-CN': '从受理到决定用了几个工作日：一半的人在这个数以内，九成的人在后一个数以内。等居民补材料的日子另算。',
      en: 'Working days from acceptance to decision: half the cases took no longer than the first number, nine of ten no longer than the second. The resident’s own turn is counted apart.',
    },
    saysNot: { 'zh-CN': '不含还没办结的。最慢的那些可能还没算进来。', en: 'Cases still open are not in it; the slowest may be missing.' },
  },
  extraVisits: {
    says: { 'zh-CN': '每件事平均多跑了几趟窗口。', en: 'How many visits beyond the first a case took on average.' },
    saysNot: {
      'zh-CN': '只算取了号并记在这件事上的来访，别处跑的路不知道。',
      en: 'Only visits with a ticket that was linked to the case; ways to other places are unknown.',
    },
  },
  reasons: {
    says: { 'zh-CN': '没有同意的，各是什么理由。', en: 'For what reasons applications were not granted.' },
    saysNot: {
      'zh-CN': '是决定书上写的理由。少于 5 件的不显示，也不显示能推算出它的数。',
      en: 'The reasons written in the decisions. Fewer than 5 are not shown, nor what would give them away.',
    },
  },
  notStated: {
    says: {
      'zh-CN': '不愿说自己属于哪一组的人，单独一列，同样计入总数。',
      en: 'Those who prefer not to say are a column of their own and count in all totals.',
    },
    saysNot: {
      'zh-CN': '不猜他们属于哪一组，也不拿去和两组比。',
      en: 'Nobody guesses their group, and they are not compared with the two.',
    },
  },
})
