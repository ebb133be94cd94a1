import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Entry {
  readonly optional?: boolean
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
  readonly engines?: { readonly node?: string }
  readonly resolved?: string
}
const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> }

/** Optional packages that nothing of ours runs: rollup lists the compressor of its own release build. */
const unneeded = ['node_modules/@napi-rs/lzma-linux-x64-gnu']

test('no optional package for the machines we name would be dropped without a word by npm on Node 20', () => {
  const dropped = Object.entries(packages)
    .filter(([, { optional }]) => optional)
    .filter(([, { os, cpu }]) => fits(os, ['linux', 'win32']) && fits(cpu, ['x64']))
    .filter(([, { engines }]) => engines?.node && !takes20(engines.node))
    .map(([name]) => name)
    .filter((name) => !unneeded.includes(name))
  expect(dropped).toEqual([])
})

test('the lock file keeps no download addresses', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([])
})

const fits = (wanted: string | readonly string[] | undefined, ours: readonly string[]): boolean =>
  !wanted || [wanted].flat().some((name) => ours.includes(name))

/** Whether a range such as `^22.12.0 || >=24` or `>= 18` takes 20.20.2; ranges written another way fail the test and get looked at. */
function takes20(range: string): boolean {
  return range
    .replace(/([<>=^~])\s+/g, '$1')
    .split('||')
    .some((part) => {
      const bounds = part
        .trim()
        .split(/\s+(?=[<>=^~]|\d)/)
        .filter(Boolean)
      return bounds.every((bound) => {
        const match = /^(>=|<=|>|<|\^|~|=)?\s*v?(\d+|\*|x)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?/.exec(bound.trim())
        if (!match) throw new Error(`not a range this test can read: ${range}`)
        const [, sign = '', major, minor = '0', patch = '0'] = match
        if (major === '*' || major === 'x') return true
        const version = [Number(major), Number(minor) || 0, Number(patch) || 0] as const
        const order = compare([20, 20, 2], version)
        if (sign === '>=') return order >= 0
        if (sign === '>') return order > 0
        if (sign === '<') return order < 0
        if (sign === '<=') return order <= 0
        return version[0] === 20 && order >= 0
      })
    })
}

function compare(one: readonly [number, number, number], other: readonly [number, number, number]): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
}
