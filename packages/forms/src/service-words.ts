import type { FieldKind } from './definition.ts'
import type { Channel, DecisionReason, DocumentNeed, Domain, Openness, ServiceStep } from './service.ts'
import type { Text } from './text.ts'

/** What the parts of a service are called where two versions are read beside each other. */
export const placeWords = {
  name: { 'zh-CN': '名称', en: 'Name' },
  summary: { 'zh-CN': '一句话说明', en: 'In one sentence' },
  department: { 'zh-CN': '由谁决定', en: 'Who decides' },
  domain: { 'zh-CN': '领域', en: 'Field' },
  keywords: { 'zh-CN': '关键词', en: 'Keywords' },
  channels: { 'zh-CN': '怎么办', en: 'Channels' },
  fee: { 'zh-CN': '收费', en: 'Fee' },
  result: { 'zh-CN': '办好后拿到什么', en: 'What one holds in the end' },
  nonPersonal: { 'zh-CN': '不涉及个人', en: 'Nothing personal' },
  promised: { 'zh-CN': '办理时限', en: 'Decided within' },
  acceptance: { 'zh-CN': '受理时限', en: 'Accepted within' },
  related: { 'zh-CN': '相关事项', en: 'Related services' },
  newcomer: { 'zh-CN': '谁能办 · 来穗一方', en: 'Who may · newcomers' },
  local: { 'zh-CN': '谁能办 · 本地一方', en: 'Who may · locals' },
  rule: { 'zh-CN': '条件', en: 'Rule' },
  document: { 'zh-CN': '材料', en: 'Paper' },
  step: { 'zh-CN': '步骤', en: 'Step' },
  where: { 'zh-CN': '地点', en: 'Place' },
  section: { 'zh-CN': '指南', en: 'Guide' },
  sources: { 'zh-CN': '指南的依据', en: 'Sources of the guide' },
  lastChecked: { 'zh-CN': '最近核对', en: 'Last checked' },
  validUntil: { 'zh-CN': '指南有效到', en: 'Guide valid until' },
  consent: { 'zh-CN': '同意', en: 'Consent' },
  externalParty: { 'zh-CN': '外地一方', en: 'The other place' },
  letter: { 'zh-CN': '信', en: 'Letter' },
  reason: { 'zh-CN': '结果理由', en: 'Reason' },
  page: { 'zh-CN': '题目', en: 'Question' },
  field: { 'zh-CN': '要填的', en: 'Field' },
  order: { 'zh-CN': '先后次序', en: 'Order' },
} as const satisfies Record<string, Text>

/** What is said about a part. */
export const aspectWords = {
  when: { 'zh-CN': '什么情况', en: 'when' },
  unsureWhen: { 'zh-CN': '什么情况说不准', en: 'when not certain' },
  law: { 'zh-CN': '法律依据', en: 'law' },
  instead: { 'zh-CN': '还能怎么办', en: 'what else is possible' },
  help: { 'zh-CN': '说明', en: 'help' },
  why: { 'zh-CN': '答疑', en: 'the box below it' },
  alternatives: { 'zh-CN': '也可以用', en: 'these do as well' },
  handedIn: { 'zh-CN': '怎么交', en: 'handed in' },
  keptWhere: { 'zh-CN': '交来以后', en: 'what becomes of it' },
  by: { 'zh-CN': '谁来做', en: 'by whom' },
  text: { 'zh-CN': '正文', en: 'text' },
  withoutIt: { 'zh-CN': '不同意怎么办', en: 'without it' },
  repeat: { 'zh-CN': '可以填几个', en: 'how many times' },
  kind: { 'zh-CN': '类型', en: 'kind' },
  needed: { 'zh-CN': '是否必填', en: 'needed' },
  requiredWhen: { 'zh-CN': '什么情况必填', en: 'when needed' },
  limits: { 'zh-CN': '限制', en: 'limits' },
  options: { 'zh-CN': '选项', en: 'options' },
  wayOut: { 'zh-CN': '“都没有，或说不清”', en: '“none of these, or not sure”' },
  known: { 'zh-CN': '已有资料带出', en: 'filled in from' },
  sensitive: { 'zh-CN': '敏感信息', en: 'sensitive' },
  chase: { 'zh-CN': '再问的日子', en: 'asked again on working days' },
} as const satisfies Record<string, Text>

