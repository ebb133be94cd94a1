import type { FastifyReply, FastifyRequest } from 'fastify'
import { assistCookieName, cookieName, deviceCookieName, newToken } from './session.ts'

/** The browser at the other end, as far as signing in needs it: its cookies, and a name its owner will recognise in the list of devices. */
export interface Browser {
  readonly token: string | undefined
  readonly device: string
  readonly label: string
  signIn(token: string, seconds: number): void
  assist(token: string, seconds: number): void
  endAssisting(): void
  signOut(): void
}

const deviceSeconds = 400 * 86_400

/** Cookies are for this host only, never read by a script, never sent along from another site; Secure wherever the address is https. */
export function browserOf(request: FastifyRequest, response: FastifyReply, publicUrl: string | undefined): Browser {
  const secure = publicUrl?.startsWith('https:') ?? false
  const set = (name: string, value: string, seconds: number) =>
    void response.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: seconds })
  const clear = (name: string) => void response.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure })
  const known = request.cookies[deviceCookieName]
  const device = known && /^[\w-]{20,100}$/.test(known) ? known : newToken()
  return {
    token: request.cookies[cookieName],
    device,
    label: labelOf(request.headers['user-agent'] ?? ''),
    signIn(token, seconds) {
      set(cookieName, token, seconds)
      set(deviceCookieName, device, deviceSeconds)
      if (request.cookies[assistCookieName]) clear(assistCookieName)
    },
    assist: (token, seconds) => set(assistCookieName, token, seconds),
    endAssisting: () => clear(assistCookieName),
    signOut() {
      clear(cookieName)
      clear(assistCookieName)
    },
  }
}

/** "Chrome, Android": enough to recognise one's own phone, and no more of the user agent is kept. */
export function labelOf(agent: string): string {
  const first = (names: readonly (readonly [sign: string, name: string])[]) => names.find(([sign]) => agent.includes(sign))?.[1]
  return [first(browsers), first(systems)].filter(Boolean).join(', ')
}

// Every browser calls itself several names: the one that says most comes first.
const browsers = [
  ['MicroMessenger', '微信'],
  ['HuaweiBrowser', 'Huawei'],
  ['MiuiBrowser', 'Xiaomi'],
  ['QQBrowser', 'QQ'],
  ['UCBrowser', 'UC'],
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const systems = [
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Macintosh', 'Mac'],
  ['Linux', 'Linux'],
] as const
