import type { Words } from '../../platform/language/language.tsx'

/** Who is told when a promised day passes: of cases, concerns and hazards alike. Read with the pages that show it, not with the first screen. */
const zh = {
  title: '超时会怎样',
  owner: '提醒经办人',
  supervisor: '告诉主管',
  streetLead: '告诉街道负责人',
  told: '已经告诉了',
}
const en: typeof zh = {
  title: 'If it takes too long',
  owner: 'The person in charge is reminded',
  supervisor: 'The supervisor is told',
  streetLead: 'The head of the street is told',
  told: 'Told already',
}
export const escalationsWords: Words<typeof zh> = { 'zh-CN': zh, en }
