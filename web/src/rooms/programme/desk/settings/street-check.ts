import type { PostLine } from '@ronghe/contract/programme/appointments.ts'
import type { Community } from '@ronghe/contract/programme/places.ts'
import type { Settings } from '@ronghe/contract/programme/settings.ts'
import type { PostKind } from '@ronghe/contract/posts.ts'

export interface StreetSoFar {
  readonly communities: readonly Community[]
  readonly posts: readonly Pick<PostLine, 'id' | 'kind' | 'seats' | 'vacant'>[]
  readonly settings: Settings
  readonly thisYear: 'street' | 'announced' | 'unknown'
  readonly nextYear: 'street' | 'announced' | 'unknown'
}

export const checks = [
  { check: 'administrators', to: '/organs' },
  { check: 'office', to: '/organs' },
  { check: 'station', to: '/organs' },
  { check: 'integrity', to: '/settings/integrity' },
  { check: 'dataOfficer', to: '/organs' },
  { check: 'communities', to: '/settings/places' },
  { check: 'texts', to: '/settings/texts' },
  { check: 'calendar', to: '/settings/calendar' },
  { check: 'nextYear', to: '/settings/calendar' },
] as const
export type StreetCheck = (typeof checks)[number]['check']

/** Which of the things a street needs before it opens are there. */
export function isDone(street: StreetSoFar, check: StreetCheck): boolean {
  const { posts, settings } = street
  const held = (kind: PostKind): boolean => posts.some((post) => post.kind === kind && post.vacant < post.seats)
  switch (check) {
    case 'administrators':
      return held('systemAdministrator') && held('securityAdministrator') && held('auditAdministrator')
    case 'office':
      return held('streetLead') && held('streetOfficer')
    case 'station':
      return held('stationLead') && held('windowClerk')
    case 'integrity': {
      const reader = posts.find(({ id }) => id === settings.integrity.post)
      return reader !== undefined && reader.vacant < reader.seats
    }
    case 'dataOfficer':
      return held('dataOfficer')
    case 'communities':
      return street.communities.some(({ lanes }) => lanes.length > 0)
    case 'texts':
      return (
        settings.texts.controllerName['zh-CN'] !== '' &&
        settings.texts.controllerContact['zh-CN'] !== '' &&
        settings.texts.clerkPhone !== ''
      )
    case 'calendar':
      return street.thisYear !== 'unknown'
    case 'nextYear':
      return street.nextYear !== 'unknown'
  }
}
