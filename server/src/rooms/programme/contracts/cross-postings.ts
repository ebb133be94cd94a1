/** A post somebody holds today. */
export interface Posting {
  readonly personId: string
  readonly postId: string
  readonly organId: string
}
export interface Crossing {
  readonly personId: string
  readonly bidding: Posting
  readonly deciding: Posting
}

/** Who sits on either side: a post in an organ that offers, and a post that decides. A person twice on one side is no crossing. */
export function crossingsOf(
  postings: readonly Posting[],
  bidders: ReadonlySet<string>,
  decides: (posting: Posting) => boolean,
): readonly Crossing[] {
  const deciding = postings.filter((posting) => !bidders.has(posting.organId) && decides(posting))
  return postings
    .filter(({ organId }) => bidders.has(organId))
    .flatMap((bidding) =>
      deciding.filter(({ personId }) => personId === bidding.personId).map((one) => ({ personId: one.personId, bidding, deciding: one })),
    )
}
