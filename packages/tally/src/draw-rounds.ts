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
  for (const [index, { label: opening, votes, quota, elected: reached }] of stages.entries()) {
    // Who is elected because nobody else is left belongs to the last picture.
    const now = index === stages.length - 1 ? [...reached, ...count.end.elected] : reached
    now.forEach((candidate) => elected.add(candidate))
    const label = now.length > 0 ? `${opening}; elected: ${now.map((candidate) => names[candidate]).join(', ')}` : opening
    parts.push(`<text x="10" y="${y + 14}" font-weight="bold">${escaped(label)}</text>`)
    y += 22
    const x = left + scale(quota)
    const bottom = y + standing.length * thick + 2
    parts.push(`<line x1="${x}" x2="${x}" y1="${y - 2}" y2="${bottom}" stroke="#a33" stroke-dasharray="3 2"/>`)
    for (const candidate of standing) {
      const vote = votes[candidate]!
      const colour = elected.has(candidate) ? '#1d6b52' : '#b07a2a'
      parts.push(
        `<text x="${left - 8}" y="${y + 12}" text-anchor="end">${escaped(names[candidate]!)}</text>`,
        `<rect x="${left}" y="${y + 2}" width="${scale(vote)}" height="${thick - 4}" fill="${colour}"/>`,
        `<text x="${left + scale(vote) + 5}" y="${y + 12}" fill="#444" ${outlined}>${Number(vote.toFixed(2))}</text>`,
      )
      y += thick
    }
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

function labelOf(names: readonly string[], { round, action, candidates }: StvCount['rounds'][number]): string {
  const whose = candidates.map((candidate) => names[candidate]).join(', ')
  return `Round ${round}${{ election: '', surplus: `: surplus of ${whose} goes on`, exclusion: `: ${whose} excluded` }[action]}`
}

/** Figures stay legible where they cross the line of the quota. */
const outlined = 'stroke="#fff" stroke-width="3" paint-order="stroke"'
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
