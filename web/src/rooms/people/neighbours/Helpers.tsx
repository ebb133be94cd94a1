import { listProxies, type Proxy, withdrawProxy } from '@ronghe/contract/people/proxies.ts'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { neighbourWords } from '../words/neighbours/words.ts'
import { AddHelper } from './AddHelper.tsx'

export function Helpers() {
  const w = useWords(neighbourWords)
  return (
    <>
      <PageHeader title={w.helpersTitle} lead={w.helpersLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(listProxies))}>
        {({ given, held }) => (
          <>
            <Given given={given} />
            {held.length > 0 && (
              <Card title={w.helpersHeld}>
                <CardList>
                  {held.map((one) => (
                    <CardItem key={one.id} title={one.name} second={<Scope scope={one.scope} endsOn={one.endsOn} />} />
                  ))}
                </CardList>
                {held.some(({ scope }) => scope === 'handIn') && (
                  <LinkButton kind="quiet" to="/hand-in">
                    {w.handInDo}
                  </LinkButton>
                )}
              </Card>
            )}
            <AddHelper />
          </>
        )}
      </Shown>
    </>
  )
}

function Given({ given }: { readonly given: readonly z.infer<typeof Proxy>[] }) {
  const w = useWords(neighbourWords)
  const withdraw = useDeed(withdrawProxy, { refreshes: [listProxies], onDone: () => toast(w.helperWithdrawn) })
  return (
    <Card title={w.helpersGiven}>
      {given.length === 0 ? (
        <p className="muted">{w.helpersNone}</p>
      ) : (
        <CardList>
          {given.map((proxy) => (
            <CardItem
              key={proxy.id}
              title={`${proxy.agentName} · ${w.relations[proxy.relation]}`}
              second={<Scope scope={proxy.scope} endsOn={proxy.endsOn} />}
              end={
                proxy.withdrawnAt ? (
                  <Tag tone="quiet">{w.helperOver}</Tag>
                ) : (
                  <Button kind="quiet" onPress={() => withdraw.mutate({ params: { proxyId: proxy.id } })}>
                    {w.helperWithdraw} <span className="unseen">{proxy.agentName}</span>
                  </Button>
                )
              }
            />
          ))}
        </CardList>
      )}
      {withdraw.error && <RefusalLine error={withdraw.error} />}
    </Card>
  )
}

function Scope({ scope, endsOn }: { readonly scope: 'handIn' | 'cases'; readonly endsOn: string | null }) {
  const w = useWords(neighbourWords)
  const format = useFormat()
  return (
    <>
      {w.scopes[scope]}
      {endsOn && ` · ${w.helperUntil(format.day(endsOn))}`}
    </>
  )
}
