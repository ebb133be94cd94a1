import { useState } from 'react'
import { Home } from './Home.tsx'

/** The first screen; what waits for the person is read here once the rooms offer it. */
export function HomeScreen() {
  const [now] = useState(() => new Date())
  return <Home now={now} />
}
