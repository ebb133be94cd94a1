import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import bundled from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** Where people keep a browser of their own: used wherever the carried Chromium does not run (it is built for Linux x64). */
const installed: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['C:/Program Files/Google/Chrome/Application/chrome.exe', 'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe'],
}

/** Starts a browser without a window, with a Chinese font on a bare machine. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const executablePath = await bundled.executablePath()
    // The service worker and the offline mode need a profile; `--single-process` of the package crashes with more than one page.
    const args = bundled.args.filter((arg) => !arg.startsWith('--single-process') && !arg.startsWith('--headless'))
    const fonts = await chineseFonts()
    const browser = await chromium.launch({
      executablePath,
      args,
      headless: true,
      env: { ...process.env, FONTCONFIG_FILE: join(fonts, 'fonts.conf') },
    })
    browser.on('disconnected', () => void rm(fonts, { recursive: true, force: true }))
    return browser
  }
  return await chromium.launch({ executablePath: await findInstalled(), headless: true })
}

async function findInstalled(): Promise<string> {
  for (const path of installed[process.platform] ?? []) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  throw new Error('The browser tests need Chrome or Edge on this machine: install either one in its usual place and run them again.')
}

/** A folder with a fontconfig file that adds the Noto Sans SC of the package to whatever the machine has; without it Chinese text is boxes. */
async function chineseFonts(): Promise<string> {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const folder = await mkdtemp(join(tmpdir(), 'ronghe-fonts-'))
  await mkdir(join(folder, 'cache'))
  const dirs = ['400Regular', '500Medium', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`).join('')
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir>${dirs}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  )
  return folder
}
