import { residencePermit } from '@ronghe/demo/services/residence-permit.ts'
import { votingAtHome } from '@ronghe/demo/services/voting-at-home.ts'
import { expect, test } from 'vitest'
import { renameField } from './rename-field.ts'

test('conditions and letters speak of the question by its new name', () => {
  const permit = renameField(residencePermit, 'basis', 'ground')
  expect(permit.eligibility[1]!.when).toEqual({ field: 'ground', in: ['job', 'dwelling', 'schooling'] })
  expect(permit.documents.find(({ id }) => id === 'jobProof')!.when).toEqual({ field: 'ground', equals: 'job' })
  const voting = renameField(votingAtHome, 'homePlace', 'village')
  expect(voting.mode === 'guide' && voting.letter!.to['zh-CN']).toBe('{village} 选举委员会')
})

test('nothing else changes: named back, the service is what it was', () => {
  for (const service of [residencePermit, votingAtHome])
    expect(renameField(renameField(service, 'basis', 'unheardOf'), 'unheardOf', 'basis')).toEqual(service)
  expect(renameField(residencePermit, 'nobody', 'somebody')).toBe(residencePermit)
})
