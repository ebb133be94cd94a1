import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../platform/language/language.tsx'
import { Button, ButtonRow } from './Button.tsx'
import { Field } from './Field.tsx'
import styles from './field.module.css'
import { TextInput } from './inputs.tsx'
import { uiWords } from './words/words.ts'

export type Signature = { readonly kind: 'drawn'; readonly picture: Blob } | { readonly kind: 'typed'; readonly name: string }

/** Signing with a finger or a pen, or by typing one's name for whoever cannot draw on glass. */
export function SignaturePad({
  onChange,
  onWay,
}: {
  readonly onChange: (signature: Signature | undefined) => void
  /** For whoever asks for the name beside a drawing: typed, the name is the signature. */
  readonly onWay?: (way: 'drawn' | 'typed') => void
}) {
  const w = useWords(uiWords)
  const [way, setWay] = useState<'drawn' | 'typed'>('drawn')
  const [name, setName] = useState('')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [strokes, setStrokes] = useState(0)

  useEffect(() => {
    const pad = canvas.current
    if (!pad) return
    const scale = Math.max(1, devicePixelRatio)
    pad.width = pad.clientWidth * scale
    pad.height = pad.clientHeight * scale
    const pen = pad.getContext('2d')
    if (!pen) return
    pen.scale(scale, scale)
    pen.lineWidth = 2.6
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.strokeStyle = '#1d2926'
  }, [way])

  const pen = () => canvas.current?.getContext('2d')
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    pen()?.beginPath()
    pen()?.moveTo(event.nativeEvent.offsetX, event.nativeEvent.offsetY)
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    pen()?.lineTo(event.nativeEvent.offsetX, event.nativeEvent.offsetY)
    pen()?.stroke()
  }
  const lift = (): void => {
    setStrokes(strokes + 1)
    canvas.current?.toBlob((picture) => onChange(picture ? { kind: 'drawn', picture } : undefined), 'image/png')
  }
  const clear = (): void => {
    const pad = canvas.current
    if (pad) pen()?.clearRect(0, 0, pad.width, pad.height)
    setStrokes(0)
    onChange(undefined)
  }
  const turnTo = (next: 'drawn' | 'typed'): void => {
    clear()
    setName('')
    setWay(next)
    onWay?.(next)
  }

  if (way === 'typed')
    return (
      <>
        <Field label={w.signName}>
          <TextInput
            value={name}
            autoComplete="name"
            onChange={(next) => {
              setName(next)
              onChange(next.trim() === '' ? undefined : { kind: 'typed', name: next.trim() })
            }}
          />
        </Field>
        <Button kind="plain" onPress={() => turnTo('drawn')}>
          {w.signDrawn}
        </Button>
      </>
    )
  return (
    <>
      <canvas
        ref={canvas}
        className={styles.pad}
        role="img"
        aria-label={w.sign}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={lift}
      />
      <ButtonRow>
        {strokes > 0 && (
          <Button kind="quiet" onPress={clear}>
            {w.signAgain}
          </Button>
        )}
        <Button kind="plain" onPress={() => turnTo('typed')}>
          {w.signTyped}
        </Button>
      </ButtonRow>
    </>
  )
}
