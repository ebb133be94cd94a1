import {
  coverHazardPhoto,
  listHazardsAtDesk,
  readHazardAtDesk,
  readHazardPhoto,
  readUncoveredPhoto,
} from '@ronghe/contract/station/hazards.ts'
import { useState } from 'react'
import { addressOf } from '../../../api.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { toast } from '../../../ui/Toast.tsx'
import type { CoverBox } from '../cover-boxes.ts'
import { CoverTool } from '../CoverTool.tsx'
import type { DeskHazard } from './HazardList.tsx'
import styles from './hazards-desk.module.css'
import { hazardsDeskWords } from './words/words.ts'

/** Photos that are public, and those the desk still has to cover. */
export function HazardPhotos({ hazard }: { readonly hazard: DeskHazard }) {
  const w = useWords(hazardsDeskWords)
  return (
    <Card title={w.photos}>
      {hazard.photos.length === 0 && hazard.uncovered.length === 0 && <p className="muted">{w.noPhotos}</p>}
      {hazard.photos.map(({ id }, place) => (
        <img
          key={id}
          className={styles.photo}
          src={addressOf(readHazardPhoto, { params: { photoId: id } })}
          alt={w.photoCovered(place + 1)}
          loading="lazy"
        />
      ))}
      {hazard.uncovered.map(({ id }, place) => (
        <ToCover key={id} photoId={id} number={hazard.photos.length + place + 1} />
      ))}
    </Card>
  )
}

function ToCover({ photoId, number }: { readonly photoId: string; readonly number: number }) {
  const w = useWords(hazardsDeskWords)
  const [boxes, setBoxes] = useState<readonly CoverBox[]>([])
  const cover = useDeed(coverHazardPhoto, { refreshes: [listHazardsAtDesk, readHazardAtDesk], onDone: () => toast(w.coverDone) })
  return (
    <>
      <p>{w.coverFirst}</p>
      <CoverTool
        source={addressOf(readUncoveredPhoto, { params: { photoId } })}
        label={w.photo(number)}
        boxes={boxes}
        onChange={setBoxes}
      />
      {cover.error && <RefusalLine error={cover.error} />}
      <ButtonRow>
        <Button
          busy={cover.isPending}
          onPress={() => cover.mutate({ params: { photoId }, body: { boxes: [...boxes], nothingToHide: boxes.length === 0 } })}
        >
          {boxes.length === 0 ? w.coverNothing : w.coverDo}
        </Button>
      </ButtonRow>
    </>
  )
}
