import type { Fault, FaultCode } from './check-value.ts'
import type { Mistake, MistakeCode } from './mistake.ts'
import { inLanguage, type Language, type Text } from './text.ts'

/** The sentence for a fault, in the reader's language. */
export const faultSentence = (fault: Fault, language: Language): string =>
  fill(inLanguage(fault.message ?? faultTexts[fault.code], language), fault.params)

/** The sentence for a mistake, in the editor's language. */
export const mistakeSentence = (mistake: Mistake, language: Language): string =>
  fill(inLanguage(mistakeTexts[mistake.code], language), mistake.params)

const fill = (text: string, params: Fault['params'] = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

export const faultTexts: { readonly [code in FaultCode]: Text } = {
  required: { 'zh-CN': '这一项还没填。', en: 'Please fill this in.' },
  'not-confirmed': { 'zh-CN': '看过以后，请在这里打勾。', en: 'Please read this and tick the box.' },
  'wrong-type': { 'zh-CN': '这一项没有填好，请再填一次。', en: 'This did not come through. Please fill it in again.' },
  'too-short': { 'zh-CN': '请至少写 {least} 个字。', en: 'Please write at least {least} characters.' },
  'too-long': { 'zh-CN': '请写在 {most} 个字以内。', en: 'Please keep to {most} characters.' },
  pattern: { 'zh-CN': '写法不对，请看一下例子。', en: 'This is not in the expected form. Please look at the example.' },
  'not-whole': { 'zh-CN': '请填整数。', en: 'Please give a whole number.' },
  'too-small': { 'zh-CN': '不能小于 {least}。', en: 'This cannot be less than {least}.' },
  'too-large': { 'zh-CN': '不能大于 {most}。', en: 'This cannot be more than {most}.' },
  'too-little-money': { 'zh-CN': '不能少于 {least} 元。', en: 'This cannot be less than ¥{least}.' },
  'too-much-money': { 'zh-CN': '不能多于 {most} 元。', en: 'This cannot be more than ¥{most}.' },
  'not-a-day': { 'zh-CN': '没有这一天，请再看一下年月日。', en: 'There is no such day. Please check the date.' },
  'not-a-month': { 'zh-CN': '没有这个月，请再看一下年和月。', en: 'There is no such month. Please check it.' },
  'too-early': { 'zh-CN': '不能早于 {least}。', en: 'This cannot be before {least}.' },
  'too-late': { 'zh-CN': '不能晚于 {most}。', en: 'This cannot be after {most}.' },
  'not-offered': { 'zh-CN': '请从列出的里面选。', en: 'Please choose from the list.' },
  'none-excludes': { 'zh-CN': '选了“都没有”，就不要再选别的。', en: 'With “none of these” nothing else can be chosen.' },
  'too-many-choices': { 'zh-CN': '最多选 {most} 项。', en: 'Please choose {most} at most.' },
  'not-a-mobile': { 'zh-CN': '手机号是 1 开头的 11 位数字。', en: 'A mobile number has 11 digits and starts with 1.' },
  'id-shape': { 'zh-CN': '身份证号是 18 位，最后一位可能是 X。', en: 'An ID number has 18 characters; the last may be X.' },
  'id-area': {
    'zh-CN': '身份证号前六位不对，请对照证件再看一下。',
    en: 'The first six digits are not right. Please compare with the card.',
  },
  'id-birthday': {
    'zh-CN': '身份证号里的出生日期不对，请对照证件再看一下。',
    en: 'The birth date in the number is not right. Please compare with the card.',
  },
  'id-check': { 'zh-CN': '身份证号有一位填错了，请对照证件再看一下。', en: 'One digit is wrong. Please compare with the card.' },
  'credit-code': {
    'zh-CN': '这个代码看起来不太对，请再核对一下。没错的话可以继续。',
    en: 'This code looks unusual. Please check it; if it is right, just go on.',
  },
  'community-needed': { 'zh-CN': '请选一下住在哪个社区。', en: 'Please choose the community.' },
  'name-needed': { 'zh-CN': '请写姓名。', en: 'Please give the name.' },
  'phone-needed': { 'zh-CN': '请留一个手机号。', en: 'Please give a mobile number.' },
  'relation-needed': { 'zh-CN': '请写一下是您的什么人。', en: 'Please say how you are related.' },
  'too-many-files': { 'zh-CN': '最多传 {most} 个文件。', en: 'Please send {most} files at most.' },
  'file-type': { 'zh-CN': '这种文件打不开，请传照片或 PDF。', en: 'This kind of file cannot be opened. Please send a photo or a PDF.' },
  'not-signed': { 'zh-CN': '还没签名。', en: 'This is not signed yet.' },
  'too-few-items': { 'zh-CN': '请至少填 {least} 个。', en: 'Please give at least {least}.' },
  'too-many-items': { 'zh-CN': '最多填 {most} 个。多出来的请到窗口办。', en: 'Please give {most} at most. The desk can take more.' },
}

export const mistakeTexts: { readonly [code in MistakeCode]: Text } = {
  'bad-id': {
    'zh-CN': '编号“{id}”要以小写字母开头，只用字母和数字。',
    en: '“{id}” must start with a small letter and use letters and digits only.',
  },
  blank: { 'zh-CN': '这里还没填。', en: 'This is still blank.' },
  'duplicate-id': { 'zh-CN': '编号“{id}”用了两次。', en: '“{id}” is used twice.' },
  'no-pages': { 'zh-CN': '表里还没有题目。', en: 'The form has no questions yet.' },
  'no-fields': { 'zh-CN': '这一页还没有要填的内容。', en: 'This page has nothing on it.' },
  'text-missing': { 'zh-CN': '缺中文。', en: 'The Chinese text is missing.' },
  'not-translated': { 'zh-CN': '还没有英文，读者会看到中文。', en: 'Not translated yet; readers will see the Chinese.' },
  'label-missing': { 'zh-CN': '一页里不止一项时，每项都要有名称。', en: 'With several fields on a page each needs a label.' },
  'unknown-field': { 'zh-CN': '条件里的“{field}”在表里找不到。', en: 'The condition asks about “{field}”, which is not in the form.' },
  'asks-ahead': { 'zh-CN': '条件用到了后面才问的“{field}”。', en: 'The condition asks about “{field}”, which comes later.' },
  'inside-repeat': {
    'zh-CN': '“{field}”在可重复的页里，外面的条件用不到。',
    en: '“{field}” is inside a repeating page and cannot be used outside it.',
  },
  'empty-condition': { 'zh-CN': '条件是空的。', en: 'The condition is empty.' },
  'too-deep': { 'zh-CN': '条件套得太深，最多 {most} 层。', en: 'The condition is nested deeper than {most}.' },
  'wrong-comparison': { 'zh-CN': '“{field}”不能这样比较。', en: '“{field}” cannot be compared like this.' },
  'not-an-option': { 'zh-CN': '“{field}”没有这个选项。', en: '“{field}” does not have this option.' },
  'no-options': { 'zh-CN': '还没有可选的。', en: 'There is nothing to choose from.' },
  'duplicate-option': { 'zh-CN': '有两个选项的值一样。', en: 'Two options have the same value.' },
  'reserved-option': { 'zh-CN': '选项的值不能空，也不能是 none。', en: 'An option’s value cannot be blank or “none”.' },
  'no-way-out': {
    'zh-CN': '请加上“都没有，或说不清”，并写明接下来怎么办；选项已经齐全的，请注明。',
    en: 'Add “none of these, or not sure” with what happens then, or mark the list as complete.',
  },
  'bad-bound': { 'zh-CN': '界限或日期写得不对。', en: 'A limit or date is not valid.' },
  'empty-range': { 'zh-CN': '下限比上限大，谁也填不了。', en: 'The lower limit is above the upper one, so nobody can answer.' },
  'bad-pattern': { 'zh-CN': '格式规则写错了。', en: 'The pattern is not a valid expression.' },
  'slow-pattern': { 'zh-CN': '格式规则太复杂，可能卡住页面。', en: 'The pattern is too complex and could hold up the page.' },
  'not-sensitive': { 'zh-CN': '身份证号要标成敏感信息。', en: 'An ID number must be marked as sensitive.' },
  'no-way-on': { 'zh-CN': '不符合或不予办理时，要写明还能怎么办。', en: 'Where somebody is refused, say what else is possible.' },
  'no-source': { 'zh-CN': '指南要写明依据。', en: 'The guide needs a source.' },
  'no-paper-path': { 'zh-CN': '要同时能在窗口和用纸质表办理。', en: 'The desk and paper must be possible too.' },
  'personal-field': { 'zh-CN': '不涉及个人的事项不能要求填个人信息。', en: 'A non-personal service cannot require personal details.' },
  'unknown-service': { 'zh-CN': '找不到事项“{service}”。', en: 'There is no service “{service}”.' },
  'unknown-placeholder': { 'zh-CN': '信里的“{field}”在题目里找不到。', en: 'The letter mentions “{field}”, which is not asked.' },
}
