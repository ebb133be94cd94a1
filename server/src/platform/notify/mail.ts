import { createTransport } from 'nodemailer'
import type { Config } from '../../config.ts'
import { newCircuit } from './circuit.ts'
import type { Sent } from './sent.ts'

export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface MailBox {
  send(mail: Mail, now: Date): Promise<Sent>
  close(): void
}

/** Plain text by SMTP. Without a mail server nothing is sent and nobody is offered mail. */
export function openMail(config: Config['mail']): MailBox {
  if (!config) return { send: async () => ({ kind: 'failed', again: false, why: 'no mail server is set' }), close() {} }
  const circuit = newCircuit()
  const transport = createTransport({
    url: config.url,
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ id, to, subject, text }, now) {
      if (!circuit.mayTry(now))
        return { kind: 'failed', again: true, why: 'the mail server is not asked for a while, after too many failures' }
      try {
        // An object, not a string: one address stays one address whatever it contains.
        await transport.sendMail({ from: config.from, to: { name: '', address: to }, subject, text, messageId: `<${id}@ronghe.invalid>` })
        circuit.succeeded()
        return { kind: 'sent' }
      } catch (error) {
        const { responseCode, code } = error as { responseCode?: number; code?: string }
        const refused = responseCode !== undefined && responseCode >= 500
        if (refused) circuit.succeeded()
        else circuit.failed(now)
        // The message of the error quotes the address; its codes do not.
        return { kind: 'failed', again: !refused, why: `the mail server: ${responseCode ?? code ?? 'no answer'}` }
      }
    },
    close: () => transport.close(),
  }
}
