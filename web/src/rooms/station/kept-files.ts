/** Pictures and papers of a form that is still being filled in. They stay on this device until the form is filed. */
export interface KeptFiles {
  readonly find: (mark: string) => File | undefined
  /** Gives the mark under which it is kept; answers name a file by its mark. */
  readonly keep: (file: File) => Promise<string>
  readonly drop: (mark: string) => void
}
