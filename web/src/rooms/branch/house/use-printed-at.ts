import { useState } from 'react'

/** The moment a sheet was opened: printed on it, and the same however often the page is drawn again. */
export const usePrintedAt = (): string => useState(() => new Date().toISOString())[0]
