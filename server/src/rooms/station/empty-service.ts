import type { Text } from '@ronghe/contract/values.ts'
import type { CaseService, ServiceDefinition } from '@ronghe/forms'
import { addDays } from '../../platform/calendar/working-days.ts'

/** What a new service begins with: open to everybody, free, at the desk and on paper, its guide to be looked at in a year. */
export function emptyService(
  key: string,
  name: Text,
  mode: 'case' | 'guide',
  today: string,
  acceptanceWorkingDays: number,
): ServiceDefinition {
  const same = { 'zh-CN': name['zh-CN'], ...(name.en ? { en: name.en } : {}) }
  const base = {
    key,
    version: 1,
    name: same,
    summary: same,
    department: 'station',
    domain: 'civilAffairs' as const,
    keywords: { 'zh-CN': [name['zh-CN']], en: name.en ? [name.en] : [] },
    whoMay: { newcomer: { state: 'open' as const, since: today }, local: { state: 'open' as const, since: today } },
    eligibility: [],
    documents: [],
    steps: [],
    fee: { cents: 0, text: { 'zh-CN': '不收费。', en: 'Free of charge.' } },
    where: [],
    channels: ['phone' as const, 'desk' as const, 'paper' as const],
    guide: { sections: [], sources: [], validUntil: addDays(today, 365), lastChecked: today },
    consents: [],
    result: same,
    nonPersonal: false,
  }
  if (mode === 'guide') return { ...base, mode }
  const granted: CaseService['decisionReasons'][number] = {
    id: 'granted',
    outcome: 'granted',
    text: { 'zh-CN': '符合条件，已办好。', en: 'The conditions are met and it is done.' },
  }
  return {
    ...base,
    mode,
    form: { id: key, version: 1, pages: [] },
    promisedWorkingDays: 10,
    acceptanceWorkingDays,
    decisionReasons: [granted],
  }
}
