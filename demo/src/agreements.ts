import { addDays } from '@ronghe/server/platform/calendar/working-days.ts'
import type { PostKey } from './cast.ts'

interface Words {
  readonly 'zh-CN': string
  readonly en: string
}

export interface AgreementSeed {
  readonly key: string
  readonly title: Words
  readonly counterpart: Words
  readonly subject: 'health' | 'socialSecurity' | 'voting'
  readonly state: 'inForce' | 'negotiating'
  readonly terms: { readonly summary: Words; readonly places: readonly { readonly name: Words }[] }
  readonly guide: { readonly guide: Words; readonly steps: readonly Words[]; readonly source: Words } | null
  readonly instead: Words
  /** How long it has been in force; null while it is talked over. */
  readonly inForceForDays: number | null
  readonly lastsDays: number
  readonly owner: PostKey
  readonly matters: readonly { readonly what: string; readonly dueInDays: number }[]
}

/**
 * M23 as the study tells it: in 2014 two Guangzhou hospitals were accepted by Honghu's rural medical scheme, so that bills were settled on the
 * spot. The rural scheme has since been merged into the residents' medical insurance and settling across provinces is national; so the
 * agreement stands here as the pattern, and what applies today is said beside it. The hospitals are not named: no real one is claimed.
 */
export const agreements: readonly AgreementSeed[] = [
  {
    key: 'honghu-hospitals',
    title: { 'zh-CN': '洪湖医保在广州两家医院当场结算', en: 'Honghu’s medical insurance settled on the spot at two Guangzhou hospitals' },
    counterpart: { 'zh-CN': '洪湖市医疗保障经办机构', en: 'Honghu medical insurance office' },
    subject: 'health',
    state: 'inForce',
    terms: {
      summary: {
        'zh-CN':
          '照 2014 年的做法：洪湖认这两家医院，住院按洪湖的标准出院当场结，不用自己先垫、再回老家报。两家医院的医保窗口熟悉洪湖的手续，结不了的由服务站把材料寄回去办。',
        en: 'After the pattern of 2014: Honghu accepts these two hospitals, and a stay is settled on discharge by Honghu’s rates, without paying first and claiming back home. Their insurance windows know Honghu’s procedures; what cannot be settled there goes back by post through the station.',
      },
      places: [
        { name: { 'zh-CN': '协议医院（一）', en: 'Agreement hospital one' } },
        { name: { 'zh-CN': '协议医院（二）', en: 'Agreement hospital two' } },
      ],
    },
    guide: {
      guide: {
        'zh-CN':
          '新农合已经并进城乡居民医保。现在一般先做异地就医备案，然后在广州任何一家联网的定点医院住院，出院时都能直接结算，不限这两家。药品和项目按广州的目录，报销比例按洪湖的政策。',
        en: 'The rural scheme is now part of the residents’ medical insurance. Today you usually register for treatment away from home first; then any connected hospital in Guangzhou settles on discharge, not only these two. What is covered follows Guangzhou’s lists, how much is paid follows Honghu’s rules.',
      },
      steps: [
        {
          'zh-CN': '先备案：在国家医保服务平台办，或到服务站请工作人员帮您办。急诊抢救当作已经备案；别的情况，出院结算前补办也来得及。',
          en: 'Register first on the national medical insurance platform, or ask the station to help. Emergency rescue counts as registered; otherwise registering before you settle on discharge is in time.',
        },
        {
          'zh-CN': '入院时出示社保卡或医保电子凭证，说是洪湖参保。',
          en: 'On admission show the social security card or the electronic certificate and say that you are insured in Honghu.',
        },
        {
          'zh-CN': '出院时在医保窗口直接结算，只付自己该付的部分。',
          en: 'On discharge settle at the insurance window and pay only your own share.',
        },
        {
          'zh-CN': '没能直接结算：留好发票、费用清单和出院小结，交服务站寄回洪湖报销。',
          en: 'If it could not be settled: keep invoices, the itemised bill and the discharge summary; the station posts them to Honghu.',
        },
      ],
      source: {
        'zh-CN':
          '国家医保局、财政部关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知（医保发〔2022〕22号）。比例和起付线以洪湖市医保经办机构的答复为准。',
        en: 'National Healthcare Security Administration and Ministry of Finance, notice on direct settlement across provinces (Yibaofa [2022] No. 22). For rates and thresholds the answer of Honghu’s office decides.',
      },
    },
    instead: {
      'zh-CN':
        '协议到期以后按全国的办法：先做异地就医备案，在联网医院直接结算；没结成的，自己先垫付，拿齐发票、清单和出院小结，到服务站寄回洪湖报销。',
      en: 'After the agreement the national way applies: register for treatment away from home, settle at a connected hospital; if that fails, pay first, keep invoices, the bill and the discharge summary, and the station posts them to Honghu.',
    },
    inForceForDays: 310,
    lastsDays: 365,
    owner: 'healthOfficer',
    matters: [
      { what: '门诊慢性病能不能也当场结', dueInDays: 25 },
      { what: '到期前谈续签', dueInDays: 40 },
    ],
  },
  {
    key: 'honghu-social-security',
    title: { 'zh-CN': '社保转移接续专窗', en: 'One counter for moving social insurance' },
    counterpart: { 'zh-CN': '洪湖市人力资源和社会保障局', en: 'Honghu labour and social security bureau' },
    subject: 'socialSecurity',
    state: 'negotiating',
    terms: {
      summary: { 'zh-CN': '两边窗口互寄材料，本人不用回去。', en: 'The two offices send papers to each other; nobody has to travel.' },
      places: [],
    },
    guide: null,
    instead: {
      'zh-CN': '目前要本人或家里人到洪湖窗口办，服务站帮您备齐材料。',
      en: 'At present you or family go to the office in Honghu; the station prepares the papers.',
    },
    inForceForDays: null,
    lastsDays: 365,
    owner: 'labourOfficer',
    matters: [{ what: '寄送材料的费用谁出', dueInDays: -3 }],
  },
]

/** The first day on which it counts. */
export const startsOn = ({ inForceForDays }: AgreementSeed, today: string): string | null =>
  inForceForDays === null ? null : addDays(today, -inForceForDays)
