import type { Page, Text } from '@ronghe/forms'
import { say } from './say.ts'

/** Who files and how to reach them: already known, shown to be put right, not asked again. */
export const contactPage: Page = {
  id: 'contact',
  title: say('这样联系您，对吗？', 'Is this how to reach you?'),
  help: say('有进展发短信，短信里不写办的是什么事。', 'News comes by text message; the message never says what it is about.'),
  fields: [{ id: 'applicant', kind: 'person', required: true, known: 'self', phone: 'needed' }],
}

export const homePage = (help: Text): Page => ({
  id: 'homeAddress',
  title: say('您现在住在哪里？', 'Where do you live now?'),
  help,
  fields: [{ id: 'home', kind: 'address', required: true, known: 'address', sensitive: true }],
})

/** Which community is enough where nobody needs the door number. */
export const communityPage: Page = {
  id: 'neighbourhood',
  title: say('您住在哪个社区？', 'Which community do you live in?'),
  help: say('只用来分到离您近的工作人员，不用写门牌。', 'Only to find staff near you; no door number needed.'),
  fields: [{ id: 'community', kind: 'address', coarse: true, required: true, known: 'community' }],
}

export const remarksPage: Page = {
  id: 'more',
  title: say('还有什么要说的吗？', 'Anything else we should know?'),
  help: say('可以不写。', 'You can leave this empty.'),
  fields: [{ id: 'remarks', kind: 'longText', most: 500 }],
}
