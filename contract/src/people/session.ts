import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Language, Text } from '../values.ts'
import { Matter } from './matters.ts'

/** In both languages, or not filled in yet. */
const MaybeText = z.object({ 'zh-CN': z.string(), en: z.optional(z.string()) })

/** Who looks at the page, and what the street calls things. */
export const WhoAmI = z.object({
  street: z.object({ name: Text, slug: z.string(), demo: z.boolean(), zone: z.string() }),
  /** The street's own words for the two groups (02-domain §1). */
  groupNames: z.object({ newcomer: Text, local: Text }),
  /** Organs can be switched off (M1, D10). */
  modules: z.object({ council: z.boolean(), corps: z.boolean(), school: z.boolean(), branch: z.boolean() }),
  /** Footer texts the deployer fills in: controller, filing numbers, clerk's phone. */
  texts: z.object({
    controllerName: MaybeText,
    controllerContact: MaybeText,
    clerkHours: MaybeText,
    clerkPhone: z.string(),
    icpNumber: z.string(),
    policeNumber: z.string(),
  }),
  language: Language,
  person: z.nullable(
    z.object({
      id: Id,
      /** Null while the session is empty: the old owner of a number is never shown to the new one. */
      name: z.nullable(z.string()),
      /** What the person chose, whatever this device asks for. */
      language: Language,
      session: z.enum(['open', 'empty', 'assisted']),
      matter: z.nullable(z.string()),
      /** Of an assisted session: what alone may be read and done in it. */
      about: z.nullable(Matter),
      appearance: z.enum(['normal', 'large', 'contrast']),
      posts: z.array(z.object({ id: Id, kind: z.string(), organId: Id })),
      permissions: z.array(z.string()),
      secondFactor: z.boolean(),
    }),
  ),
})
export type WhoAmI = z.infer<typeof WhoAmI>

export const whoAmI = operation({
  id: 'people.session.read',
  method: 'GET',
  path: '/api/v1/session',
  post: 'anyone',
  summary: 'Who am I, and what the street calls things',
  reply: WhoAmI,
})
