import type { EscalationsWords } from './zh-CN.ts'

export const en: EscalationsWords = {
  title: 'If it takes too long',
  owner: 'The person in charge is reminded',
  supervisor: 'The supervisor is told',
  streetLead: 'The head of the street is told',
  told: 'Told already',
}
