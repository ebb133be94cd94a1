import type { Draft } from '@ronghe/contract/station/forms.ts'
import { formOf } from '@ronghe/forms'
import type { Selectable } from 'kysely'
import { personOf } from '../../platform/auth/actor.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { findService, type ServiceVersion } from './services.ts'

export const draftPlace = (deed: Deed, column: 'answers_sealed' | 'rest_sealed', id: string) => ({
  street: deed.street.id,
  table: 'case_draft',
  column,
  row: id,
})

type DraftRow = Pick<Selectable<Tables['case_draft']>, 'id' | 'answers_sealed' | 'rest_sealed'>
type Rest = Pick<Draft, 'ticked' | 'documents' | 'papers' | 'forPerson' | 'times' | 'aside'>
const nothingElse: Rest = { ticked: {}, documents: [], papers: {}, forPerson: null, times: {}, aside: [] }

/** What the person has filled in, unsealed; for them, for their copy and for nobody else. */
export function filledIn(deed: Deed, row: DraftRow): Pick<Draft, 'answers'> & Rest {
  const { sealer } = deed.platform
  const answers = JSON.parse(sealer.open(draftPlace(deed, 'answers_sealed', row.id), row.answers_sealed)) as Draft['answers']
  const rest = row.rest_sealed ? (JSON.parse(sealer.open(draftPlace(deed, 'rest_sealed', row.id), row.rest_sealed)) as Rest) : nothingElse
  return { ...rest, answers }
}

export const draftsOf = (deed: Deed, personId: string) =>
  deed.tx.selectFrom('case_draft').where('case_draft.street_id', '=', deed.street.id).where('case_draft.person_id', '=', personId)

export async function serviceAndPerson(deed: Deed, key: string): Promise<{ service: ServiceVersion; personId: string }> {
  const service = await findService(deed, key)
  const personId = personOf(deed.actor)
  if (!service || !formOf(service.definition) || !personId) throw notFound('service')
  return { service, personId }
}

/** The person's draft of a service, locked for what is done to it next. */
export async function holdDraft(deed: Deed, key: string) {
  const { service, personId } = await serviceAndPerson(deed, key)
  const row = await draftsOf(deed, personId).selectAll().where('service_id', '=', service.serviceId).forUpdate().executeTakeFirst()
  return { service, personId, row }
}
