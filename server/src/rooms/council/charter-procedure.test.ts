import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/calendar/working-days.ts'
import { dayInForce, inForceOn, newestOf, whyNotAdopted, type ProcedureVersion } from './charter-procedure.ts'

const founded: ProcedureVersion = { id: 'v0', state: 'adopted', inForceFrom: '2026-01-01', basedOn: null }

const step = fc.oneof(
  fc.record({ kind: fc.constant('propose' as const), on: fc.nat() }),
  fc.record({
    kind: fc.constant('carry' as const),
    which: fc.nat(),
    afterDays: fc.integer({ min: 1, max: 90 }),
    noticeDays: fc.integer({ min: 3, max: 60 }),
  }),
  fc.record({ kind: fc.constant('fail' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 40 }) }),
)

test('whatever is proposed, carried and rejected: one version a day, none edited after adoption, none adopted but through the procedure', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let today = '2026-01-05'
      let versions: readonly ProcedureVersion[] = [founded]
      const sent = new Map<string, string>()
      const carried = new Set<string>()
      for (const one of steps) {
        const before = versions
        if (one.kind === 'wait') today = addDays(today, one.days)
        else if (one.kind === 'propose') {
          const id = `v${versions.length}`
          versions = [...versions, { id, state: 'draft', inForceFrom: null, basedOn: versions[one.on % versions.length]!.id }]
          sent.set(id, today)
        } else {
          const target = versions[one.which % versions.length]!
          if (one.kind === 'fail') {
            if (target.state === 'draft')
              versions = versions.map((version) => (version === target ? { ...version, state: 'rejected' } : version))
          } else {
            const sentOn = sent.get(target.id) ?? today
            const why = whyNotAdopted(versions, target.id, { sentOn, votedOn: today, noticeDays: one.noticeDays })
            if (why === null) {
              expect(target.basedOn).toBe(newestOf(versions)!.id)
              expect(addDays(sentOn, one.noticeDays) <= today).toBe(true)
              carried.add(target.id)
              const inForceFrom = dayInForce(versions, today, one.afterDays)
              expect(inForceFrom > today).toBe(true)
              versions = versions.map((version) => (version === target ? { ...version, state: 'adopted', inForceFrom } : version))
            }
          }
        }
        // What was adopted or rejected before is what it was.
        for (const old of before) if (old.state !== 'draft') expect(versions.find(({ id }) => id === old.id)).toEqual(old)
        const adopted = versions.filter(({ state }) => state === 'adopted')
        expect(new Set(adopted.map(({ inForceFrom }) => inForceFrom)).size).toBe(adopted.length)
        expect(adopted.every(({ id }) => id === 'v0' || carried.has(id))).toBe(true)
        // Each day has exactly one, and it is the one that began last.
        for (const day of [today, addDays(today, 30), addDays(today, 120)]) {
          const holds = inForceOn(versions, day)!
          expect(adopted.filter(({ inForceFrom }) => inForceFrom! > holds.inForceFrom! && inForceFrom! <= day)).toEqual([])
        }
      }
    }),
    { seed: 20261123, numRuns: 500 },
  )
})

test('a draft that was sent out too late, starts from an old version or is no draft is not adopted', () => {
  const draft: ProcedureVersion = { id: 'v1', state: 'draft', inForceFrom: null, basedOn: 'v0' }
  const late = { sentOn: '2026-05-01', votedOn: '2026-05-07', noticeDays: 7 }
  expect(whyNotAdopted([founded, draft], 'v1', late)).toBe('council-charter-notice')
  expect(whyNotAdopted([founded, draft], 'v1', { ...late, votedOn: '2026-05-08' })).toBeNull()
  const other: ProcedureVersion = { id: 'v2', state: 'adopted', inForceFrom: '2026-04-01', basedOn: 'v0' }
  expect(whyNotAdopted([founded, draft, other], 'v1', { ...late, votedOn: '2026-05-08' })).toBe('council-charter-stale')
  expect(whyNotAdopted([founded], 'v0', late)).toBe('council-charter-not-draft')
})
