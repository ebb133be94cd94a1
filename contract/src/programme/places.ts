import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Text } from '../values.ts'

export const Lane = z.object({ id: Id, name: Text })
export const Community = z.object({ id: Id, name: Text, lanes: z.array(Lane) })
export type Community = z.infer<typeof Community>

export const listPlaces = operation({
  id: 'programme.places.list',
  method: 'GET',
  path: '/api/v1/places',
  post: 'nobody',
  summary: 'Communities of the street and their lanes',
  reply: z.object({ communities: z.array(Community) }),
})

export const addCommunity = operation({
  id: 'programme.places.add-community',
  method: 'POST',
  path: '/api/v1/communities',
  post: 'street.configure',
  summary: 'Add a community',
  body: z.object({ name: Text }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const addLane = operation({
  id: 'programme.places.add-lane',
  method: 'POST',
  path: '/api/v1/communities/:communityId/lanes',
  post: 'street.configure',
  summary: 'Add a lane to a community',
  params: z.object({ communityId: Id }),
  body: z.object({ name: Text }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const renamePlace = operation({
  id: 'programme.places.rename',
  method: 'PUT',
  path: '/api/v1/places/:kind/:placeId',
  post: 'street.configure',
  summary: 'Give a community or lane another name',
  params: z.object({ kind: z.enum(['community', 'lane']), placeId: Id }),
  body: z.object({ name: Text }),
  reply: z.object({ id: Id }),
})
