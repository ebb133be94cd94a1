import { ticketStates, type TicketState } from '@ronghe/contract/station/tickets.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesIn, lineAt, stepsOfTicket, stepTicketState, ticketLabel, ticketTransitions, type TicketStep } from './ticket-lifecycle.ts'

const seed = 20261123
const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`)

test('a ticket waits, is called, served and done; a done one stays done', () => {
  const steps: TicketStep[] = ['call', 'recall', 'serve', 'hold', 'return', 'call', 'serve', 'transfer', 'call', 'serve', 'finish']
  const end = steps.reduce<TicketState | undefined>((state, step) => state && stepTicketState(state, step), 'waiting')
  expect(end).toBe('done')
  expect(stepsOfTicket('done')).toEqual([])
  expect(stepTicketState('waiting', 'finish')).toBeUndefined()
  expect(stepTicketState('noShow', 'return')).toBe('waiting')
})

test('from every state somebody can get to an end, and nobody is done without having been called', () => {
  const steps = [...new Set(Object.values(ticketTransitions).flatMap((row) => Object.keys(row)))] as TicketStep[]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), (walk) => {
      let state: TicketState = 'waiting'
      let called = false
      for (const step of walk) {
        const next = stepTicketState(state, step)
        if (!next) continue
        called ||= next === 'called'
        state = next
        if (state === 'done') expect(called).toBe(true)
      }
      expect(ticketStates).toContain(state)
    }),
    { seed, numRuns: 500 },
  )
})

test('numbers are three digits until there are more', () => {
  expect([1, 42, 999, 1000].map(ticketLabel)).toEqual(['A001', 'A042', 'A999', 'A1000'])
})

test('an appointment stands at the head of its hour; more than a quarter of an hour after its end it waits like any other', () => {
  const appointment = { startsAt: at('10:20'), endsAt: at('10:40') }
  expect(lineAt(at('10:18'), 15, appointment)).toEqual(at('10:00'))
  expect(lineAt(at('10:55'), 15, appointment)).toEqual(at('10:00'))
  expect(lineAt(at('10:56'), 15, appointment)).toEqual(at('10:56'))
  expect(lineAt(at('10:18'), 15)).toEqual(at('10:18'))
  // Behind whoever drew at 9:50, before whoever drew at 10:05.
  expect(at('09:50') < lineAt(at('10:18'), 15, appointment) && lineAt(at('10:18'), 15, appointment) < at('10:05')).toBe(true)
})

test('waiting is added up over all waits of one visit, what runs counts until now', () => {
  const periods = [
    { kind: 'waiting' as const, startedAt: at('09:00'), endedAt: at('09:12') },
    { kind: 'serving' as const, startedAt: at('09:12'), endedAt: at('09:20') },
    { kind: 'waiting' as const, startedAt: at('09:20'), endedAt: null },
  ]
  expect(minutesIn(periods, ['waiting'], at('09:25'))).toBe(17)
  expect(minutesIn(periods, ['serving'], at('09:25'))).toBe(8)
})
