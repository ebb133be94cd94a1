import { writeLetter } from '@ronghe/forms'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { namesIn } from './case-answers.ts'
import { getCaseForDesk } from './case-readers.ts'
import { answersOf, definitionOf } from './case-records.ts'

/**
 * The letter to another place as the service begins it. Always in Chinese, the language of the office that opens it; ID numbers stay
 * masked, for the person writes them by hand. It puts answers on the screen, so it is a look.
 */
export async function beginLetter(deed: Deed, caseId: string): Promise<{ letter: string }> {
  const { row } = await getCaseForDesk(deed, caseId)
  const definition = await definitionOf(deed, row)
  const texts = definition.externalParty?.letter
  if (!texts) throw refused('case-no-letter-text')
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'externalLetter',
      subject: { kind: 'case', id: row.id },
      operation: 'station.cases.external-letter',
    })
  const today = dayIn(deed.street.zone, deed.now)
  const { to, title, body } = writeLetter(
    { ...texts, form: definition.form },
    answersOf(deed, row),
    today,
    'zh-CN',
    await namesIn(deed, 'zh-CN'),
  )
  return { letter: [title, `${to}：`, body].join('\n\n') }
}
