import * as z from 'zod/mini'

/**
 * A count of residents as it may leave the server (D7). `few` means: too few to say, or hidden so that another hidden count
 * cannot be worked out. Which of the two is not told, because telling would give the count away.
 */
export const Shown = z.union([z.object({ kind: z.literal('shown'), count: z.int() }), z.object({ kind: z.literal('few') })])
export type Shown = z.infer<typeof Shown>

/** A share, mean or other figure worked out over residents: the same rule. */
export const ShownFigure = z.union([z.object({ kind: z.literal('shown'), value: z.number() }), z.object({ kind: z.literal('few') })])
export type ShownFigure = z.infer<typeof ShownFigure>
