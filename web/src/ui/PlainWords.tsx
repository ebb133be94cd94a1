import type { Language } from '@ronghe/contract/values.ts'
import { useWords } from '../platform/language/language.tsx'
import { isLong, plainWords } from '../platform/plain-words/plain-words.ts'
import { Notice } from './Notice.tsx'
import { uiWords } from './words/words.ts'

/** Warns whoever writes for everybody that a word sounds like an office; it never stops them. */
export function PlainWords({ text, language = 'zh-CN' }: { readonly text: string; readonly language?: Language }) {
  const w = useWords(uiWords)
  const found = plainWords(text, language)
  const long = isLong(text, language)
  return (
    <div role="status">
      {(found.length > 0 || long) && (
        <Notice tone="why" title={w.plainTitle}>
          {found.length > 0 && (
            <ul>
              {found.map((one) => (
                <li key={one.found}>{w.plainInstead(one.found, one.instead)}</li>
              ))}
            </ul>
          )}
          {long && <p>{w.plainLong}</p>}
        </Notice>
      )}
    </div>
  )
}
