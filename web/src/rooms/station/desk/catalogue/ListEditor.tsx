import { type ReactNode, useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import { fieldId } from '../../../../ui/Field.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from './catalogue.module.css'
import { valueAt } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { focusPlace } from './focus-place.ts'
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
  readonly children: (item: Item, path: string, place: number) => ReactNode
}) {
  const w = useWords(catalogueWords)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const items = (valueAt(editing.definition, path) as readonly Item[] | undefined) ?? []
  const turn = (place: number, shown: boolean): void =>
    setOpen((now) => (now.has(place) === shown ? now : new Set(shown ? [...now, place] : [...now].filter((one) => one !== place))))
  const move = (from: number, to: number): void => {
    editing.restructure({ kind: 'move', path, from, to }, w.movedOne(what))
    setOpen((now) => new Set([...now].map((one) => (one === from ? to : one === to ? from : one))))
    focusPlace(`${path}.${to}`)
  }
  const remove = (at: number): void => {
    editing.restructure({ kind: 'remove', path, at }, w.removed(what))
    setOpen((now) => new Set([...now].filter((one) => one !== at).map((one) => (one > at ? one - 1 : one))))
    focusPlace(path)
  }
  const add = (): void => {
    editing.restructure({ kind: 'insert', path, at: items.length, item: fresh() }, w.added(what))
    setOpen((now) => new Set([...now, items.length]))
    focusPlace(`${path}.${items.length}`)
  }
  return (
    <div id={fieldId(path)} tabIndex={-1} className={styles.list}>
      {editing.fault(path) !== undefined && <p className={styles.fault}>{editing.fault(path)}</p>}
      {items.map((item, place) => {
        const here = `${path}.${place}`
        const faults = editing.faultsIn(here)
        const title = titleOf(item) || w.untitled
        return (
          <details
            key={place}
            className={styles.item}
            id={fieldId(here)}
            open={open.has(place)}
            onToggle={(event) => event.target === event.currentTarget && turn(place, event.currentTarget.open)}
          >
            <summary>
              <span>{title}</span>
              {faults > 0 && <Tag tone="alert">{w.faultsHere(faults)}</Tag>}
            </summary>
            {open.has(place) && (
              <>
                <div className={styles.tools}>
                  {place > 0 && <IconButton icon="up" label={w.upOne(title)} onPress={() => move(place, place - 1)} />}
                  {place < items.length - 1 && <IconButton icon="down" label={w.downOne(title)} onPress={() => move(place, place + 1)} />}
                  <Button kind="plain" onPress={() => remove(place)}>
                    {w.removeOne(what)}
                  </Button>
                </div>
                {children(item, here, place)}
              </>
            )}
          </details>
        )
      })}
      <Button kind="quiet" onPress={add}>
        {w.addOne(what)}
      </Button>
    </div>
  )
}
