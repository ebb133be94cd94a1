import { isRecord } from './answers.ts'
import type { Text } from './text.ts'

/** Every text anywhere in a definition, with the path that leads to it. Keywords, which are lists by language, are not texts. */
export function textsIn(value: unknown, path = ''): { path: string; text: Text }[] {
  const below = (step: string | number) => (path ? `${path}.${step}` : String(step))
  if (Array.isArray(value)) return value.flatMap((each, place) => textsIn(each, below(place)))
  if (!isRecord(value)) return []
  if (typeof value['zh-CN'] === 'string') return [{ path, text: value as unknown as Text }]
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, below(key)))
}
