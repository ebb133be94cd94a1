/** Long side in pixels: enough to read a contract, a tenth of what a phone's camera makes. */
const longest = 2200

/** A smaller copy of a photo, so that it goes through a weak line. What is small already, or no picture, stays as it is. */
export async function shrinkPicture(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size < 600 * 1024) return file
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return file // the server words what it cannot read
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  return blob && blob.size < file.size ? new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' }) : file
}
