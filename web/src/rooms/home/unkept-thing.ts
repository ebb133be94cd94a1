import { listBranchMessages } from '@ronghe/contract/branch/messages.ts'
import type { Language } from '@ronghe/contract/values.ts'
import { call, ProblemError } from '../../api.ts'
import type { MyThing } from './Home.tsx'
import { homeWords } from './words/words.ts'

/**
 * A message that only its reader knows of: asked for by everybody's browser alike, said in the words of any message, and never copied onto the
 * device as the other things are (D1).
 */
export async function readUnkeptThing(language: Language): Promise<readonly MyThing[]> {
  const w = homeWords[language]
  try {
    const { items } = await call(listBranchMessages, {})
    const unread = items.filter(({ read }) => !read).length
    return unread === 0
      ? []
      : [{ id: 'unkept', title: w.messages(unread), second: w.messagesWhat, tag: w.unread, tone: 'attention', to: '/branch/my' }]
  } catch (error) {
    // The room may be closed in this street, and the line may be broken: then there is nothing to say here.
    if (error instanceof ProblemError) return []
    throw error
  }
}
