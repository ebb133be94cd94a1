import { Propose } from '../Propose.tsx'

/** A project that came on paper, typed by the clerk. */
export const PaperProject = () => <Propose fromPaper />