export const openWords: { readonly [state in Openness['state']]: Text } = {
  open: { 'zh-CN': '能办', en: 'open' },
  openOtherPapers: { 'zh-CN': '能办，材料不同', en: 'open with other papers' },
  closed: { 'zh-CN': '不能办', en: 'closed' },
}

export const domainWords: { readonly [domain in Domain]: Text } = {
  publicSecurity: { 'zh-CN': '公安', en: 'Public security' },
  justice: { 'zh-CN': '司法', en: 'Justice' },
  civilAffairs: { 'zh-CN': '民政', en: 'Civil affairs' },
  labour: { 'zh-CN': '人社', en: 'Labour' },
  socialSecurity: { 'zh-CN': '社保', en: 'Social security' },
  health: { 'zh-CN': '卫生健康', en: 'Health' },
  education: { 'zh-CN': '教育', en: 'Education' },
  culture: { 'zh-CN': '文化', en: 'Culture' },
  housing: { 'zh-CN': '住房', en: 'Housing' },
  tax: { 'zh-CN': '税务', en: 'Tax' },
  environment: { 'zh-CN': '环境', en: 'Environment' },
  elections: { 'zh-CN': '选举', en: 'Elections' },
}

export const channelWords: { readonly [channel in Channel]: Text } = {
  phone: { 'zh-CN': '手机', en: 'phone' },
  desk: { 'zh-CN': '窗口', en: 'desk' },
  paper: { 'zh-CN': '纸质', en: 'paper' },
  homeVisit: { 'zh-CN': '上门', en: 'home visit' },
  onBehalf: { 'zh-CN': '代办', en: 'on behalf' },
  appointment: { 'zh-CN': '预约', en: 'appointment' },
}

export const handedInWords: { readonly [how in DocumentNeed['handedIn']]: Text } = {
  copy: { 'zh-CN': '复印件或照片', en: 'copy or photo' },
  original: { 'zh-CN': '原件', en: 'original' },
  seen: { 'zh-CN': '看一眼就还', en: 'shown and handed back' },
}

export const byWords: { readonly [by in ServiceStep['by']]: Text } = {
  resident: { 'zh-CN': '居民', en: 'resident' },
  station: { 'zh-CN': '服务站', en: 'station' },
  department: { 'zh-CN': '部门', en: 'department' },
  counterpart: { 'zh-CN': '外地一方', en: 'the other place' },
}

export const outcomeWords: { readonly [outcome in DecisionReason['outcome']]: Text } = {
  granted: { 'zh-CN': '准予', en: 'granted' },
  refused: { 'zh-CN': '不予', en: 'refused' },
  referred: { 'zh-CN': '转办', en: 'referred' },
}

export const kindWords: { readonly [kind in FieldKind]: Text } = {
  text: { 'zh-CN': '一行字', en: 'a line' },
  longText: { 'zh-CN': '一段话', en: 'several lines' },
  number: { 'zh-CN': '数字', en: 'number' },
  money: { 'zh-CN': '金额', en: 'money' },
  date: { 'zh-CN': '日期', en: 'day' },
  month: { 'zh-CN': '年月', en: 'month' },
  yesNo: { 'zh-CN': '是或否', en: 'yes or no' },
  choice: { 'zh-CN': '单选', en: 'one of' },
  choices: { 'zh-CN': '多选', en: 'any of' },
  phone: { 'zh-CN': '手机号', en: 'mobile number' },
  idNumber: { 'zh-CN': '身份证号', en: 'ID number' },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'credit code' },
  address: { 'zh-CN': '住址', en: 'address' },
  person: { 'zh-CN': '人（姓名、电话）', en: 'person (name, phone)' },
  file: { 'zh-CN': '照片或文件', en: 'pictures or files' },
  signature: { 'zh-CN': '签名', en: 'signature' },
  notice: { 'zh-CN': '提示', en: 'text to read' },
  confirm: { 'zh-CN': '勾选确认', en: 'tick' },
}

/** Whether a person's phone or relation is asked for. */
export const needWords = {
  asked: { 'zh-CN': '可填', en: 'asked for' },
  needed: { 'zh-CN': '必填', en: 'needed' },
} as const satisfies Record<string, Text>
