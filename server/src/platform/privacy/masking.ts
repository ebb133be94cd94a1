/** What is shown where a full name, number or address is not needed. A mask shows enough to recognise, never enough to find. */

/** 陈大文 → 陈**, 欧阳秀兰 → 欧阳**, Maria Chen → M**. */
export function maskName(name: string): string {
  const [first = ''] = Array.from(name.trim())
  if (first === '') return ''
  const signs = Array.from(name.trim())
  const family = doubleFamilyNames.has(signs.slice(0, 2).join('')) && signs.length > 2 ? signs.slice(0, 2).join('') : first
  // Always two stars: the length of a name says something too.
  return `${family}**`
}

/** 13800002046 → 138****2046. Shorter numbers keep their last two digits only. */
export function maskPhone(phone: string): string {
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `****${phone.slice(-2)}`
}

/** 11010519491231002X → 110***********002X: where it was issued and how it ends, never the date of birth. */
export function maskIdNumber(number: string): string {
  return number.length === 18 ? `${number.slice(0, 3)}***********${number.slice(14)}` : '*'.repeat(number.length)
}

const doubleFamilyNames = new Set(
  '欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 夏侯 轩辕 端木 百里 东郭 南宫 西门 呼延 独孤'.split(' '),
)
