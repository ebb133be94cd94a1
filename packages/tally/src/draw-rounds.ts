import { distinctNames, type Election } from './election.ts'
import type { StvCount } from './stv-count.ts'

/**
 * Draws a count as a picture: one row of bars per round, one colour per candidate, a line where the quota is.
 * @returns an SVG document, 640 wide, for up to about a dozen candidates
 */
export function drawRounds(election: Election, count: StvCount): string {
  const names = distinctNames(election)
  const standing = names.flatMap((_, candidate) => (election.candidates[candidate]!.withdrawn ? [] : [candidate]))
  const stages = [
    { label: 'First preferences', ...count.start },
    ...count.rounds.map((round) => ({ label: labelOf(names, round), ...round })),
  ]
  const most = Math.max(...stages.flatMap(({ votes, quota }) => [...votes, quota]))
  const [left, wide, thick] = [150, 460, 16]
  const scale = (votes: number): number => Math.round((votes / most) * wide * 10) / 10
  const elected = new Set<number>()
  const parts: string[] = []
  let y = 10
  for (const { label, votes, quota, elected: now } of stages) {
    now.forEach((candidate) => elected.add(candidate))
    parts.push(`<text x="10" y="${y + 14}" font-weight="bold">${escaped(label)}</text>`)
    y += 22
    const top = y
    for (const candidate of standing) {
      const vote = votes[candidate]!
      const colour = elected.has(candidate) ? '#1d6b52' : vote === 0 ? '#c9c4ba' : '#b07a2a'
      parts.push(
        `<text x="${left - 8}" y="${y + 12}" text-anchor="end">${escaped(names[candidate]!)}</text>`,
        `<rect x="${left}" y="${y + 2}" width="${scale(vote)}" height="${thick - 4}" fill="${colour}"/>`,
        `<text x="${left + scale(vote) + 4}" y="${y + 12}" fill="#555">${Number(vote.toFixed(2))}</text>`,
      )
      y += thick
    }
    const x = left + scale(quota)
    parts.push(`<line x1="${x}" x2="${x}" y1="${top - 2}" y2="${y + 2}" stroke="#a33" stroke-dasharray="3 2"/>`)
    y += 12
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 ${y}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escaped(election.title)}</title>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

function labelOf(names: readonly string[], { round, action, candidates, elected }: StvCount['rounds'][number]): string {
  const list = (these: readonly number[]): string => these.map((candidate) => names[candidate]).join(', ')
  if (action === 'election') return `Round ${round}: ${list(elected)} elected`
  const what = action === 'surplus' ? `surplus of ${list(candidates)} goes on` : `${list(candidates)} excluded`
  return `Round ${round}: ${what}${elected.length > 0 ? `; ${list(elected)} elected` : ''}`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
