import { pinyin } from 'pinyin-pro'

/**
 * What a stored name can be found by, before hashing: each character, each pair of neighbours, and the beginnings of the
 * pinyin initials (陈大文: c, cd, cdw). A name in Latin letters is found by the beginnings of its words. Characters and
 * letters carry different marks, so that no token means two things.
 */
export function nameSearch(name: string): string[] {
  const { characters, latin } = partsOf(name)
  return unique([
    ...characters.flatMap((run) => [...run.map(mark), ...pairs(run)]),
    ...beginnings(initials(characters.flat())),
    ...latin.flatMap(beginnings),
  ])
}

/** What somebody typed into the search box, in the same terms; a name matches when it has all of them. */
export function typedSearch(typed: string): string[] {
  const { characters, latin } = partsOf(typed)
  // A pair says more than its two characters: those are only needed when the run is a single one.
  return unique([...characters.flatMap((run) => (run.length === 1 ? run.map(mark) : pairs(run))), ...latin.map((word) => `i:${word}`)])
}

const longestBeginning = 24

/** Chinese runs and Latin words; dots inside a name (阿不都·买买提) and everything else only separate. */
function partsOf(text: string): { characters: string[][]; latin: string[] } {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·•・.]+(?=\p{Script=Han})/gu, '')
  return {
    characters: Array.from(folded.matchAll(/\p{Script=Han}+/gu), ([run]) => Array.from(run)),
    latin: Array.from(
      folded
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .matchAll(/[a-z]+/g),
      ([word]) => word.slice(0, longestBeginning),
    ),
  }
}

const mark = (character: string): string => `h:${character}`
const pairs = (run: readonly string[]): string[] => run.slice(1).map((character, index) => `h:${run[index]}${character}`)
const beginnings = (word: string): string[] =>
  Array.from({ length: Math.min(word.length, longestBeginning) }, (_, index) => `i:${word.slice(0, index + 1)}`)
const unique = (words: readonly string[]): string[] => [...new Set(words)]

/** The first letters as the name is read: family names have readings of their own (单 is shan, 曾 is zeng). */
function initials(characters: readonly string[]): string {
  if (characters.length === 0) return ''
  const read = pinyin(characters.join(''), { pattern: 'first', toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed' })
  return read
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
}
