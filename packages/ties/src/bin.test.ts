import { expect, test } from 'vitest'
import { main } from './bin.ts'

const head = 'gathering,kind,person,group'
const lines = Array.from({ length: 12 }, (_, gathering) =>
  Array.from({ length: 6 }, (_unused, place) => {
    const person = (gathering * 6 + place) % 70
    return `g${gathering},${gathering % 2 ? 'class' : 'shift'},p${person},${person % 2 ? 'local' : 'newcomer'}`
  }),
).flat()

function run(args: readonly string[], file = [head, ...lines].join('\n')) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = main(args, { out: (line) => out.push(line), err: (line) => err.push(line), read: () => file })
  return { code, out, err }
}

test('the answer in sentences, and as JSON', () => {
  const said = run(['test', 'x.csv', '--permutations', '50'])
  expect(said.code).toBe(0)
  expect(said.out[0]).toBe('12 gatherings of two or more, 35 people of local, 35 of newcomer, 0 of neither.')
  expect(said.out[1]).toContain('by chance')
  const [json] = run(['test', 'x.csv', '--permutations', '50', '--json']).out
  expect(JSON.parse(json!)).toMatchObject({ kind: 'compared', permutations: 50, mixed: { observed: 12 } })
})

test('too little data is an answer, and no error', () => {
  expect(run(['test', 'x.csv'], [head, ...lines.slice(0, 12)].join('\r\n'))).toMatchObject({
    code: 0,
    out: ['Too little data: 2 gatherings of two or more, 6 people of local, 6 of newcomer, 0 of neither.'],
  })
})

test('a line that cannot be right is named', () => {
  const refused = (...more: readonly string[]) => run(['test', 'x.csv'], [head, ...more].join('\n'))
  expect(refused('g,shift,a,local', 'g,class,b,local')).toMatchObject({ code: 1, err: ['line 3: g is of two kinds'] })
  expect(refused('g,shift,a,local', 'h,shift,a,newcomer').err).toEqual(['line 3: a is of two groups'])
  expect(refused('g,shift,a,local', 'g,shift,a,local').err).toEqual(['line 3: a is twice in g'])
  expect(refused('g,shift,,local').err).toEqual(['line 2 has no gathering or no person'])
  expect(refused('g,shift,a,local').err).toEqual(['there are not two groups to compare'])
  expect(run(['test', 'x.csv'], 'gathering,person').err).toEqual(['the first line names no column "kind"'])
})

test('wrong usage is 2, help is 0', () => {
  for (const args of [[], ['test'], ['draw', 'x.csv'], ['test', 'x.csv', 'y.csv'], ['test', 'x.csv', '--permutations', 'many'], ['--no']])
    expect(run(args).code).toBe(2)
  expect(run(['--help']).code).toBe(0)
})
