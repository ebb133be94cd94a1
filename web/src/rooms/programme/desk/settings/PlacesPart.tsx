import { addCommunity, addLane, type Community, listPlaces, renamePlace } from '@ronghe/contract/programme/places.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../desk.module.css'
import { PlaceName } from './PlaceName.tsx'
import { settingsWords } from './words/words.ts'

type Naming =
  | { readonly kind: 'newCommunity' }
  | { readonly kind: 'newLane'; readonly communityId: string }
  | { readonly kind: 'rename'; readonly what: 'community' | 'lane'; readonly placeId: string; readonly name: Text }

/** Communities and their lanes: added and renamed, never taken away, because concerns and homes point at them. */
export function PlacesPart() {
  const w = useWords(settingsWords)
  const read = useQuery(reading(listPlaces))
  const [naming, setNaming] = useState<Naming>()
  return (
    <Shown read={read}>
      {({ communities }) => (
        <>
          {communities.length === 0 && <EmptyState title={w.noCommunities}>{w.noCommunitiesNext}</EmptyState>}
          {communities.map((community) => (
            <OneCommunity key={community.id} community={community} onName={setNaming} />
          ))}
          <div className={styles.tools}>
            <Button onPress={() => setNaming({ kind: 'newCommunity' })}>{w.addCommunity}</Button>
          </div>
          {naming && <NamePlace naming={naming} onClose={() => setNaming(undefined)} />}
        </>
      )}
    </Shown>
  )
}

function OneCommunity({ community, onName }: { readonly community: Community; readonly onName: (naming: Naming) => void }) {
  const w = useWords(settingsWords)
  const text = useText()
  const rename = (what: 'community' | 'lane', placeId: string, name: Text) => (
    <Button kind="plain" onPress={() => onName({ kind: 'rename', what, placeId, name })}>
      {w.rename}
      <span className="unseen">{text(name)}</span>
    </Button>
  )
  return (
    <Card title={text(community.name)}>
      {community.lanes.length === 0 ? (
        <p className="muted">{w.noLanes}</p>
      ) : (
        <CardList>
          {community.lanes.map((lane) => (
            <CardItem key={lane.id} title={text(lane.name)} end={rename('lane', lane.id, lane.name)} />
          ))}
        </CardList>
      )}
      <div className={styles.inline}>
        <Button kind="quiet" onPress={() => onName({ kind: 'newLane', communityId: community.id })}>
          {w.addLane}
        </Button>
        {rename('community', community.id, community.name)}
      </div>
    </Card>
  )
}

function NamePlace({ naming, onClose }: { readonly naming: Naming; readonly onClose: () => void }) {
  const w = useWords(settingsWords)
  const ends = (said: string) => ({
    refreshes: [listPlaces],
    onDone: () => {
      toast(said)
      onClose()
    },
  })
  const community = useDeed(addCommunity, ends(w.placeAdded))
  const lane = useDeed(addLane, ends(w.placeAdded))
  const renaming = useDeed(renamePlace, ends(w.placeRenamed))
  const deed = naming.kind === 'newCommunity' ? community : naming.kind === 'newLane' ? lane : renaming
  const save = (name: Text): void => {
    if (naming.kind === 'newCommunity') community.mutate({ body: { name } })
    else if (naming.kind === 'newLane') lane.mutate({ params: { communityId: naming.communityId }, body: { name } })
    else renaming.mutate({ params: { kind: naming.what, placeId: naming.placeId }, body: { name } })
  }
  return (
    <PlaceName
      title={naming.kind === 'newCommunity' ? w.addCommunity : naming.kind === 'newLane' ? w.addLane : w.rename}
      name={naming.kind === 'rename' ? naming.name : undefined}
      busy={deed.isPending}
      error={deed.error}
      onSave={save}
      onClose={onClose}
    />
  )
}
