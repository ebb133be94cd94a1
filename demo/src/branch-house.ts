import { branchConsentTexts } from '@ronghe/contract/branch/consent-texts.ts'
import { standardDuties } from '@ronghe/contract/branch/duties.ts'
import type { BranchKind } from '@ronghe/contract/branch/branches.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Street } from '@ronghe/server/platform/database/streets.ts'
import type { Platform } from '@ronghe/server/platform/platform.ts'
import { edit } from '@ronghe/server/rooms/branch/branches.ts'
import { declare } from '@ronghe/server/rooms/branch/check-ins.ts'
import { answer, enterPaper } from '@ronghe/server/rooms/branch/members.ts'
import { issueCode, mine, step, takeUp } from '@ronghe/server/rooms/branch/offices.ts'
import { cast, type CastKey, type OrganKey } from './cast.ts'
import { chanceOf } from './chance.ts'
import { inBranch, type InBranch } from './branch-acting.ts'
import { organId } from './load-cast.ts'

interface House {
  readonly organ: OrganKey
  readonly kind: BranchKind
  readonly secretary: CastKey
  readonly publishes: boolean
  readonly reception: string
  readonly hours: string
  readonly welcomes: string
  /** On paper, by people without an account: days ago, name, home branch. */
  readonly papers: readonly (readonly [daysAgo: number, name: string, home: string])[]
}

const houses: readonly House[] = [
  {
    organ: 'branch',
    kind: 'floating',
    secretary: 'xu',
    publishes: true,
    reception: '榕树路1号二楼，来穗党员接待办公室',
    hours: '周二、周四 19:00—21:00，周日 9:00—12:00',
    welcomes: '在本街生活、工作的流动党员',
    papers: [
      [318, '蒋春明', '湖南衡阳某村支部'],
      [290, '罗玉霞', '广西玉林某社区支部'],
      [241, '段小军', '江西赣州某镇支部'],
      [180, '温桂英', '河南信阳某村支部'],
      [96, '邱志刚', '四川南充某村支部'],
      [3, '单永福', '贵州遵义某村支部'],
    ],
  },
  {
    organ: 'printersBranch',
    kind: 'floating',
    secretary: 'heDali',
    publishes: false,
    reception: '松柏新村三巷口，工会小屋',
    hours: '每月第一个星期天 14:00—17:00',
    welcomes: '荆楚一带来的印刷工',
    papers: [
      [305, '邵国安', '洪湖市新堤街道第三支部'],
      [299, '尹桂兰', '洪湖市峰口镇支部'],
      [260, '卞长江', '监利市朱河镇支部'],
      [222, '池水生', '洪湖市府场镇支部'],
      [150, '屈红梅', '仙桃市彭场镇支部'],
      [61, '万德发', '洪湖市龙口镇支部'],
    ],
  },
]

/** Branches with a secretary, their own words, and members who came with a signed paper over the year; two of the cast came by phone. */
export async function loadBranchHouses(platform: Platform, street: Street): Promise<void> {
  const at = inBranch(platform, street, chanceOf('branch-house'))
  for (const house of houses) {
    const branchId = organId(street.id, house.organ)
    await at(330, house.secretary, async (deed) => {
      const { code } = await issueCode(deed, { branchId, kind: house.kind })
      const office = await takeUp(deed, { code, name: cast[house.secretary].name })
      if (!('id' in office)) throw new Error('the code of the demo was refused')
      if (house.publishes) await step(deed, office.id, { act: 'publish', consent: branchConsentTexts.publicity.version })
      await edit(deed, branchId, {
        reception: { 'zh-CN': house.reception },
        hours: { 'zh-CN': house.hours },
        welcomes: { 'zh-CN': house.welcomes },
        takesCheckIns: true,
        duties: [...standardDuties],
      })
      if ((await mine(deed)).items.length === 0) throw new Error('the secretary of the demo holds no office')
    })
    for (const [days, name, homeBranch] of house.papers)
      await at(days, house.secretary, async (deed) => {
        const signedOn = addDays(dayIn(street.zone, deed.now), -1)
        const paper = { name, homeBranch, contact: '', signedOn, consent: branchConsentTexts.checkIn.version, signed: true as const }
        const { id } = await enterPaper(deed, branchId, paper)
        // The newest still waits for its answer.
        if (days > 5) await answer(deed, branchId, id, { act: 'confirm' })
      })
  }
  await byPhone(at, street)
}

async function byPhone(at: InBranch, street: Street): Promise<void> {
  const branchId = organId(street.id, 'printersBranch')
  const said = { branchId, homeBranch: '洪湖市老湾乡支部', contact: '下班以后打电话', consent: branchConsentTexts.checkIn.version }
  const { id } = await at(200, 'dengKai', (deed) => declare(deed, { ...said, name: cast.dengKai.name }))
  await at(198, 'heDali', (deed) => answer(deed, branchId, id, { act: 'confirm' }))
}
