import type { PersonalTrace } from '@ronghe/contract/council/conversations.ts'

const patterns: Readonly<Record<PersonalTrace, RegExp>> = {
  phone: /(?<!\d)1[3-9]\d{9}(?!\d)/,
  idNumber: /(?<!\d)\d{17}[\dXx](?!\d)/,
  plate: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}/,
  door: /\d+\s*(?:号楼|栋|单元|房|室)|(?:[A-Z]|\d)座\s*\d+/,
}

/** What in a statement looks like a phone, an ID number, a plate or a door: the author and the moderators are asked to look, nothing is refused. */
export const personalTraces = (words: string): PersonalTrace[] => {
  const plain = words.normalize('NFKC').replaceAll(/(?<=\d)[\s-](?=\d)/g, '')
  return (Object.keys(patterns) as PersonalTrace[]).filter((trace) => patterns[trace].test(plain))
}
