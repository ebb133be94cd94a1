import { actOnMyConcern, type AuthorAct, listMyConcerns, readMyConcern, shareMyConcern } from '@ronghe/contract/programme/concerns.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import { ConcernView } from './ConcernView.tsx'

/** One of my concerns; readable without a line. */
export function MyConcernPage() {
  const w = useWords(concernWords)
  const params = { concernId: useParam('concernId') }
  const refreshes = [readMyConcern, listMyConcerns]
  const read = useKept(reading(readMyConcern, { params }))
  const act = useDeed(actOnMyConcern, { refreshes })
  const share = useDeed(shareMyConcern, { refreshes })
  const said = { accept: w.acceptDone, reopen: w.reopenDone, reportThreat: w.threatDone }
  return (
    <Shown read={read}>
      {(concern) => (
        <>
          <PageHeader title={`${w.myWords} ${concern.number}`} back={{ to: '/concerns' }} />
          <ConcernView
            concern={concern}
            acts={{
              act: (what: AuthorAct) => act.mutate({ params, body: { what } }, { onSuccess: () => toast(said[what.act]) }),
              share: (agreed) => share.mutate({ params, body: { share: agreed } }),
              busy: act.isPending || share.isPending,
              error: act.error ?? share.error,
            }}
          />
        </>
      )}
    </Shown>
  )
}
