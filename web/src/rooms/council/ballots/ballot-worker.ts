import { doWork, type Work, type WorkKind } from './work.ts'

export interface Order {
  readonly id: number
  readonly kind: WorkKind
  readonly asked: Work[WorkKind]['asked']
}
export type Answer = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly problem: string }

self.addEventListener('message', ({ data: { id, kind, asked } }: MessageEvent<Order>) => {
  try {
    self.postMessage({ id, answer: doWork(kind, asked as never) } satisfies Answer)
  } catch (error) {
    self.postMessage({ id, problem: error instanceof Error ? error.message : String(error) } satisfies Answer)
  }
})
