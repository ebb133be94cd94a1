import { branchRetention } from './retention-branch.ts'
import { councilRetention } from './retention-council.ts'
import { insightRetention } from './retention-insight.ts'
import { peopleRetention } from './retention-people.ts'
import { platformRetention } from './retention-platform.ts'
import { programmeRetention } from './retention-programme.ts'
import type { RetentionRule } from './retention-rule.ts'
import { schoolRetention } from './retention-school.ts'
import { stationRetention } from './retention-station.ts'
import { volunteersRetention } from './retention-volunteers.ts'

/** Every rule of every room: the settings page shows them, the nightly job acts on them, a test compares them with the schema. */
export const retention: readonly RetentionRule[] = [
  ...platformRetention,
  ...peopleRetention,
  ...programmeRetention,
  ...stationRetention,
  ...councilRetention,
  ...volunteersRetention,
  ...schoolRetention,
  ...branchRetention,
  ...insightRetention,
]

/** Columns that hold something about a person, by the names every migration uses. */
export const isPersonal = (column: string): boolean =>
  /_sealed$|_tokens$|(^|_)(phone|claim|subject|device|pin|id_number)_hash$/.test(column) ||
  /(^|_)person_id$|^(owner_id|agent_id|neighbour_id|about|salt|resident_id|applicant_id)$/.test(column)
