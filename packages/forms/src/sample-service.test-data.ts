import { permit } from './sample-form.test-data.ts'
import type { CaseService, EligibilityRule } from './service.ts'

export const said = (chinese: string) => ({ 'zh-CN': chinese, en: `in English: ${chinese}` })
export const rules: EligibilityRule[] = [
  {
    id: 'halfYear',
    text: said('住满半年'),
    when: { field: 'since', monthsSince: 6 },
    law: said('居住证暂行条例第二条'),
    instead: [{ text: said('先登记，满半年再来') }],
  },
  {
    id: 'ground',
    text: said('工作或住处有一样'),
    when: { field: 'basis', in: ['job', 'dwelling'] },
    unsureWhen: { field: 'basis', equals: 'none' },
    instead: [{ text: said('窗口陪您一起看'), service: 'permit' }],
  },
]
/** A service around the sample form. */
export const permitService: CaseService = {
  mode: 'case',
  key: 'permit',
  version: 1,
  name: said('居住证'),
  summary: said('居住证'),
  department: 'police',
  domain: 'publicSecurity',
  keywords: { 'zh-CN': ['居住证'], en: ['permit'] },
  whoMay: {
    newcomer: { state: 'open', since: '2016-01-01' },
    local: { state: 'closed', law: said('户籍在本市的不用办'), since: '2016-01-01' },
  },
  eligibility: rules,
  documents: [
    { id: 'idCard', name: said('身份证'), alternatives: [], waivable: false, handedIn: 'copy', keptWhere: said('看过就还') },
    {
      id: 'contract',
      name: said('劳动合同'),
      alternatives: [{ id: 'employerLetter', name: said('单位证明') }],
      waivable: false,
      handedIn: 'copy',
      keptWhere: said('留复印件'),
      when: { field: 'basis', equals: 'job' },
    },
    { id: 'photo', name: said('照片'), alternatives: [], waivable: true, handedIn: 'original', keptWhere: said('办完销毁') },
  ],
  steps: [{ id: 'file', title: said('提交'), by: 'resident' }],
  fee: { cents: 0, text: said('不收费') },
  where: [{ name: said('服务站'), address: said('五巷 1 号'), hours: said('每天') }],
  channels: ['phone', 'desk', 'paper'],
  guide: {
    sections: [{ id: 'about', title: said('说明'), text: said('说明') }],
    sources: [{ title: said('居住证暂行条例'), date: '2015-11-26' }],
    validUntil: '2027-12-31',
    lastChecked: '2026-11-20',
  },
  consents: [],
  result: said('居住证'),
  nonPersonal: false,
  form: permit,
  promisedWorkingDays: 15,
  acceptanceWorkingDays: 1,
  decisionReasons: [
    { id: 'met', outcome: 'granted', text: said('符合') },
    { id: 'short', outcome: 'refused', text: said('没住满半年'), instead: said('满了再来') },
  ],
}
