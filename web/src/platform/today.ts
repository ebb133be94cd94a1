import { useState } from 'react'
import { dayOf } from './language/format.ts'

/** The day on which this page was opened, for the limits of date inputs and for what is late. */
export const useToday = (): string => useState(() => dayOf(new Date()))[0]
