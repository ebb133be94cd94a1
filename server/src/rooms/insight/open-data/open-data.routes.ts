import * as contract from '@ronghe/contract/insight/open-data.ts'
import type { FastifyReply } from 'fastify'
import { implement, sent, type App } from '../../../platform/http/implement.ts'
import { toCsv } from '../../../platform/standards/csv.ts'
import { listNoisy, readRelease, releaseNoisy } from './noisy-figures.ts'
import { openDictionary, openFigures } from './open-data.ts'

const table = (response: FastifyReply, name: string, rows: Parameters<typeof toCsv>[0]) =>
  response.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}.csv"`).send(toCsv(rows))

export function openDataRoutes(app: App): void {
  implement(app, contract.openFigures, ({ deed }) => openFigures(deed))
  implement(app, contract.openFiguresSheet, async ({ deed, response }) => {
    const { figures } = await openFigures(deed)
    const names = ['indicator', 'measure', 'period', 'place', 'placeId', 'placeName', 'group', 'part', 'number', 'low', 'high'] as const
    const rows = figures.map((row) => names.map((name) => (name === 'placeName' ? (row.placeName?.['zh-CN'] ?? '') : row[name])))
    await table(response, 'figures', [names, ...rows])
    return sent
  })
  implement(app, contract.openDictionary, ({ deed }) => openDictionary(deed))
  implement(app, contract.openDictionarySheet, async ({ deed, response }) => {
    const names = ['title', 'unit', 'says', 'saysNot', 'numerator', 'denominator', 'source', 'bias'] as const
    const rows = (await openDictionary(deed)).indicators.flatMap(({ key, number, measures }) =>
      measures.map((measure) => [
        number,
        key,
        measure.key,
        measure.kind,
        ...names.flatMap((name) => [measure[name]?.['zh-CN'] ?? '', measure[name]?.en ?? '']),
      ]),
    )
    await table(response, 'dictionary', [
      ['number', 'indicator', 'measure', 'kind', ...names.flatMap((name) => [`${name}_zh`, `${name}_en`])],
      ...rows,
    ])
    return sent
  })
  implement(app, contract.noisyFigures, async ({ deed }) => ({ figures: await listNoisy(deed) }))
  implement(app, contract.readRelease, ({ deed }) => readRelease(deed))
  implement(app, contract.releaseNoisy, ({ deed, body, person }) => releaseNoisy(deed, body, person().personId))
}
