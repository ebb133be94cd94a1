import type { WayOn } from '@ronghe/contract/station/mediation.ts'
import type { Text } from '@ronghe/contract/values.ts'

/** Where else a matter can be settled, with the time limit that runs meanwhile; mediation stops none of them by itself. */
const ways: Readonly<Record<WayOn['id'], WayOn>> = {
  police: {
    id: 'police',
    name: { 'zh-CN': '报警', en: 'Police' },
    phone: '110',
    limit: null,
    text: { 'zh-CN': '正在发生危险、有人受伤，马上打 110。', en: 'Danger now, or somebody hurt: call 110 at once.' },
  },
  women: {
    id: 'women',
    name: { 'zh-CN': '妇女维权热线', en: 'Women’s hotline' },
    phone: '12338',
    limit: null,
    text: {
      'zh-CN': '家里有人动手、威胁，可以打 12338，也可以向法院申请人身安全保护令（反家庭暴力法第二十三条）。',
      en: 'Violence or threats at home: call 12338, or ask the court for a protection order (Anti-Domestic Violence Law, art. 23).',
    },
  },
  children: {
    id: 'children',
    name: { 'zh-CN': '青少年服务热线', en: 'Young people’s hotline' },
    phone: '12355',
    limit: null,
    text: {
      'zh-CN': '牵涉未满 18 岁的孩子，请打 12355 或 110，不在这里调解。',
      en: 'Somebody under 18 is concerned: call 12355 or 110; it is not mediated here.',
    },
  },
  peoplesMediation: {
    id: 'peoplesMediation',
    name: { 'zh-CN': '人民调解委员会', en: 'People’s mediation committee' },
    phone: '12348',
    limit: null,
    text: {
      'zh-CN': '不收钱。谈成的协议可以在 30 日内一起申请法院确认（人民调解法第三十三条）。',
      en: 'Free. Within 30 days both can ask the court to confirm an agreement (People’s Mediation Law, art. 33).',
    },
  },
  legalAid: {
    id: 'legalAid',
    name: { 'zh-CN': '法律援助', en: 'Legal aid' },
    phone: '12348',
    limit: null,
    text: {
      'zh-CN': '请不起律师可以申请；要工资、工伤不查家里收入（法律援助法第三十二、四十二条）。',
      en: 'For who cannot pay a lawyer; for wages and injuries at work income may not be looked at (Legal Aid Law, arts. 32, 42).',
    },
  },
  labourArbitration: {
    id: 'labourArbitration',
    name: { 'zh-CN': '劳动人事争议仲裁', en: 'Labour arbitration' },
    phone: '12333',
    limit: {
      'zh-CN': '知道权利被侵害起一年内；还在上班时追讨工资不受一年限制，离开后一年内（劳动争议调解仲裁法第二十七条）。',
      en: 'Within one year of knowing; for wages the year starts when the work ends (Labour Dispute Mediation and Arbitration Law, art. 27).',
    },
    text: {
      'zh-CN': '工资、工伤、解除合同，先仲裁再打官司，不收钱。',
      en: 'Wages, injuries, dismissal: arbitration comes before the court and is free.',
    },
  },
  court: {
    id: 'court',
    name: { 'zh-CN': '人民法院', en: 'Court' },
    phone: '12368',
    limit: { 'zh-CN': '一般三年内（民法典第一百八十八条）。', en: 'In general within three years (Civil Code, art. 188).' },
    text: {
      'zh-CN': '租金、押金、邻里纠纷可以起诉，标的小的走小额诉讼。',
      en: 'Rent, deposits and quarrels between neighbours can be taken to court; small sums have a short procedure.',
    },
  },
}

export const topicNames: Readonly<Record<string, Text>> = {
  rent: { 'zh-CN': '房租', en: 'rent' },
  deposit: { 'zh-CN': '押金', en: 'a deposit' },
  noise: { 'zh-CN': '噪声', en: 'noise' },
  wages: { 'zh-CN': '工钱', en: 'wages' },
  customs: { 'zh-CN': '生活习惯', en: 'ways of living' },
  other: { 'zh-CN': '邻里的事', en: 'a matter between neighbours' },
}

export const waysFor = (topic: string): WayOn[] =>
  topic === 'wages'
    ? [ways.peoplesMediation, ways.labourArbitration, ways.legalAid, ways.court]
    : [ways.peoplesMediation, ways.legalAid, ways.court]
export const allWays: WayOn[] = [ways.peoplesMediation, ways.legalAid, ways.labourArbitration, ways.court]

/** What is never mediated, and whom to turn to instead. */
export const contactsFor = ({
  violence,
  crime,
  underEighteen,
}: {
  readonly violence: boolean
  readonly crime: boolean
  readonly underEighteen: boolean
}): WayOn[] => [
  ...(violence || crime ? [ways.police] : []),
  ...(violence ? [ways.women] : []),
  ...(underEighteen ? [ways.children, ...(violence || crime ? [] : [ways.police])] : []),
  ways.legalAid,
]
export const dangers: WayOn[] = [ways.police, ways.women, ways.children]
