import type { Domain } from '@ronghe/forms'

/** What brings people to the station, in their words; each domain of the law belongs to one of them. */
export const needs = ['settle', 'home', 'work', 'care', 'learn', 'help', 'street'] as const
export type Need = (typeof needs)[number]

const needOfDomain: Readonly<Record<Domain, Need>> = {
  publicSecurity: 'settle',
  elections: 'settle',
  housing: 'home',
  tax: 'home',
  labour: 'work',
  socialSecurity: 'care',
  health: 'care',
  education: 'learn',
  culture: 'learn',
  justice: 'help',
  civilAffairs: 'help',
  environment: 'street',
}

export const needOf = (domain: string): Need => needOfDomain[domain as Domain] ?? 'settle'
export const toNeed = (text: string | undefined): Need | undefined => needs.find((need) => need === text)
