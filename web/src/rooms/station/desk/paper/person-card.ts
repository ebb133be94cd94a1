import { openPerson } from '@ronghe/contract/people/desk.ts'
import { useQuery } from '@tanstack/react-query'
import { reading } from '../../../../platform/queries.ts'

/** Opening a person is recorded, so it is done once for each entry and not again in the background. */
export const usePersonCard = (personId: string) =>
  useQuery({
    ...reading(openPerson, { params: { personId }, query: { purpose: 'case' } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
