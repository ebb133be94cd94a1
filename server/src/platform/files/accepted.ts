export interface Accepted {
  readonly kind: 'accepted'
  /** What is kept: for an image never the bytes that came, always a newly encoded one. */
  readonly bytes: Buffer
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  /** A small JPEG, for images. */
  readonly thumbnail?: Buffer
  readonly width?: number
  readonly height?: number
  readonly sha256: Buffer
}

/** A code of contract/src/platform/words and what its sentence needs. */
export interface FileRefusal {
  readonly kind: 'refused'
  readonly code: 'file-too-large' | 'file-type' | 'file-unreadable' | 'file-pixels' | 'file-active-pdf'
  readonly params?: Readonly<Record<string, string | number>>
}
