// The `ledger` command. Everything that touches files, keys and the terminal is here; the rest of the package is pure.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { signHead } from './head.ts'
import { fromHex, toHex } from './hex.ts'
import { faultsOf, nodeKey, readLog, type LogFile } from './log-file.ts'
import { consistencyProof, edgeNodes, inclusionProof, verifyConsistency, verifyInclusion } from './proofs.ts'
import { rootOf, type Position } from './tree.ts'

const usage = `ledger: a log that can prove it was not edited (RFC 9162)

  ledger verify FILE [--key PUBLIC.pem]       check every head in a log against the leaves above it
  ledger head FILE [--sign PRIVATE.pem --origin NAME --at TIME]
                                              size and root of the log now; signed, it is a line to add to the file
  ledger prove FILE INDEX                     show that the leaf at INDEX (from 0) is in the log
  ledger prove FILE --since SIZE              show that the log still begins with its first SIZE leaves
  ledger check PROOF                          check what "ledger prove" printed
  ledger key PRIVATE.pem                      make a key to sign heads with; prints its public half

A log has one JSON object per line: {"leaf": <any JSON>}, or a signed head. --json prints JSON throughout.
Exit code 0: holds. 1: does not hold. 2: wrong usage.`

class WrongUsage extends Error {}

process.exitCode = run(process.argv.slice(2))

function run(args: readonly string[]): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        at: { type: 'string' },
        help: { type: 'boolean' },
        json: { type: 'boolean' },
        key: { type: 'string' },
        origin: { type: 'string' },
        sign: { type: 'string' },
        since: { type: 'string' },
      },
    })
    if (values.help) return say(usage)
    const [command, file, index, ...rest] = positionals
    if (!command || !file || rest.length > 0) throw new WrongUsage('a command and a file are needed')
    if (command === 'prove') return prove(logAt(file), index, values.since)
    if (index !== undefined) throw new WrongUsage(`unexpected: ${index}`)
    if (command === 'verify') return verifyFile(logAt(file), values.key, values.json ?? false)
    if (command === 'head') return head(logAt(file), values)
    if (command === 'key') return makeKey(file)
    if (command === 'check') return check(file, values.json ?? false)
    throw new WrongUsage(`no such command: ${command}`)
  } catch (error) {
    const wrongUsage = error instanceof WrongUsage || codeOf(error).startsWith('ERR_PARSE_ARGS')
    console.error(`${error instanceof Error ? error.message : String(error)}${wrongUsage ? `\n\n${usage}` : ''}`)
    return wrongUsage ? 2 : 1
  }
}

function verifyFile(log: LogFile, key: string | undefined, json: boolean): number {
  const publicKey = key === undefined ? undefined : createPublicKey(readFileSync(key))
  const faults = faultsOf(log, publicKey && ((message, signature) => verify(null, message, publicKey, signature)))
  const { size } = log.tree
  const heads = log.heads.length
  if (json) say(JSON.stringify({ ok: faults.length === 0, size, heads, signatures: Boolean(publicKey), faults }))
  else if (faults.length > 0) console.error(faults.join('\n'))
  else say(`leaves: ${size}, heads: ${heads}, all hold${publicKey ? '' : ' (signatures not checked: no --key)'}`)
  return faults.length === 0 ? 0 : 1
}

function head(log: LogFile, options: { sign?: string; origin?: string; at?: string }): number {
  const now = { size: log.tree.size, root: toHex(rootOf(log.tree, sha256)) }
  if (options.sign === undefined) return say(JSON.stringify(now))
  if (options.origin === undefined || options.at === undefined) {
    throw new WrongUsage('a signed head needs --origin and --at')
  }
  const privateKey = createPrivateKey(readFileSync(options.sign))
  const unsigned = { origin: options.origin, ...now, at: options.at }
  return say(JSON.stringify(signHead(unsigned, (message) => sign(null, message, privateKey))))
}

function prove(log: LogFile, index: string | undefined, since: string | undefined): number {
  if ((index === undefined) === (since === undefined)) throw new WrongUsage('prove takes an INDEX or --since SIZE')
  const { size } = log.tree
  const lookup = (position: Position) => log.nodes.get(nodeKey(position))
  const root = toHex(rootOf(log.tree, sha256))
  if (index !== undefined) {
    const place = count(index)
    const proof = inclusionProof(place, size, lookup, sha256).map(toHex)
    return say(JSON.stringify({ index: place, size, leaf: toHex(lookup({ level: 0, index: place })!), root, proof }))
  }
  const oldSize = count(since!)
  const proof = consistencyProof(oldSize, size, lookup, sha256).map(toHex)
  const oldEdge = edgeNodes(oldSize).map((position) => lookup(position)!)
  const oldRoot = toHex(rootOf({ size: oldSize, edge: oldEdge }, sha256))
  return say(JSON.stringify({ oldSize, newSize: size, oldRoot, newRoot: root, proof }))
}

function check(file: string, json: boolean): number {
  const claim: unknown = JSON.parse(readFileSync(file, 'utf8'))
  // The checks take anything and answer false for what has the wrong shape, so the casts here promise nothing.
  const given = Object(claim) as Record<string, unknown>
  const bytes = { ...given, proof: Array.isArray(given.proof) ? given.proof.map(fromHex) : undefined }
  for (const name of ['leaf', 'root', 'oldRoot', 'newRoot']) Object.assign(bytes, { [name]: fromHex(given[name]) })
  const holds = verifyInclusion(bytes as never, sha256) || verifyConsistency(bytes as never, sha256)
  if (json) say(JSON.stringify({ ok: holds }))
  else if (holds) say('the proof holds')
  else console.error('the proof does not hold')
  return holds ? 0 : 1
}

function makeKey(file: string): number {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  // An existing key is never overwritten: heads signed with it could not be checked any more.
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  return say(publicKey.export({ type: 'spki', format: 'pem' }).toString().trim())
}

function count(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new WrongUsage(`not a number: ${text}`)
  return Number(text)
}

function logAt(file: string): LogFile {
  return readLog(readFileSync(file, 'utf8'), sha256)
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

function say(text: string): number {
  console.log(text)
  return 0
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
