import { addHazardPhoto, coverHazardPhoto, type Hazard, readHazard } from '@ronghe/contract/station/hazards.ts'
import { useEffect, useRef, useState } from 'react'
import { send } from '../../api.ts'
import { useWords } from '../../platform/language/language.tsx'
import { useDeed } from '../../platform/queries.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import type { CoverBox } from './cover-boxes.ts'
import { CoverTool } from './CoverTool.tsx'
import styles from './station.module.css'
import { hazardsWords } from './words/hazards/words.ts'

type Sent =
  | { readonly kind: 'there'; readonly id: string; readonly photo: File }
  | { readonly kind: 'refused'; readonly photo: File; readonly error: unknown }

/** After the report: the number, the code, and each photo to be covered before it is public. */
export function HazardSent({
  hazard,
  code,
  photos,
}: {
  readonly hazard: Hazard
  readonly code: string | null
  readonly photos: readonly File[]
}) {
  const w = useWords(hazardsWords)
  const sent = useSentPhotos(hazard.id, code, photos)
  return (
    <>
      <PageHeader title={w.sentTitle} lead={w.sentText(hazard.number)} back={{ to: '/hazards' }} />
      {code !== null && (
        <Card title={w.yourCode}>
          <p className={styles.code}>{code}</p>
          <p>{w.keepCode}</p>
        </Card>
      )}
      {sent === undefined ? (
        <Loading>{w.sending}</Loading>
      ) : (
        sent.map((one, place) =>
          one.kind === 'there' ? (
            <CoverPhoto key={one.id} photoId={one.id} photo={one.photo} code={code} number={place + 1} />
          ) : (
            <div key={one.photo.name}>
              <p>{w.photoRefused(one.photo.name)}</p>
              <RefusalLine error={one.error} />
            </div>
          ),
        )
      )}
      <div className={styles.after}>
        <LinkButton wide kind="quiet" to="/hazards/$hazardId" params={{ hazardId: hazard.id }}>
          {w.open}
        </LinkButton>
      </div>
    </>
  )
}

/** The photos go up one after the other, once. */
function useSentPhotos(hazardId: string, code: string | null, photos: readonly File[]): readonly Sent[] | undefined {
  const [sent, setSent] = useState<readonly Sent[] | undefined>(photos.length === 0 ? [] : undefined)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || photos.length === 0) return
    begun.current = true
    void (async () => {
      const all: Sent[] = []
      for (const photo of photos) {
        const form = new FormData()
        if (code !== null) form.append('code', code)
        form.append('file', photo)
        all.push(
          await send(addHazardPhoto, form, { params: { hazardId } }).then(
            ({ id }) => ({ kind: 'there' as const, id, photo }),
            (error: unknown) => ({ kind: 'refused' as const, photo, error }),
          ),
        )
      }
      setSent(all)
    })()
  }, [hazardId, code, photos])
  return sent
}

/** One photo with the cover tool. The uncovered picture is only on this device; leaving it means staff cover it. */
function CoverPhoto({
  photoId,
  photo,
  code,
  number,
}: {
  readonly photoId: string
  readonly photo: File
  readonly code: string | null
  readonly number: number
}) {
  const w = useWords(hazardsWords)
  const [boxes, setBoxes] = useState<readonly CoverBox[]>([])
  const [later, setLater] = useState(false)
  const cover = useDeed(coverHazardPhoto, { refreshes: [readHazard] })
  if (cover.isSuccess) return <Notice title={w.photoOf(number)}>{w.coverDone}</Notice>
  if (later) return <Notice title={w.photoOf(number)}>{w.coverWaits}</Notice>
  const publish = (): void =>
    cover.mutate({
      params: { photoId },
      body: { boxes: [...boxes], nothingToHide: boxes.length === 0, ...(code !== null && { code }) },
    })
  return (
    <Card title={`${w.coverTitle} · ${w.photoOf(number)}`}>
      <p className="muted">{w.coverLead}</p>
      <CoverTool source={photo} label={w.photoOf(number)} boxes={boxes} onChange={setBoxes} />
      {cover.error && <RefusalLine error={cover.error} />}
      <div className={styles.stack}>
        <Button wide busy={cover.isPending} onPress={publish}>
          {boxes.length === 0 ? w.coverNothing : w.coverDo}
        </Button>
        <Button wide kind="plain" onPress={() => setLater(true)}>
          {w.coverLater}
        </Button>
      </div>
    </Card>
  )
}
