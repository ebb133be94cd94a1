import { BallotFileError } from './ballot-file-error.ts'
import type { Ballot, Candidate, Election } from './election.ts'

/**
 * Reads a BLT file, and a `.hil` file, which has the same grammar: "candidates seats", withdrawn candidates as negative numbers, one
 * `papers candidate candidate … 0` per marking, a lone 0, then the quoted names and the title. Line ends count as spaces.
 *
 * Also understood: `#` and slash-star comments, `2=3` or `(2 3)` for equal preferences, `(id)` instead of the number of papers,
 * `[nick a b c]` for short names on the papers, `[tie 3 2 1]` for a declared order of ties, other `[…]` options (passed over), a
 * byte-order mark, a Ctrl-Z at the end.
 *
 * Source: Hill, Wichmann and Woodall, Algorithm 123: Single transferable vote by Meek's method, Computer Journal 30 (1987).
 * @throws BallotFileError with line, column and the row
 */
export function readBlt(text: string): Election {
  // Ctrl-Z ends a file of the old days.
  const body = text.split('\u001A', 1)[0]!
  const tokens = tokensOf(body)
  const end: Token = { kind: 'end', text: 'the end of the file', at: body.trimEnd().length }
  const following = (): Token => tokens.next().value ?? end
  let token = following()
  const taken = (): Token => {
    const before = token
    token = following()
    return before
  }
  const fail = (reason: string, where: Token = token): never => {
    throw new BallotFileError(text, where.at, reason)
  }
  const whole = (what: string, least: number): number => {
    if (token.kind !== 'word' || !/^\d{1,15}$/.test(token.text)) fail(`${what} should be a whole number, not ${token.text}`)
    if (Number(token.text) < least) fail(`${what} should be at least ${least}, not ${token.text}`)
    return Number(taken().text)
  }
  let nicks: readonly string[] = []
  const candidateAt = (word: string, where: Token): number => {
    const nick = nicks.indexOf(word)
    if (nick !== -1) return nick
    if (!/^\d{1,9}$/.test(word)) fail(`the number of a candidate should be here, not ${word}`, where)
    const number = Number(word)
    if (number < 1 || number > count) fail(`there is no candidate ${word}: the file has ${count}`, where)
    return number - 1
  }

  const count = whole('the number of candidates', 1)
  const seats = whole('the number of seats', 1)
  const withdrawn = new Set<number>()
  let tieOrder: readonly number[] | undefined
  for (;;) {
    if (token.kind === 'option') {
      const option = taken()
      const [name, ...words] = option.text.trim().split(/\s+/)
      if (name === 'nick') nicks = words
      if (name !== 'tie') continue
      tieOrder = words.map((word) => candidateAt(word, option))
      if (tieOrder.length !== count || new Set(tieOrder).size !== count) fail('an order for ties must name every candidate once', option)
    } else if (token.kind === 'word' && /^-\d+$/.test(token.text)) withdrawn.add(candidateAt(token.text.slice(1), taken()))
    else break
  }

  const ballots: Ballot[] = []
  for (;;) {
    const named = token.kind === 'group'
    const papers = named ? 1 : whole('the number of papers, or the 0 that ends them,', 0)
    if (named) taken()
    if (papers === 0) break
    const preferences: number[][] = []
    const seen = new Set<number>()
    while (token.text !== '0' || token.kind !== 'word') {
      if (token.kind !== 'word' && token.kind !== 'group') fail('this paper does not end with 0')
      const group = taken()
      const words = group.kind === 'group' ? group.text.trim().split(/[\s,=]+/) : group.text.split('=')
      preferences.push(words.map((word) => candidateAt(word, group)))
      for (const candidate of preferences.at(-1)!) {
        if (seen.has(candidate)) fail(`candidate ${candidate + 1} is ranked twice on this paper`, group)
        seen.add(candidate)
      }
    }
    taken()
    ballots.push({ papers, preferences })
  }

  const candidates: Candidate[] = []
  while (candidates.length < count) {
    if (token.kind !== 'name')
      fail(`the name of candidate ${candidates.length + 1} of ${count} should be here, in quotes, not ${token.text}`)
    const name = taken().text
    candidates.push(withdrawn.has(candidates.length) ? { name, withdrawn: true } : { name })
  }
  // After the title some programs write a source and a remark, in quotes or not: nothing there is counted.
  const title = token.kind === 'name' ? token.text : ''
  return { title, seats, candidates, ballots, ...(tieOrder && { tieOrder }) }
}

interface Token {
  readonly kind: 'word' | 'name' | 'group' | 'option' | 'end'
  readonly text: string
  readonly at: number
}

/** Splits at spaces, keeps together what stands in quotes, round or square brackets, leaves comments out. */
function* tokensOf(text: string): Generator<Token, undefined> {
  const pattern = /[\s\uFEFF]+|#[^\n]*|\/\*[\s\S]*?\*\/|"([^"]*)"(?=[\s#]|$)|"([^"\n]*)"?|\(([^()]*)\)|\[([^\]]*)\]|[^\s"()[\]#]+|./gy
  for (const match of text.matchAll(pattern)) {
    const [all, name, loose, group, option] = match
    const at = match.index
    if (name !== undefined || loose !== undefined) yield { kind: 'name', text: (name ?? loose)!, at }
    else if (group !== undefined) yield { kind: 'group', text: group, at }
    else if (option !== undefined) yield { kind: 'option', text: option, at }
    else if (!/^[\s\uFEFF#]/.test(all) && !all.startsWith('/*')) yield { kind: 'word', text: all, at }
  }
}
