import type { Words } from '../../platform/language/language.tsx'

const zh = {
  day: '哪一天？',
  from: '从几点？',
  until: '到几点？',
  place: '在哪里？',
  placeHint: '公共的地方，不要写家里的门牌。',
  missing: '请填写这一项。',
  untilLater: '结束要比开始晚。',
}
const en: typeof zh = {
  day: 'Which day?',
  from: 'From?',
  until: 'Until?',
  place: 'Where?',
  placeHint: 'A public place, not somebody’s door.',
  missing: 'Please fill this in.',
  untilLater: 'The end must be later than the beginning.',
}
export const meetingWords: Words<typeof zh> = { 'zh-CN': zh, en }
