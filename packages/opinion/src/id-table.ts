// Ids of people and statements, numbered in the order in which they are first met.

/**
 * A table of ids. Whole numbers below a thousand million take about 12 bytes each, so that a million voters fit into
 * 16 MB; any other id is kept as text. `7` and `'7'` are the same id, `'07'` is another one.
 */
export class IdTable {
  #size = 0
  #slots = new Int32Array(1024)
  #numbers = new Int32Array(512)
  readonly #places = new Map<string, number>()
  readonly #texts = new Map<number, string>()

  get size(): number {
    return this.#size
  }

  /** @returns the place of an id, which is a new one where the id is new */
  add(id: string | number): number {
    const number = toNumber(id)
    if (number >= 0) return this.#addNumber(number)
    const text = String(id)
    const known = this.#places.get(text)
    if (known !== undefined) return known
    const place = this.#next(-1)
    this.#places.set(text, place)
    this.#texts.set(place, text)
    return place
  }

  /** @returns the place of an id, or undefined where it was never added */
  find(id: string | number): number | undefined {
    const number = toNumber(id)
    if (number < 0) return this.#places.get(String(id))
    const found = this.#slots[this.#slotOf(number)]!
    return found === 0 ? undefined : found - 1
  }

  /** @throws RangeError where nothing stands at that place */
  idOf(place: number): string {
    if (!(place >= 0 && place < this.#size)) throw new RangeError(`no id at place ${place}`)
    return this.#texts.get(place) ?? String(this.#numbers[place])
  }

  /** All places in an order that depends on the ids alone: numbers by size, then texts by their characters. */
  sorted(): Uint32Array {
    const numbers = this.#numbers
    const order = new Uint32Array(this.#size)
    if (this.#size < 2 ** 22) {
      // A number and its place fit together into the 53 bits of a float, and those sort natively.
      const keys = new Float64Array(this.#size - this.#texts.size)
      let count = 0
      for (let place = 0; place < this.#size; place++) if (numbers[place]! >= 0) keys[count++] = numbers[place]! * 2 ** 22 + place
      keys.sort()
      for (let at = 0; at < count; at++) order[at] = keys[at]! % 2 ** 22
    } else {
      let count = 0
      for (let place = 0; place < this.#size; place++) if (numbers[place]! >= 0) order[count++] = place
      order.subarray(0, count).sort((one, other) => numbers[one]! - numbers[other]!)
    }
    const texts = [...this.#texts].sort(([, one], [, other]) => (one < other ? -1 : 1))
    texts.forEach(([place], at) => (order[this.#size - texts.length + at] = place))
    return order
  }

  #addNumber(number: number): number {
    const slot = this.#slotOf(number)
    const found = this.#slots[slot]!
    if (found > 0) return found - 1
    const place = this.#next(number)
    this.#slots[slot] = place + 1
    if ((place + 1) * 2 > this.#slots.length) this.#widen()
    return place
  }

  #next(number: number): number {
    if (this.#size === this.#numbers.length) {
      const wider = new Int32Array(this.#size * 2)
      wider.set(this.#numbers)
      this.#numbers = wider
    }
    this.#numbers[this.#size] = number
    return this.#size++
  }

  #slotOf(number: number): number {
    const mask = this.#slots.length - 1
    let slot = Math.imul(number, 0x9e3779b1) >>> 7
    for (slot &= mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot]!
      if (found === 0 || this.#numbers[found - 1] === number) return slot
    }
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let place = 0; place < this.#size; place++) {
      const number = this.#numbers[place]!
      if (number >= 0) this.#slots[this.#slotOf(number)] = place + 1
    }
  }
}

function toNumber(id: string | number): number {
  if (typeof id === 'number') {
    if (!Number.isSafeInteger(id)) throw new RangeError(`not an id: ${id}`)
    return id >= 0 && id < 1e9 ? id : -1
  }
  return /^(0|[1-9]\d{0,8})$/.test(id) ? Number(id) : -1
}
