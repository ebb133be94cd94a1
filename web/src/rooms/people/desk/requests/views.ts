import { listDataRequests } from '@ronghe/contract/people/data-requests.ts'
import { readingPages } from '../../../../platform/queries.ts'

export const requestViews = ['open', 'done', 'refused'] as const
export type RequestView = (typeof requestViews)[number]

export const requestPages = (view: RequestView) => readingPages(listDataRequests, { query: { state: view } })
