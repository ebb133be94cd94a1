import type { FieldKind } from './definition.ts'

/** Every kind of field, in the order an editor offers them, and whether its answer fits one cell of a sheet. */
const fitsOneCell = {
  text: true,
  longText: true,
  number: true,
  money: true,
  date: true,
  month: true,
  yesNo: true,
  choice: true,
  choices: true,
  phone: true,
  idNumber: true,
  creditCode: true,
  address: true,
  person: false,
  file: false,
  signature: false,
  notice: false,
  confirm: true,
} satisfies Readonly<Record<FieldKind, boolean>>

export const fieldKinds = Object.keys(fitsOneCell) as readonly FieldKind[]

/** Papers, signatures and people have parts, and a notice has no answer: those are entered by hand. */
export const isInOneCell = (kind: FieldKind): boolean => fitsOneCell[kind]
