import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The custom properties of one block of tokens.css. */
function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  expect(start, selector).toBeGreaterThanOrEqual(0)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(Array.from(block.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name, value]) => [name!, value!]))
}

const normal = tokens(':root')
const themes = {
  normal,
  large: { ...normal, ...tokens(":root[data-appearance='large']") },
  contrast: { ...normal, ...tokens(":root[data-appearance='contrast']") },
}

/** WCAG 2.2 relative luminance and contrast. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

const text: readonly (readonly [ink: string, ground: string])[] = [
  ...['paper', 'card', 'sunken', 'banyan-wash', 'clay-wash', 'local-wash', 'newcomer-wash', 'alert-wash'].map(
    (ground) => ['ink', ground] as const,
  ),
  ...['paper', 'card', 'sunken', 'banyan-wash', 'local-wash'].map((ground) => ['ink-2', ground] as const),
  ...['paper', 'card', 'banyan-wash'].map((ground) => ['banyan-deep', ground] as const),
  ['on-banyan', 'banyan'],
  ['on-banyan', 'banyan-deep'],
  ['on-deep', 'banyan-deep'],
  ['paper', 'ink'],
  ['clay', 'card'],
  ['clay', 'clay-wash'],
  ['alert', 'card'],
  ['alert', 'alert-wash'],
  ['newcomer', 'newcomer-wash'],
  ['local', 'local-wash'],
]
const shapes: readonly (readonly [shape: string, ground: string])[] = [
  ['line-strong', 'card'],
  ['line-strong', 'paper'],
  ['banyan', 'card'],
  ['banyan', 'paper'],
  ['newcomer', 'sunken'],
  ['local', 'sunken'],
  ['focus', 'paper'],
  ['focus', 'card'],
]

test.each(Object.entries(themes))('%s: text stands out from its ground by 4.5 to 1 or more', (_, theme) => {
  for (const [ink, ground] of text) expect(contrast(theme[ink]!, theme[ground]!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
})

test.each(Object.entries(themes))('%s: borders of inputs, bars and the focus stand out by 3 to 1 or more', (_, theme) => {
  for (const [shape, ground] of shapes) expect(contrast(theme[shape]!, theme[ground]!), `${shape} on ${ground}`).toBeGreaterThanOrEqual(3)
})

test('high contrast stands out by 7 to 1 for every text', () => {
  for (const [ink, ground] of text)
    expect(contrast(themes.contrast[ink]!, themes.contrast[ground]!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7)
})

test('large print is 22 pixels or more with targets of 60 or more', () => {
  expect(Number.parseInt(themes.large['base']!, 10)).toBeGreaterThanOrEqual(22)
  expect(Number.parseInt(themes.large['tap']!, 10)).toBeGreaterThanOrEqual(60)
  expect(Number.parseInt(normal['tap']!, 10)).toBeGreaterThanOrEqual(48)
})

test('a style asks for no token that is not there', () => {
  const root = new URL('../', import.meta.url)
  const known = new Set(Array.from(css.matchAll(/--([\w-]+):/g), ([, name]) => name))
  const unknown = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => {
      const text = readFileSync(new URL(file, root), 'utf8')
      const own = new Set(Array.from(text.matchAll(/--([\w-]+):/g), ([, name]) => name))
      return Array.from(text.matchAll(/var\(--([\w-]+)\)/g), ([, name]) => name!).flatMap((name) =>
        known.has(name) || own.has(name) ? [] : [`${file}: ${name}`],
      )
    })
  expect(unknown).toEqual([])
})
