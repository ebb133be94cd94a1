import { readBlt } from './read-blt.ts'

/** B. A. Wichmann, The computational accuracy using the Meek algorithm, Voting matters 12 (2000): surpluses of a quarter of a vote decide. */
export const accuracyExample = readBlt(`5 3
333 1 3 0
333 1 4 0
333 1 5 0
333 2 3 0
333 2 4 0
333 2 5 0
667 3 0
667 4 0
667 5 0
1 1 2 3 0
1 1 2 4 0
2 2 1 3 0
0
"A" "B" "X" "Y" "Z"
"Voting matters 12"`)
