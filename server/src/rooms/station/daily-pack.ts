import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readCopySheet, readDailyPack } from '@ronghe/contract/station/cases-papers.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { maskName } from '../../platform/privacy/masking.ts'
import { findPerson, findPersons } from '../people/persons.ts'
import { setting } from '../../platform/settings/settings.ts'
import { today } from '../programme/posts.ts'
import { describeAnswers } from './case-answers.ts'
import { getCaseForDesk } from './case-readers.ts'
import { answersOf, definitionOf } from './case-records.ts'
import { lineFor } from './case-words.ts'
import { departmentNames } from './departments.ts'
import { findVersionsById, publishedServices, textOf } from './services.ts'

/** Every field whole, in the form's order, one key each: typed once by the resident and never again from memory. Reading it is a look. */
export async function readSheet(deed: Deed, caseId: string): Promise<ReplyOf<typeof readCopySheet>> {
  const { row } = await getCaseForDesk(deed, caseId)
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'copySheet',
      subject: { kind: 'case', id: row.id },
      operation: 'station.cases.copy-sheet',
    })
  const definition = await definitionOf(deed, row)
  const answers = answersOf(deed, row)
  const person = row.person_id ? await findPerson(deed, row.person_id) : undefined
  const idNumbers = new Set(
    definition.form.pages.flatMap((page) => page.fields.filter(({ kind }) => kind === 'idNumber').map(({ id }) => id)),
  )
  const lines = await describeAnswers(deed, row, definition)
  const own = deed.language === 'en' ? { name: 'Name', phone: 'Phone' } : { name: '姓名', phone: '手机号' }
  return {
    number: row.number,
    departmentNumber: row.department_number,
    fields: [
      { key: 'name', label: own.name, value: person?.name ?? '' },
      { key: 'phone', label: own.phone, value: person?.phone ?? '' },
      ...lines.map(({ path, label, answer }) => ({
        key: path,
        label,
        value: idNumbers.has(path) && typeof answers[path] === 'string' ? (answers[path] as string) : answer,
      })),
    ],
  }
}

const mostLines = 300

/** What lies on the desk when the power fails: today's queue with phones, the empty forms, the numbers to call. Each person is shown that it was printed. */
export async function readPack(deed: Deed): Promise<ReplyOf<typeof readDailyPack>> {
  const rows = await deed.tx
    .selectFrom('service_case')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('merged_into', 'is', null)
    .where('state', 'in', ['filed', 'accepted', 'waitingForResident', 'routed'])
    .orderBy('due_on')
    .orderBy('number')
    .limit(mostLines)
    .execute()
  const people = new Map(
    (
      await findPersons(
        deed,
        rows.flatMap(({ person_id }) => person_id ?? []),
      )
    ).map((person) => [person.id, person]),
  )
  await recordAccess(
    deed,
    [...people.keys()].map((personId) => ({ personId, purpose: 'dailyPack', operation: 'station.cases.daily-pack' })),
  )
  const versions = await findVersionsById(
    deed,
    rows.map(({ version_id }) => version_id),
  )
  const department = await departmentNames(deed)
  const { texts, emergency } = { texts: await setting(deed, 'texts'), emergency: await setting(deed, 'emergency') }
  const queue = await Promise.all(
    rows.map(async (row) => {
      const person = row.person_id ? people.get(row.person_id) : undefined
      return {
        number: row.number,
        service: textOf(versions.get(row.version_id)!.definition.name),
        // The name stays covered on paper that lies about; the phone is what the paper is for.
        person: person ? maskName(person.name) : '—',
        phone: person?.phone ?? '',
        state: row.state,
        dueOn: row.due_on,
        next: await lineFor(deed, row, inLanguage(department(row.department), deed.language), 'desk'),
      }
    }),
  )
  return {
    day: today(deed),
    queue,
    forms: (await publishedServices(deed))
      .filter(({ definition, retired }) => definition.mode === 'case' && !retired)
      .map(({ definition }) => definition),
    phones: [
      ...(texts.clerkPhone ? [{ name: { 'zh-CN': '服务站', en: 'The station' }, phone: texts.clerkPhone }] : []),
      ...emergency.map(({ name, number }) => ({ name: textOf(name), phone: number })),
    ],
  }
}
