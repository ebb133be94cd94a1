/** Where sealed bytes lie: a folder or a bucket. It knows neither streets nor keys; names are ours and random, never a user's. */
export interface Shelf {
  write(name: string, bytes: Uint8Array): Promise<void>
  /** Undefined when there is nothing of that name. */
  read(name: string): Promise<Buffer | undefined>
  /** Removing what is not there is no error: an erasure may be repeated. */
  remove(name: string): Promise<void>
}
