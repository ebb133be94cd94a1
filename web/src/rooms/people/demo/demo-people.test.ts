import { deskPosts } from '@ronghe/contract/posts.ts'
import { cast, type CastMember, posts } from '@ronghe/demo/cast.ts'
import { staff, type StaffMember } from '@ronghe/demo/staff.ts'
import { expect, test } from 'vitest'
import { demoPeople } from './demo-people.ts'

test('the page lists exactly the people who live in the demo street, each at the door of their post', () => {
  const people: readonly (readonly [string, CastMember | StaffMember])[] = [
    ...Object.entries<CastMember>(cast),
    ...staff.map((member) => [member.key, member] as const),
  ]
  const there = people.map(([key, { name, phone, who, posts: held }]) => ({
    key,
    name,
    phone,
    door: held.some((post) => deskPosts.includes(posts[post].kind)) ? 'desk' : 'resident',
    who,
  }))
  expect(demoPeople).toEqual(there)
})
