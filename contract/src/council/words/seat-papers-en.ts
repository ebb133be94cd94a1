/** Papers about seats that the clerk enters. */
export const seatPaperRefusals = {
  'seat-paper-unknown': 'Nobody with this name and number was found; please compare with the paper.',
  'purpose-seatPapers': 'Entering your signed candidacy or objection',
} as const
