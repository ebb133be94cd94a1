import { listOrgans, readOrgan } from '@ronghe/contract/programme/organs.ts'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { deskWords } from '../words/words.ts'

const takesCases = new Set(['windowClerk', 'stationLead'])

/** A post of the station that somebody holds today; cases go to posts, not to persons (M3). */
export function PostChoice({
  label,
  value,
  onChange,
  error,
}: {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (post: string) => void
  readonly error?: string | undefined
}) {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  const organs = useQuery(reading(listOrgans, { query: { kind: 'station' } }))
  const station = organs.data?.items[0]?.id
  const read = useQuery({
    ...reading(readOrgan, { params: { organId: station ?? '' } }),
    ...(station === undefined && { queryFn: skipToken }),
  })
  return (
    <Shown read={{ ...read, error: organs.error ?? read.error }}>
      {(found) => {
        const posts = found.posts.filter((post) => takesCases.has(post.kind) && post.vacant < post.seats)
        if (posts.length === 0) return <p>{w.handOver.noPosts}</p>
        return (
          <Choice
            label={label}
            name="toPost"
            error={error}
            value={value}
            onChange={onChange}
            options={posts.map((post) => ({
              value: post.id,
              label: text(post.name),
              ...(post.holders.length > 0 && { hint: format.list(post.holders.map(({ name }) => name)) }),
            }))}
          />
        )
      }}
    </Shown>
  )
}
