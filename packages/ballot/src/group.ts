import { fixedBase, power, powersOf, productOfPowers } from './exponentiation.ts'

/** A subgroup of prime order q in the numbers modulo p, with generator g. */
export type Group = {
  /** The name that elections carry and that every hash includes. */
  readonly name: string
  readonly p: bigint
  readonly q: bigint
  readonly g: bigint
  /** g^exponent */
  readonly raise: (exponent: bigint) => bigint
  readonly multiply: (one: bigint, other: bigint) => bigint
  readonly power: (base: bigint, exponent: bigint) => bigint
  readonly powersOf: (base: bigint, exponents: readonly bigint[]) => bigint[]
  readonly productOfPowers: (pairs: readonly (readonly [base: bigint, exponent: bigint])[]) => bigint
  /** A table for another base that is used again and again, such as an election's public key. */
  readonly fixed: (base: bigint) => (exponent: bigint) => bigint
  /** Whether x is an element: between 1 and p, and of order q. A number outside would let a proof lie. */
  readonly contains: (x: bigint) => boolean
  /** A whole number modulo q, also for one below zero. */
  readonly reduce: (exponent: bigint) => bigint
}

export function makeGroup(numbers: { readonly name: string; readonly p: bigint; readonly q: bigint; readonly g: bigint }): Group {
  const { p, q } = numbers
  const bits = q.toString(2).length
  const fixed = (base: bigint): ((exponent: bigint) => bigint) => fixedBase(base, p, bits)
  let table: ((exponent: bigint) => bigint) | undefined
  return {
    ...numbers,
    raise: (exponent) => (table ??= fixed(numbers.g))(exponent),
    multiply: (one, other) => (one * other) % p,
    power: (base, exponent) => power(base, exponent, p),
    powersOf: (base, exponents) => powersOf(base, exponents, p),
    productOfPowers: (pairs) => productOfPowers(pairs, p),
    fixed,
    contains: (x) => x > 0n && x < p && power(x, q, p) === 1n,
    reduce: (exponent) => ((exponent % q) + q) % q,
  }
}

/** The group of Belenios for elections by sums: 2048 bits, made verifiably at random by FIPS 186-4 (Belenios specification 2.0, section 5.1). */
export const belenios2048: Group = makeGroup({
  name: 'BELENIOS-2048',
  p: BigInt(
    '206947856914225464010136436575050080649229892957511040971008847870573742192427174019222372544976843381290666331380789584' +
      '049600543896362897963930387739057228036059737494276713767776188985898727358650490811670993105358677809800307904916540637' +
      '771737641986785272734744763418356000356983051931442845617019110007867373073335641239717328979132404745788344682606523279' +
      '746479511376726586935821800463179220736688600526271863633860887968821207694323661494910029234443463732221458841005864210' +
      '502421203654335612013204811188524087310770141516662001623131771693721892480785077118278423174980732765988288251691831031' +
      '25680162072880719',
  ),
  q: BigInt('78571733251071885079927659812671450121821421258408794611510081919805623223441'),
  g: BigInt(
    '240235267750185220922768770353239993271228765737836491651007531878766327414635321932028567615526967879969466829874938909' +
      '508389657342560190060106847716449173547413728310461045868131451178164675540052740288984613986453266121505579709716201616' +
      '827031288643245666383486363578210615491841998253431518974065818686865115135857641013888221539601604322884360393098933366' +
      '277284840659313840601023167509576377798266510360682240663507669776402534625377308513317349519424896775405257365904949247' +
      '763147599157519877517771148149092045660020547812705472823814097251863985833411570056835369555342378147558249189605029668' +
      '0037745308460627',
  ),
})
