import type {
  listProtected as protectedContract,
  listToAnswer as answerContract,
  listToScreen as screenContract,
} from '@ronghe/contract/programme/concerns.ts'
import type { Permission } from '@ronghe/contract/posts.ts'
import type { Callable } from '../../../../api.ts'
import { readingPages } from '../../../../platform/queries.ts'

/** By type and address only: the counts beside the places are part of the desk's first load. */
const listToScreen: Callable<typeof screenContract> = {
  id: 'programme.concerns.to-screen',
  method: 'GET',
  path: '/api/v1/concerns/to-screen',
}
const listToAnswer: Callable<typeof answerContract> = {
  id: 'programme.concerns.to-answer',
  method: 'GET',
  path: '/api/v1/concerns/to-answer',
}
const listProtected: Callable<typeof protectedContract> = {
  id: 'programme.concerns.protected-list',
  method: 'GET',
  path: '/api/v1/concerns/protected',
}

/** The lists of concerns at the desk; each belongs to a post. */
export const concernViews = ['new', 'open', 'overdue', 'answered', 'mine', 'done', 'protected'] as const
export type ConcernViewName = (typeof concernViews)[number]

export const viewNeeds: Readonly<Record<ConcernViewName, Permission>> = {
  new: 'programme.concerns.screen',
  open: 'programme.concerns.screen',
  overdue: 'programme.concerns.screen',
  answered: 'programme.concerns.screen',
  mine: 'programme.concerns.answer',
  done: 'programme.concerns.answer',
  protected: 'programme.concerns.protected',
}

export const isConcernView = (name: string): name is ConcernViewName => (concernViews as readonly string[]).includes(name)

export function viewPages(view: ConcernViewName) {
  switch (view) {
    case 'mine':
      return readingPages(listToAnswer, { query: { view: 'open' } })
    case 'done':
      return readingPages(listToAnswer, { query: { view: 'answered' } })
    case 'protected':
      return readingPages(listProtected)
    default:
      return readingPages(listToScreen, { query: { view } })
  }
}

/** Everything that a step on a concern may move. */
export const concernLists = [listToScreen, listToAnswer, listProtected] as const
