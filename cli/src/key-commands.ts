import { stat, writeFile } from 'node:fs/promises'
import { OperatorError } from '@ronghe/server/operator-error.ts'
import {
  exportKeys,
  findKeys,
  fingerprints,
  keyPath,
  rotateKeys,
  saveKeys,
  type KeyPlace,
  type Keys,
} from '@ronghe/server/platform/privacy/keys.ts'
import type { Config } from '@ronghe/server/config.ts'
import type { Command } from './command.ts'

export const keysExport: Command = {
  name: 'keys export',
  positionals: ['[FILE]'],
  options: {},
  summary: 'Write the encryption keys to a file for the safe, or to the terminal',
  details:
    'Whoever holds this file and a backup can read everything. Keep them apart: backups never contain the keys, and without the keys a\n' +
    'backup cannot be restored.',
  async run({ config, positionals }) {
    const keys = existingKeys(config)
    const [file] = positionals
    if (!file) return { text: exportKeys(keys), json: { keys: JSON.parse(exportKeys(keys)) as unknown } }
    if (await stat(file).catch(() => undefined)) throw new OperatorError(`${file} exists already; it was not overwritten.`)
    await writeFile(file, exportKeys(keys), { mode: 0o600, flag: 'wx' })
    return { text: `The keys are in ${file}, readable by you alone.`, json: { file, fingerprints: fingerprints(keys) } }
  },
}

export const keysRotate: Command = {
  name: 'keys rotate',
  positionals: [],
  options: {},
  summary: 'Add a new current key; what is stored stays readable with the old ones',
  details: 'A running server uses the new key after its next start. Export the keys again afterwards.',
  async run({ config, now }) {
    const keys = rotateKeys(existingKeys(config), now)
    saveKeys(placeOf(config), keys)
    return {
      text: `A new key is in use from the next start (${keyPath(placeOf(config))}). Export the keys again: older exports lack it.`,
      json: { file: keyPath(placeOf(config)), fingerprints: fingerprints(keys) },
    }
  },
}

export const placeOf = (config: Config): KeyPlace => ({ data: config.data, keyFile: config.keyFile })

function existingKeys(config: Config): Keys {
  const keys = findKeys(placeOf(config))
  if (!keys) throw new OperatorError(`There are no keys at ${keyPath(placeOf(config))}; they are made when Ronghe first starts.`)
  return keys
}
