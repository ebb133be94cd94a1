import type { Text } from '../values.ts'

/** What is agreed to in the life of a branch, each on its own and unticked (D5), kept in the branch's own room. */
export const lifeConsentTexts = {
  application: {
    version: '2026-11',
    title: { 'zh-CN': '记下入党申请走到哪一步', en: 'Keeping track of my application' },
    text: {
      'zh-CN':
        '这本进度由我自己记：只记走到第几步、哪一天、谁记的，不记谈话、考察和审查的内容。我选的支部看得到进度和我写的姓名，他们看姓名一次记一次。停下来不用说理由，一停就全部删掉，不影响任何事。',
      en: 'I keep this record myself: which step, which day, who noted it, and nothing of what was said, observed or examined. The branch I choose sees the steps and the name I write, and every look at the name is kept. I can stop without a reason; then all of it is deleted, and nothing follows from it.',
    },
  },
  concern: {
    version: '2026-11',
    title: { 'zh-CN': '请支部把我的话带上去', en: 'The branch may carry my words up' },
    text: {
      'zh-CN':
        '支部可以把我写的这段话一字不改地交给街道，不带我的姓名，也看不出是谁写的。谁都可以走这条路，走这条路不说明我是不是党员。带上去之前我可以收回。',
      en: 'The branch may hand exactly these words to the street, unchanged and without my name; they do not show who wrote them. Anybody may use this way, and using it says nothing about being a member. I can take the words back until they are carried up.',
    },
  },
  honour: {
    version: '2026-11',
    title: { 'zh-CN': '公开我得的表彰', en: 'Showing my commendation outside' },
    text: {
      'zh-CN': '我同意在支部的公开页面上写出我的姓名、得了什么表彰和我自己写的这段话。看到的人会知道我是党员。随时可以撤下，撤下就删掉。',
      en: 'My name, what I was commended for and the words I wrote myself may stand on the branch’s public page. Whoever reads it will know that I am a Party member. I can take it down at any time; then it is deleted.',
    },
  },
} as const satisfies Record<string, { readonly version: string; readonly title: Text; readonly text: Text }>
