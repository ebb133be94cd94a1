import { Home } from './Home.tsx'

/** The first screen; what waits for the person is read here once the rooms offer it. */
export const HomeScreen = () => <Home now={new Date()} />
