import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day } from '../values.ts'
import { Estimate } from './indicators.ts'

/** The four ways of having to do with the programme (M33). */
export const doors = ['served', 'learning', 'volunteering', 'deciding'] as const
export const Door = z.enum(doors)
export type Door = (typeof doors)[number]

const ByGroup = z.object({ newcomer: Shown, local: Shown, unstated: Shown, total: Shown })

/** Where people went from their first door of the half-year: to which other one next, or to none. */
export const DoorFlows = z.object({
  from: Door,
  /** People whose first door it was. */
  people: ByGroup,
  next: z.array(z.object({ to: z.nullable(Door), people: ByGroup, share: Estimate })),
  /** Those of the ways that are too few to be told one by one, all together. */
  untold: Shown,
})
export type DoorFlows = z.infer<typeof DoorFlows>

export const FlowsHalf = z.object({
  /** 2026-H1 */
  period: z.string(),
  doors: z.array(DoorFlows),
})
export type FlowsHalf = z.infer<typeof FlowsHalf>

export const readFlows = operation({
  id: 'insight.flows.read',
  method: 'GET',
  path: '/api/v1/insight/flows',
  post: 'anyone',
  summary: 'How people move between being served, learning, volunteering and deciding, by finished half-year and for groups only (M33)',
  reply: z.object({
    /** The newest first. */
    halves: z.array(FlowsHalf),
    next: z.object({ period: z.string(), shownFrom: Day }),
  }),
})
