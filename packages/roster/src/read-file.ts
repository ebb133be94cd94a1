import type { Problem } from './problem.ts'

const periods = (value: unknown): boolean => Array.isArray(value) && value.every((one) => text(one?.from) && text(one?.until))
const texts = (value: unknown): boolean => Array.isArray(value) && value.every(text)
const text = (value: unknown): boolean => typeof value === 'string'
const yesOrNo = (value: unknown): boolean => typeof value === 'boolean'
const number = (value: unknown): boolean => typeof value === 'number'
const distances = (value: unknown): boolean => isRecord(value) && Object.values(value).every((one) => one === 0 || one === 1 || one === 2)

const volunteerFields: Fields = {
  id: [text, 'a text'],
  available: [periods, 'a list of {from, until}'],
  'minor?': [yesOrNo, 'true or false'],
  'nights?': [yesOrNo, 'true or false'],
  'skills?': [texts, 'a list of texts'],
  'lanes?': [distances, 'lanes with 0, 1 or 2'],
  'hoursGiven?': [number, 'a number'],
  'held?': [periods, 'a list of {from, until}'],
  'busy?': [periods, 'a list of {from, until}'],
  'notWith?': [texts, 'a list of texts'],
}
const shiftFields: Fields = {
  id: [text, 'a text'],
  from: [text, 'a text'],
  until: [text, 'a text'],
  min: [number, 'a number'],
  max: [number, 'a number'],
  'requires?': [texts, 'a list of texts'],
  'wants?': [texts, 'a list of texts'],
  'lane?': [text, 'a text'],
  'patrol?': [yesOrNo, 'true or false'],
  'pair?': [yesOrNo, 'true or false'],
  'already?': [texts, 'a list of texts'],
}

type Fields = Readonly<Record<string, readonly [(value: unknown) => boolean, string]>>

/** A problem as a file holds it. @throws RangeError with the place of what is wrong */
export function readFile(content: string): Problem {
  let found: unknown
  try {
    found = JSON.parse(content)
  } catch (error) {
    throw new RangeError(`this is not JSON: ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
  if (!isRecord(found)) throw new RangeError('an object with volunteers and shifts is needed')
  checkList(found['volunteers'], 'volunteers', volunteerFields)
  checkList(found['shifts'], 'shifts', shiftFields)
  const { rules = {}, fill = 'minimum' } = found
  if (!isRecord(rules) || !Object.values(rules).every(number)) throw new RangeError('rules: an object of numbers is needed')
  if (fill !== 'minimum' && fill !== 'maximum') throw new RangeError('fill: "minimum" or "maximum" is needed')
  for (const name of Object.keys(found))
    if (!['volunteers', 'shifts', 'rules', 'fill'].includes(name)) throw new RangeError(`${name}: there is no such field`)
  // Every field was looked at above.
  return found as unknown as Problem
}

function checkList(value: unknown, where: string, fields: Fields): void {
  if (!Array.isArray(value)) throw new RangeError(`${where}: a list is needed`)
  value.forEach((one: unknown, index) => {
    const place = `${where}[${index}]`
    if (!isRecord(one)) throw new RangeError(`${place}: an object is needed`)
    for (const [key, [fits, needed]] of Object.entries(fields)) {
      const name = key.replace('?', '')
      if (one[name] === undefined && key.endsWith('?')) continue
      if (!fits(one[name])) throw new RangeError(`${place}.${name}: ${needed} is needed`)
    }
    for (const name of Object.keys(one))
      if (!(name in fields) && !(`${name}?` in fields)) throw new RangeError(`${place}.${name}: there is no such field`)
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
