import type { Answers } from '@ronghe/forms'
import type { PostKey } from './cast.ts'
import type { Resident } from './residents.ts'

/** How often a service is asked for, by whom, and who decides; the shares are invented. */
export interface CasePlan {
  readonly weight: number
  readonly asks: (resident: Resident) => boolean
  /** The department's post that decides; the station itself where there is none. */
  readonly department: PostKey
  /** Nobody's name is kept with it. */
  readonly nonPersonal?: boolean
}

const anybody = () => true
export const casePlans: Readonly<Record<string, CasePlan>> = {
  residencePermit: { weight: 24, asks: ({ group }) => group === 'newcomer', department: 'policeOfficer' },
  leaseFiling: { weight: 16, asks: anybody, department: 'housingOfficer' },
  honghuReimbursement: { weight: 8, asks: ({ fromHonghu }) => fromHonghu, department: 'healthOfficer' },
  socialSecurityEnquiry: { weight: 9, asks: anybody, department: 'labourOfficer' },
  employment: { weight: 7, asks: anybody, department: 'labourOfficer' },
  unpaidWages: { weight: 3, asks: anybody, department: 'labourOfficer' },
  legalAid: { weight: 4, asks: anybody, department: 'justiceOfficer' },
  rentalTax: { weight: 7, asks: ({ group }) => group !== 'newcomer', department: 'taxOfficer' },
  civilRelief: { weight: 4, asks: anybody, department: 'civilOfficer' },
  maternalChildHealth: { weight: 7, asks: anybody, department: 'healthOfficer' },
  libraryCard: { weight: 6, asks: anybody, department: 'cultureOfficer' },
}

export const caseWords = {
  asked: [
    '住址证明只有一页，请补上有签名的那一页。',
    '发票有一张看不清，请重新拍一张。',
    '请补一份能看出您在这里住满半年的材料，下面哪一样都行。',
  ],
  supplemented: ['补好了，麻烦再看一下。', '重新拍了，这张清楚。', '单位开的证明，原件明天带来。'],
  returned: ['这件不在我们所的范围，请转到住处所在的那个所。'],
  reopened: ['说办好了，可我去领的时候还没有。'],
  noted: ['打过电话，没人接，明天下午再打。', '当事人晚上六点以后有空。'],
} as const

/** The sample answers with this resident's own name, number and community; lanes are left to those who know them. */
export function answersOf(sample: Answers, { name, phone }: Resident, communityId: string): Answers {
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put)
    if (typeof value !== 'object' || value === null) return value
    const fields = value as Record<string, unknown>
    if ('community' in fields && typeof fields['community'] === 'string') {
      const { lane: _, ...rest } = fields
      return { ...rest, community: communityId }
    }
    if ('name' in fields && 'phone' in fields) return { ...fields, name, phone }
    return Object.fromEntries(Object.entries(fields).map(([key, inner]) => [key, put(inner)]))
  }
  return put(sample) as Answers
}
