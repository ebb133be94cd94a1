import type { Text } from '../values.ts'

/**
 * What the branch asks for, each on its own and unticked (D5). They lie in the branch's own room and not among a person's other consents,
 * where having one would already say something.
 */
export const branchConsentTexts = {
  checkIn: {
    version: '2026-11',
    title: { 'zh-CN': '向党支部报到', en: 'Checking in to a Party branch' },
    text: {
      'zh-CN':
        '我自己说明：我是流动党员，想向我选的这一个支部报到。我写的姓名、原来的支部和联系办法，只有这个支部的书记、副书记和委员看得到，他们看一次记一次。不报到不影响我办事、上课、当代表、得表彰。我随时可以撤回，撤回就全部删掉。',
      en: 'I say this myself: I am a floating Party member and wish to check in to the one branch I chose. The name, home branch and contact I write are seen by that branch’s secretary, deputy and committee only, and every look is kept. Not checking in changes nothing about services, classes, seats or awards. I can withdraw at any time, and then all of it is deleted.',
    },
  },
  publicity: {
    version: '2026-11',
    title: { 'zh-CN': '公开我的支部职务', en: 'Making my office public' },
    text: {
      'zh-CN': '我同意在支部的页面上写出我的姓名和支部职务。随时可以撤下，撤下后页面只写“不公开”。',
      en: 'My name and my office in the branch may stand on the branch’s page. I can take them down at any time; the page then says “not published”.',
    },
  },
} as const satisfies Record<string, { readonly version: string; readonly title: Text; readonly text: Text }>
