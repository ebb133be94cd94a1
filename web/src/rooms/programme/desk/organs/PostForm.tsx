import { addPost, editPost, listPosts, type PostLine } from '@ronghe/contract/programme/appointments.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { type PostKind, postKinds } from '@ronghe/contract/posts.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { NumberInput, Select } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { uiWords } from '../../../../ui/words/words.ts'
import { BothLanguages, sentText, typedText } from '../BothLanguages.tsx'
import { organReads } from './organ-reads.ts'
import { organDeskWords } from './words/words.ts'

/** The branch fills its own offices; nothing of them is entered here. */
const kinds = (Object.keys(postKinds) as PostKind[]).filter((kind) => kind !== 'branchSecretary')

/** A post, new or changed. Its kind is chosen once: permissions follow from it. */
export function PostForm({ organId, post, onDone }: { readonly organId: string; readonly post?: PostLine; readonly onDone: () => void }) {
  const w = useWords(organDeskWords)
  const ui = useWords(uiWords)
  const text = useText()
  const posts = useQuery(reading(listPosts))
  const places = useQuery(reading(listPlaces))
  const [kind, setKind] = useState<PostKind | ''>('')
  const [name, setName] = useState(typedText(post?.name))
  const [seats, setSeats] = useState<number | null>(post?.seats ?? 1)
  const [supervisor, setSupervisor] = useState(post?.supervisorPostId ?? '')
  const [laneId, setLane] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const options = {
    refreshes: organReads,
    onDone: () => {
      toast(w.postSaved)
      onDone()
    },
  }
  const adding = useDeed(addPost, options)
  const editing = useDeed(editPost, options)
  const deed = post ? editing : adding
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const save = (): void => {
    const found: FieldErrors = {
      ...(!post && kind === '' && { kind: w.kindMissing }),
      ...(name['zh-CN'].trim() === '' && { name: w.nameMissing }),
      ...(seats === null && { seats: w.seatsMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0 || seats === null) return
    const common = { name: sentText(name), seats, supervisorPostId: supervisor || null }
    if (post) editing.mutate({ params: { postId: post.id }, body: common })
    else if (kind !== '') adding.mutate({ params: { organId }, body: { kind, ...common, ...(laneId !== '' && { laneId }) } })
  }
  const lanes = (places.data?.communities ?? []).flatMap((community) =>
    community.lanes.map((lane) => ({ value: lane.id, label: `${text(community.name)} · ${text(lane.name)}` })),
  )
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={post ? w.editPost : w.addPost}>
      {!post && (
        <Field label={w.postKind} name="kind" hint={w.postKindHint} error={errors['kind']}>
          <Select<PostKind>
            value={kind}
            onChange={setKind}
            placeholder={ui.chooseOne}
            options={kinds.map((value) => ({ value, label: w.postKinds[value] }))}
          />
        </Field>
      )}
      <BothLanguages label={w.postName} name="name" value={name} onChange={setName} errors={errors} />
      <Field label={w.seats} name="seats" error={errors['seats']}>
        <NumberInput value={seats} onChange={setSeats} />
      </Field>
      <Field label={w.supervisor} name="supervisorPostId" error={errors['supervisorPostId']} optional>
        <Select
          value={supervisor}
          onChange={setSupervisor}
          placeholder={w.supervisorNone}
          options={(posts.data?.items ?? [])
            .filter(({ id }) => id !== post?.id)
            .map((one) => ({ value: one.id, label: `${text(one.organ.name)} · ${text(one.name)}` }))}
        />
      </Field>
      {!post && lanes.length > 0 && (
        <Field label={w.lane} name="laneId" error={errors['laneId']} optional>
          <Select value={laneId} onChange={setLane} placeholder={w.laneNone} options={lanes} />
        </Field>
      )}
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {post ? w.savePost : w.addPost}
        </Button>
      </ButtonRow>
    </Form>
  )
}
