import type { Permission } from '@ronghe/contract/posts.ts'

/** The parts of the settings in the order in which a new street goes through them. */
export const settingParts = [
  'check',
  'names',
  'modules',
  'places',
  'integrity',
  'texts',
  'emergency',
  'topics',
  'clocks',
  'calendar',
  'messages',
  'signIn',
  'residence',
  'station',
  'volunteers',
  'school',
  'contracts',
  'figures',
  'retention',
  'changes',
] as const
export type SettingPart = (typeof settingParts)[number]

export const isSettingPart = (name: string): name is SettingPart => (settingParts as readonly string[]).includes(name)

/** The street officer keeps texts, numbers and topics; the rest is the system administrator's. */
export const needsOfPart = (part: SettingPart): readonly Permission[] =>
  part === 'texts' || part === 'emergency' || part === 'topics' ? ['street.configure', 'street.texts'] : ['street.configure']
