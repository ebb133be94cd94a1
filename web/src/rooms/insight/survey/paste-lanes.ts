/** A line of a sheet: a lane's name and up to three numbers. */
export interface PastedLane {
  readonly laneId: string
  readonly numbers: readonly number[]
}

/** What was copied out of a sheet, by the names of the lanes; lines that name no lane of the street are told. A heading is passed over. */
export function readPasted(
  pasted: string,
  lanes: readonly { readonly laneId: string; readonly names: readonly string[] }[],
): { readonly rows: readonly PastedLane[]; readonly unknown: readonly string[] } {
  const known = new Map(lanes.flatMap(({ laneId, names }) => names.map((name) => [plain(name), laneId] as const)))
  const rows: PastedLane[] = []
  const unknown: string[] = []
  for (const line of pasted.split(/\r?\n/)) {
    const [name = '', ...cells] = line.split(/[\t,，;；]/).map((cell) => cell.trim())
    const numbers = cells.filter((cell) => /^\d+$/.test(cell)).map(Number)
    if (name === '' || numbers.length === 0) continue
    const laneId = known.get(plain(name))
    if (laneId === undefined) unknown.push(name)
    else rows.push({ laneId, numbers })
  }
  return { rows, unknown }
}

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
