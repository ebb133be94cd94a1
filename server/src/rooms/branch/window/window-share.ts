/**
 * At least one shift in three at the model window is left to people outside the branches, so that serving there proves nothing (08, Branch).
 * The station's roster cannot see to it, because it does not and must not know who serves for whom; so the branches ask for no more than two
 * in three of a month's shifts, all branches of the street together.
 */
export const mostShiftsAsked = (shifts: number): number => Math.floor((shifts * 2) / 3)
export const leftForOthers = (shifts: number, asked: number): number => shifts - asked
