import { parentPort } from 'node:worker_threads'
import { serveDraws, type Port } from '@ronghe/sortition'

// A lottery takes seconds of pure computing: in a thread of its own, so that nobody's request waits for it. Node's port has what is needed
// of a browser's; only its types say it otherwise.
serveDraws(parentPort as unknown as Port)
