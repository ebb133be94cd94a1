import { loadDemo } from '@ronghe/demo/load.ts'
import type { Amounts, DemoSize } from '@ronghe/demo/sizes.ts'
import { readConfig } from '@ronghe/server/config.ts'
import { openPlatform } from '@ronghe/server/main.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** S Street in the embedded database of a data folder. */
export async function loadInto(data: string, size: DemoSize | Amounts, say: (line: string) => void): Promise<void> {
  const open = await openPlatform(readConfig({ RONGHE_DATA: data }), { log: quiet, work: false })
  try {
    await loadDemo(open, { size, say })
  } finally {
    await open.close()
  }
}
