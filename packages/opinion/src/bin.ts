// The `opinion` command with the file system and the terminal.
import { appendFileSync, closeSync, openSync, readSync, statSync } from 'node:fs'
import { main } from './command.ts'

process.exitCode = main(process.argv.slice(2), {
  bytes: (file) => statSync(file).size,
  *read(file) {
    const handle = openSync(file, 'r')
    try {
      const buffer = new Uint8Array(1 << 20)
      for (let count = readSync(handle, buffer); count > 0; count = readSync(handle, buffer)) yield buffer.subarray(0, count)
    } finally {
      closeSync(handle)
    }
  },
  write(file, pieces) {
    const handle = openSync(file, 'w')
    try {
      for (const piece of pieces) appendFileSync(handle, piece)
    } finally {
      closeSync(handle)
    }
  },
  say: (line) => console.log(line),
  tell: (line) => console.error(line),
})
