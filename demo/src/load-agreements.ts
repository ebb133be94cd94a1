import type { Deed } from '@ronghe/server/platform/deed.ts'
import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import { agreements, startsOn, type AgreementSeed } from './agreements.ts'
import { demoId, postId, timedId } from './load-cast.ts'

/** Agreements with the days on which they came about: proposed, talked over, signed, in force from the day they name. */
export async function loadAgreements({ tx, street, now }: Deed): Promise<void> {
  const street_id = street.id
  const today = dayIn(street.zone, now)
  for (const seed of agreements) {
    const { key, title, counterpart, subject, state, terms, guide, instead, lastsDays, matters, owner } = seed
    const id = demoId(street_id, 'agreement', key)
    const begins = startsOn(seed, today)
    const steps = history(seed, today)
    await tx
      .insertInto('agreement')
      .values({
        street_id,
        id,
        key,
        title: JSON.stringify(title),
        counterpart: JSON.stringify(counterpart),
        subject,
        state,
        terms: JSON.stringify(terms),
        today: guide ? JSON.stringify({ ...guide, checkedOn: addDays(today, -20) }) : null,
        instead: JSON.stringify(instead),
        owner_post: postId(street_id, owner),
        signed_on: steps.find(({ kind }) => kind === 'signed')?.day ?? null,
        starts_on: begins,
        ends_on: begins && addDays(begins, lastsDays),
        created_at: startOfDay(street.zone, steps[0]!.day),
      })
      .execute()
    await tx
      .insertInto('agreement_event')
      .values(
        steps.map(({ kind, day }) => {
          const at = new Date(startOfDay(street.zone, day).getTime() + 10 * 3_600_000)
          return {
            street_id,
            id: timedId(street_id, at, 'agreement', key, kind),
            agreement_id: id,
            kind,
            by_post: postId(street_id, owner),
            at,
          }
        }),
      )
      .execute()
    if (matters.length > 0)
      await tx
        .insertInto('agreement_matter')
        .values(
          matters.map(({ what, dueInDays }) => ({
            street_id,
            id: timedId(street_id, startOfDay(street.zone, addDays(today, -60)), 'agreement', key, 'matter', what),
            agreement_id: id,
            what,
            owner_post: postId(street_id, owner),
            due_on: addDays(today, dueInDays),
          })),
        )
        .execute()
  }
}

interface Step {
  readonly kind: 'proposed' | 'negotiating' | 'signed' | 'inForce'
  readonly day: string
}

/** It comes into force on the day it names, some days after the signing; one that is being talked over began some weeks ago. */
function history(seed: AgreementSeed, today: string): readonly Step[] {
  const begins = startsOn(seed, today)
  if (begins === null)
    return [
      { kind: 'proposed', day: addDays(today, -48) },
      { kind: 'negotiating', day: addDays(today, -27) },
    ]
  return [
    { kind: 'proposed', day: addDays(begins, -65) },
    { kind: 'negotiating', day: addDays(begins, -40) },
    { kind: 'signed', day: addDays(begins, -9) },
    { kind: 'inForce', day: begins },
  ]
}
