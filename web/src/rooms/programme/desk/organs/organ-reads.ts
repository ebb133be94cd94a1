import { listPosts } from '@ronghe/contract/programme/appointments.ts'
import { listOrgans, readOrgan } from '@ronghe/contract/programme/organs.ts'

/** What the page of an organ shows and a deed on it may change. */
export const organReads = [readOrgan, listOrgans, listPosts] as const
