import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { boxBetween, type CoverBox, moved, resized } from './cover-boxes.ts'
import styles from './cover-tool.module.css'
import { hazardsWords } from './words/hazards/words.ts'

const nudge = 0.02

/** Boxes over people, plates and door numbers: drawn with a finger, or added and moved with the keyboard. */
export function CoverTool({
  source,
  label,
  boxes,
  onChange,
}: {
  /** An address, or a picture that is only on this device. */
  readonly source: string | Blob
  /** What is in the picture, for whoever cannot see it. */
  readonly label: string
  readonly boxes: readonly CoverBox[]
  readonly onChange: (boxes: readonly CoverBox[]) => void
}) {
  const w = useWords(hazardsWords)
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    if (!image.current) return
    const address = typeof source === 'string' ? source : URL.createObjectURL(source)
    image.current.src = address
    return () => {
      if (typeof source !== 'string') URL.revokeObjectURL(address)
    }
  }, [source])
  const [drawn, setDrawn] = useState<{ readonly from: readonly [number, number]; readonly to: readonly [number, number] }>()
  const at = (event: PointerEvent<SVGSVGElement>): readonly [number, number] => {
    const area = event.currentTarget.getBoundingClientRect()
    return [(event.clientX - area.left) / area.width, (event.clientY - area.top) / area.height]
  }
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrawn({ from: at(event), to: at(event) })
  }
  const end = (event: PointerEvent<SVGSVGElement>): void => {
    const box = drawn && boxBetween(drawn.from, at(event))
    setDrawn(undefined)
    if (box) onChange([...boxes, box])
  }
  const put = (place: number, box: CoverBox): void => onChange(boxes.map((one, other) => (other === place ? box : one)))
  const byKey =
    (place: number) =>
    (event: KeyboardEvent): void => {
      const box = boxes[place]!
      const step = directions[event.key]
      if (event.key === 'Delete' || event.key === 'Backspace') onChange(boxes.filter((_, other) => other !== place))
      else if (step)
        put(place, event.shiftKey ? resized(box, step[0] * nudge, step[1] * nudge) : moved(box, step[0] * nudge, step[1] * nudge))
      else return
      event.preventDefault()
    }
  const growing = drawn && boxBetween(drawn.from, drawn.to)
  return (
    <>
      <div className={styles.picture}>
        <img ref={image} alt={label} draggable={false} />
        <svg
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          role="group"
          aria-label={w.coverBoxes(boxes.length)}
          onPointerDown={begin}
          onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: at(event) })}
          onPointerUp={end}
          onPointerCancel={() => setDrawn(undefined)}
        >
          {boxes.map((box, place) => (
            <rect
              key={place}
              x={box.left}
              y={box.top}
              width={box.width}
              height={box.height}
              className={styles.box}
              tabIndex={0}
              role="img"
              aria-label={w.coverBox(place + 1)}
              onKeyDown={byKey(place)}
            />
          ))}
          {growing && <rect x={growing.left} y={growing.top} width={growing.width} height={growing.height} className={styles.box} />}
        </svg>
      </div>
      <p className="muted small" role="status">
        {w.coverBoxes(boxes.length)}
      </p>
      <ButtonRow>
        <Button kind="quiet" onPress={() => onChange([...boxes, { left: 0.4, top: 0.4, width: 0.2, height: 0.2 }])}>
          {w.coverAdd}
        </Button>
        {boxes.length > 0 && (
          <Button kind="plain" onPress={() => onChange(boxes.slice(0, -1))}>
            {w.coverUndo}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
