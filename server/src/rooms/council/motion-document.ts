import { inLanguage } from '@ronghe/contract/values.ts'
import { say } from '@ronghe/contract/words.ts'
import type { FastifyReply } from 'fastify'
import type { Deed } from '../../platform/deed.ts'
import { docxType, writeDocx, type DocxPart } from '../../platform/standards/docx.ts'
import { readMotion } from './motion-page.ts'

/** A motion as a document: what it says, who does it, what others say about it. The page stays the record; the footer leads to it. */
export async function sendMotionDocument(deed: Deed, id: string, response: FastifyReply): Promise<void> {
  const motion = await readMotion(deed, id)
  const word = (code: string, params = {}): string => say(deed.language, `motion-doc-${code}`, params)
  const words = (text: { 'zh-CN': string; en?: string | undefined }): string => inLanguage(text, deed.language)
  const title = words(motion.title)
  const number = motion.number ? word('number', motion.number) : word('unnumbered')
  const lines = deed.language === 'en' && motion.translation ? motion.translation : motion.lines
  const roles = (['government', 'social', 'residents'] as const).flatMap((party) =>
    motion.roles[party] ? [`${word(party)} ${motion.roles[party]}`] : [],
  )
  const parts: DocxPart[] = [
    { kind: 'title', text: title },
    {
      kind: 'small',
      text: [number, motion.filedOn ? word('filed', { day: motion.filedOn }) : '', motion.mover?.name ?? word('residents-motion')]
        .filter(Boolean)
        .join('  '),
    },
    ...(motion.ground === 'notYet' ? [{ kind: 'paragraph', text: word('not-yet') } as const] : []),
    { kind: 'heading', text: word('text') },
    { kind: 'lines', lines },
    { kind: 'heading', text: word('carry-out') },
    {
      kind: 'bullets',
      items: [
        word('doer', { who: words(motion.doer) }),
        word('by', { day: motion.byDay ?? '' }),
        motion.costCents ? word('cost', { yuan: (motion.costCents / 100).toFixed(2) }) : word('no-cost'),
        ...roles,
      ],
    },
    { kind: 'heading', text: word('reasons') },
    { kind: 'paragraph', text: words(motion.reasons) },
    ...(motion.procedure
      ? [
          { kind: 'heading', text: word('procedure') } as const,
          { kind: 'paragraph', text: `${word(`way-${motion.procedure.way}`)} ${motion.procedure.reason}` } as const,
        ]
      : []),
    ...(motion.opinions.length > 0
      ? [
          { kind: 'heading', text: word('opinions') } as const,
          {
            kind: 'table',
            head: [word('organ'), word('opinion'), word('day')],
            rows: motion.opinions.map((one) => [`${words(one.organ)} · ${words(one.post)}`, one.words, one.on]),
          } as const,
        ]
      : []),
    ...(motion.amendments.length > 0
      ? [
          { kind: 'heading', text: word('amendments') } as const,
          ...motion.amendments.flatMap((one): DocxPart[] => [
            { kind: 'small', text: word('amendment', { number: one.number, from: one.fromLine, to: one.toLine }) },
            {
              kind: 'changes',
              runs: [
                ...one.before.map((text) => ({ text: `${text} `, as: 'out' as const })),
                ...one.lines.map((text) => ({ text: `${text} `, as: 'in' as const })),
              ],
            },
          ]),
        ]
      : []),
  ]
  const bytes = await writeDocx(parts, { title, footer: `${words(deed.street.name)} /council/motions/${id}` })
  deed.afterCommit(async () => {
    await response
      .type(docxType)
      .header('cache-control', 'private, no-cache')
      .header(
        'content-disposition',
        `attachment; filename="motion-${motion.number ? `${motion.number.year}-${motion.number.number}` : id.slice(-6)}.docx"`,
      )
      .send(bytes)
  })
}
