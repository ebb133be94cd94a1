// The work that `opinion` measures, in a process of its own so that the memory is its own: `node opinion-work.ts large|small PEOPLE`.
import { LiveLandscape, mapOpinions, readVotes, resultText, VoteStore } from '@ronghe/opinion'
import { rounded } from './measure.ts'

const [part, count] = process.argv.slice(2)
const declared = { get: (voter: string) => (Number(voter) % 20 === 0 ? 'newcomer' : 'local') }
const seconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

console.log(JSON.stringify(part === 'small' ? small(Number(count)) : large(Number(count))))

/** Everybody votes on 6 to 90 of a thousand statements (30 on average), in two visits, so that rows of one person are far apart. */
function large(people: number) {
  const walked = performance.now()
  const before = process.cpuUsage()
  const { store } = readVotes(rows(people), { times: false })
  const readSeconds = seconds(before)
  const landscape = mapOpinions(store, { declared, spendVotes: true })
  const mapSeconds = seconds(before) - readSeconds
  let written = 0
  for (const piece of resultText(landscape)) written += piece.length
  return {
    votes: landscape.votes,
    seconds: rounded(seconds(before), 1),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    readSeconds: rounded(readSeconds, 1),
    mapSeconds: rounded(mapSeconds, 1),
    wallSeconds: rounded((performance.now() - walked) / 1000, 1),
    resultMegabytes: Math.round(written / 2 ** 20),
  }
}

function small(people: number) {
  const store = new VoteStore()
  for (let voter = 0; voter < people; voter++) {
    for (let at = 0; at < 50; at++) store.cast(voter, (voter * 7 + at * 11) % 500, opinionOf(voter, (voter * 7 + at * 11) % 500))
  }
  const times: number[] = []
  const stable: number[] = []
  for (let round = 0; round < 12; round++) {
    const start = performance.now()
    mapOpinions(store, { declared, resamples: 0 })
    times.push(performance.now() - start)
    if (round % 4 > 0) continue
    const again = performance.now()
    mapOpinions(store, { declared })
    stable.push(performance.now() - again)
  }
  const live = new LiveLandscape(store, { declared })
  live.axes()
  const start = performance.now()
  for (let vote = 0; vote < 1000; vote++) {
    live.cast(vote % people, (vote * 17) % 500, opinionOf(vote % people, (vote * 17) % 500))
    live.figuresOf((vote * 17) % 500)
  }
  const updateMilliseconds = rounded((performance.now() - start) / 1000, 4)
  const begin = performance.now()
  live.axes()
  return {
    smallMilliseconds: rounded(Math.min(...times), 1),
    smallWithStabilityMilliseconds: rounded(Math.min(...stable), 1),
    updateMilliseconds,
    liveAxesMilliseconds: rounded(performance.now() - begin, 1),
  }
}

/** The bytes of a votes.csv, piece by piece, made as cheaply as can be: it is the reading that is measured. */
function* rows(people: number): Generator<Uint8Array> {
  const bytes = new Uint8Array(1 << 16)
  const clock = Uint8Array.from('1700000000000,', (digit) => digit.charCodeAt(0))
  const endings = [',-1\n', ',0\n', ',1\n'].map((text) => new TextEncoder().encode(text))
  const statements = Array.from({ length: 1000 }, (_, statement) => new TextEncoder().encode(`${statement},`))
  let length = 0
  yield new TextEncoder().encode('timestamp,comment-id,voter-id,vote\n')
  for (const visit of [0, 1]) {
    for (let voter = 0; voter < people; voter++) {
      const most = votesOf(voter)
      const half = most >> 1
      const name = digitsOf(voter)
      if (length > bytes.length - 100 * 40) {
        yield bytes.subarray(0, length)
        length = 0
      }
      for (let at = visit === 0 ? 0 : half; at < (visit === 0 ? half : most); at++) {
        let digit = 12
        for (; clock[digit] === 57; digit--) clock[digit] = 48
        clock[digit]!++
        const statement = (voter * 7 + at * 37) % 1000
        for (const part of [clock, statements[statement]!, name, endings[opinionOf(voter, statement) + 1]!]) {
          for (let place = 0; place < part.length; place++) bytes[length++] = part[place]!
        }
      }
    }
  }
  yield bytes.subarray(0, length)
}

function digitsOf(value: number): Uint8Array {
  const digits: number[] = []
  for (let rest = value; digits.length === 0 || rest > 0; rest = Math.floor(rest / 10)) digits.unshift(48 + (rest % 10))
  return Uint8Array.from(digits)
}

/** 30 on average, with a tail: most have 6 to 50, a few 90. */
function votesOf(voter: number): number {
  const lot = mixed(voter, 1) % 100
  return lot < 10 ? 6 + (lot % 5) : lot < 90 ? 12 + Math.floor(lot * 0.34) : 50 + (lot % 10) * 4
}

/** Three camps that disagree on a third of the statements, and noise. */
function opinionOf(voter: number, statement: number): -1 | 0 | 1 {
  const camp = mixed(voter, 2) % 3
  const leaning = statement % 3 === 0 ? (camp === 0 ? 80 : 15) : statement % 3 === 1 ? (camp === 1 ? 75 : 30) : 60
  const lot = mixed(voter * 1009 + statement, 3) % 100
  return lot < leaning ? 1 : lot >= 90 ? 0 : -1
}

function mixed(value: number, salt: number): number {
  let bits = Math.imul(value ^ (salt * 0x9e3779b1), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
