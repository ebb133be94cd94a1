/** Where a picture is: only here, on its way, with the draft at the street, refused there, or still on the device that took it. */
export type FileState =
  | { readonly kind: 'waits' | 'stored' | 'elsewhere' }
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'refused'; readonly sentence: string }

/** Pictures and papers of a form that is still being filled in. They are on this device at once, and with the draft when there is a line. */
export interface KeptFiles {
  readonly find: (mark: string) => File | undefined
  /** Gives the mark under which it is kept; answers name a file by its mark. */
  readonly keep: (file: File) => Promise<string>
  readonly drop: (mark: string) => void
  /** Absent where files go up with the form only. */
  readonly state?: (mark: string) => FileState
  readonly again?: (mark: string) => void
}
