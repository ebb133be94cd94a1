import type { ReactNode } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import { fieldId } from '../../../../ui/Field.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from './catalogue.module.css'
import { valueAt } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { catalogueWords } from './words/words.ts'

/** Things in an order: open one, move it, take it out (with a way back), add one. */
export function ListEditor<Item>({
  editing,
  path,
  what,
  titleOf,
  fresh,
  children,
}: {
  readonly editing: Editing
  readonly path: string
  /** One of them, as a noun: 材料. */
  readonly what: string
  readonly titleOf: (item: Item) => string
  readonly fresh: () => Item
  readonly children: (item: Item, path: string) => ReactNode
}) {
  const w = useWords(catalogueWords)
  const items = (valueAt(editing.definition, path) as readonly Item[] | undefined) ?? []
  const move = (from: number, to: number): void => {
    const next = items.filter((_, place) => place !== from)
    editing.change(path, [...next.slice(0, to), items[from], ...next.slice(to)])
  }
  const remove = (at: number): void => {
    editing.change(
      path,
      items.filter((_, place) => place !== at),
    )
    toast(w.removed(what), () => editing.change(path, items))
  }
  return (
    <div id={fieldId(path)} tabIndex={-1} className={styles.list}>
      {editing.fault(path) !== undefined && <p className={styles.fault}>{editing.fault(path)}</p>}
      {items.map((item, place) => {
        const here = `${path}.${place}`
        return (
          <details key={place} className={styles.item} id={fieldId(here)}>
            <summary>
              <span>{titleOf(item) || w.untitled}</span>
              {editing.fault(here) !== undefined && <span className={styles.fault}>{editing.fault(here)}</span>}
            </summary>
            <div className={styles.tools}>
              {place > 0 && <IconButton icon="up" label={w.up} onPress={() => move(place, place - 1)} />}
              {place < items.length - 1 && <IconButton icon="down" label={w.down} onPress={() => move(place, place + 1)} />}
              <Button kind="plain" onPress={() => remove(place)}>
                {w.removeOne(what)}
              </Button>
            </div>
            {children(item, here)}
          </details>
        )
      })}
      <Button kind="quiet" onPress={() => editing.change(path, [...items, fresh()])}>
        {w.addOne(what)}
      </Button>
    </div>
  )
}
