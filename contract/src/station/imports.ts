import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id } from '../values.ts'

export const importKinds = ['residents', 'cases'] as const
/** Which column of the sheet holds which field; a field may stay without a column unless it is needed. */
export const Mapping = z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(120)))
export const ImportField = z.object({ field: z.string(), label: z.string(), needed: z.boolean() })
export const RowFault = z.object({ row: z.int(), column: z.nullable(z.string()), code: z.string(), sentence: z.string() })

export const startImport = operation({
  id: 'station.imports.start',
  method: 'POST',
  path: '/api/v1/imports',
  post: 'station.import',
  summary: 'Hand in a sheet (multipart: `file`, `kind` = residents or cases); nothing is written yet',
  media: { request: 'multipart/form-data' },
  status: 201,
  reply: z.object({
    id: Id,
    kind: z.enum(importKinds),
    rows: z.int(),
    columns: z.array(z.string()),
    fields: z.array(ImportField),
    suggested: Mapping,
  }),
})

export const checkImport = operation({
  id: 'station.imports.check',
  method: 'POST',
  path: '/api/v1/imports/:importId/check',
  post: 'station.import',
  summary: 'What would happen with this mapping, row by row',
  params: z.object({ importId: Id }),
  body: z.object({ mapping: Mapping }),
  reply: z.object({ good: z.int(), known: z.int(), faults: z.array(RowFault) }),
})

export const runImport = operation({
  id: 'station.imports.run',
  method: 'POST',
  path: '/api/v1/imports/:importId/run',
  post: 'station.import',
  summary: 'Write the good rows; those with faults stay out and are listed. Running it again writes nothing twice',
  params: z.object({ importId: Id }),
  body: z.object({ mapping: Mapping }),
  reply: z.object({ written: z.int(), known: z.int(), faults: z.array(RowFault) }),
})
