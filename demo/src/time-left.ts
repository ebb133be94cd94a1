/**
 * How far a long load has come and how long the rest takes at the pace so far. The whole is told in any unit that grows with the work, and
 * each helping says how many of them it was.
 */
export function timeLeft(clock: () => Date, whole: number): (done: number) => string {
  const started = clock().getTime()
  let sum = 0
  return (done) => {
    sum = Math.min(sum + done, whole)
    const elapsed = clock().getTime() - started
    const seconds = Math.round(((whole - sum) * elapsed) / sum / 1000)
    return `${Math.floor((sum / whole) * 100)} %, ${seconds < 90 ? `about ${seconds} s` : `about ${Math.round(seconds / 60)} min`} left`
  }
}
