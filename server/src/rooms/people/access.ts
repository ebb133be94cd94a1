import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { listAccess } from '@ronghe/contract/people/access.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { say, sayIfKnown } from '@ronghe/contract/words.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'

/** Who looked at a person's data, newest first: the post, the purpose, the thing at hand. The reader's own name is not for publication. */
export async function looksAt(
  deed: Deed,
  personId: string,
  { limit, after }: QueryOf<typeof listAccess>,
): Promise<ReplyOf<typeof listAccess>> {
  let query = deed.tx
    .selectFrom('access_log')
    .leftJoin('post', (join) => join.onRef('post.street_id', '=', 'access_log.street_id').onRef('post.id', '=', 'access_log.reader_post'))
    .leftJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select([
      'access_log.id',
      'access_log.at',
      'access_log.purpose',
      'access_log.subject',
      'access_log.subject_id',
      'post.name as post',
      'organ.name as organ',
    ])
    .where('access_log.street_id', '=', deed.street.id)
    .where('access_log.person_id', '=', personId)
    .orderBy('access_log.id', 'desc')
    .limit(limit + 1)
  const [from] = readCursor(after, 1) ?? []
  if (from) query = query.where('access_log.id', '<', from)
  return pageFrom(
    await query.execute(),
    limit,
    (row) => toCursor(row.id),
    (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      post: row.post as Text | null,
      organ: row.organ as Text | null,
      purpose: row.purpose,
      purposeText: sayIfKnown(deed.language, `purpose-${row.purpose}`) ?? say(deed.language, 'purpose-other'),
      subject: row.subject,
      subjectId: row.subject_id,
    }),
  )
}
