export { canonical, type Json } from './canonical.ts'
export { emptyRoot, leafHash, nodeHash, type Sha256 } from './hash.ts'
export { headBytes, signHead, verifyHead, type Head, type SignedHead } from './head.ts'
export { fromHex, toHex } from './hex.ts'
export {
  consistencyNodes,
  consistencyProof,
  edgeNodes,
  inclusionNodes,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
  type NodeLookup,
} from './proofs.ts'
export { sha256 } from './sha256.ts'
export { append, emptyTree, rootOf, type Position, type Tree, type TreeNode } from './tree.ts'
