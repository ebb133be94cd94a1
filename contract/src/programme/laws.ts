import type { Text } from '../values.ts'

/** Laws and standards that fix a number or bound it, as the settings page names them. */
export const laws = {
  networkLogs: {
    'zh-CN': '《网络安全法》：网络日志至少留存六个月（2025 年修正后第二十三条，原第二十一条）',
    en: 'Cybersecurity Law: network logs are kept for six months at least (art. 23 as amended in 2025, formerly art. 21)',
  },
  shortestTime: {
    'zh-CN': '《个人信息保护法》第十九条：保存期限应当为实现处理目的所必要的最短时间',
    en: 'Personal Information Protection Law art. 19: kept for the shortest time that the purpose needs',
  },
  deletion: {
    'zh-CN': '《个人信息保护法》第四十七条：目的已实现、撤回同意的，应当主动删除',
    en: 'Personal Information Protection Law art. 47: to be deleted once the purpose is reached or consent withdrawn',
  },
  acceptance: {
    'zh-CN': '《行政许可法》第三十二条：材料不齐的，当场或者五日内一次告知，逾期不告知即为受理',
    en: 'Administrative Licensing Law art. 32: what is missing is told on the spot or within five days, or the application counts as accepted',
  },
  contractTerm: {
    'zh-CN':
      '《政府购买服务管理办法》（财政部令第102号）第二十四条：合同履行期限一般不超过1年，内容相对固定、经费来源稳定的，可以不超过3年',
    en: 'Measures for Government Purchase of Services (Ministry of Finance, order 102), art. 24: a contract runs for 1 year at most, up to 3 where content and funds are stable',
  },
  contractPublished: {
    'zh-CN':
      '《政府购买服务管理办法》（财政部令第102号）：书面合同写明内容、期限、数量、质量、价款、结算方式、双方权利义务和违约责任，合同依法公告',
    en: 'Measures for Government Purchase of Services (Ministry of Finance, order 102): a written contract names content, term, quantity, quality, price, settlement, duties and breach, and is published',
  },
  contractCatalogue: {
    'zh-CN':
      '《政府购买服务管理办法》（财政部令第102号）第十条：不属于政府职责范围的事项、应当由政府直接履职的事项、融资行为、用工招聘等不得购买',
    en: 'Measures for Government Purchase of Services (Ministry of Finance, order 102), art. 10: what is no duty of government, what government must do itself, financing and the hiring of staff may not be bought',
  },
  contractInterest: {
    'zh-CN': '《政府采购法》第十二条：采购人员及相关人员与供应商有利害关系的，必须回避',
    en: 'Government Procurement Law art. 12: whoever is tied to a supplier stands aside',
  },
  signInFailures: {
    'zh-CN': '等级保护基本要求（GB/T 22239）：限制登录失败次数，连接超时自动退出',
    en: 'Classified protection baseline (GB/T 22239): failed sign-ins are limited, idle sessions end by themselves',
  },
} as const satisfies Readonly<Record<string, Text>>
