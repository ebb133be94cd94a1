import type { Words } from '../../platform/language/language.tsx'

const zh = {
  find: '姓名或手机号',
  findDo: '查找',
  foundNone: '没有找到。先到“查找和登记”里登记。',
  choose: (name: string) => `选${name}`,
}
const en: typeof zh = {
  find: 'Name or phone number',
  findDo: 'Find',
  foundNone: 'Nobody found. Register the person first under “Find and register”.',
  choose: (name) => `Choose ${name}`,
}
export const findWords: Words<typeof zh> = { 'zh-CN': zh, en }
