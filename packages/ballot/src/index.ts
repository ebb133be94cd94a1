export { allows, type Marks } from './answer.ts'
export { resultText, writeArchive, readArchive, type Archive, type Published } from './archive.ts'
export {
  checkBallot,
  encryptBallot,
  readBallot,
  trackerOf,
  type Ballot,
  type BallotFault,
  type CheckedBallot,
  type MadeBallot,
} from './ballot.ts'
export { isSeed } from './channel.ts'
export { drawCredential, drawElectionId, publicCredential, readCredential } from './credential.ts'
export { combine, decryptPart, ownedPart, type OwnedPart } from './decrypt.ts'
export { placesOf, readElection, setUp, type Election, type ElectionPlan, type Question } from './election.ts'
export { belenios2048, makeGroup, type Group } from './group.ts'
export { sha256Base64 } from './hash.ts'
export { shuffled, type RandomBytes } from './random.ts'
export { checkOpening } from './spoil.ts'
export { compact, Malformed } from './strict-json.ts'
export { readSums, tallyBallots, type EncryptedTally } from './tally.ts'
export { makeCertificate, makeOutput, makePolynomial, openShare, readCertificate, readOutput, readPolynomial } from './threshold.ts'
export { finishCeremony, readTrustees, thirdStepInput, type Ceremony, type Trustees } from './trustees.ts'
export { verifyArchive, type Noted, type Verification, type Verified } from './verify-archive.ts'
