// The map as a picture.
import type { Landscape } from './landscape.ts'

/** Colours that people with any colour vision tell apart (Okabe and Ito), and a letter, so that none is needed. */
const colours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9']
const side = 480
const margin = 30

/**
 * An SVG of where everybody in a group stands, groups in colours and with letters. It shows people, though without names: in a
 * small conversation who was present could tell who is who, so it is for those who may see the votes.
 * @param title read out by a screen reader
 */
export function drawMap(landscape: Landscape, title: string): string {
  const rows = [...landscape.groupOf.keys()].filter((row) => landscape.groupOf[row]! >= 0)
  const reach = Math.max(1e-9, ...rows.map((row) => Math.max(Math.abs(landscape.x[row]!), Math.abs(landscape.y[row]!))))
  const across = (value: number) => (side / 2 + (value / reach) * (side / 2 - margin)).toFixed(1)
  const up = (value: number) => (side / 2 - (value / reach) * (side / 2 - margin)).toFixed(1)
  const dots = rows.map((row) => {
    const colour = colours[landscape.groupOf[row]! % colours.length]!
    return `<circle cx="${across(landscape.x[row]!)}" cy="${up(landscape.y[row]!)}" r="5" fill="${colour}" fill-opacity="0.6"/>`
  })
  const letters = landscape.groups.map(({ size }, group) => {
    const own = rows.filter((row) => landscape.groupOf[row] === group)
    const mean = (values: Float64Array) => own.reduce((sum, row) => sum + values[row]!, 0) / own.length
    const text = `${String.fromCharCode(65 + group)} · ${size}`
    return `<text x="${across(mean(landscape.x))}" y="${up(mean(landscape.y))}" text-anchor="middle" font-family="sans-serif" font-size="20" font-weight="bold" fill="#222" stroke="#fff" stroke-width="4" paint-order="stroke">${text}</text>`
  })
  const middle = side / 2
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img"><title>${escaped(title)}</title>`,
    `<rect width="${side}" height="${side}" fill="#fff"/>`,
    `<path d="M${margin / 2} ${middle}H${side - margin / 2}M${middle} ${margin / 2}V${side - margin / 2}" stroke="#ddd"/>`,
    ...dots,
    ...letters,
    '</svg>\n',
  ].join('\n')
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
