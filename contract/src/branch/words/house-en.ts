/** What the server says about branches, offices and checking in. */
export const houseRefusals = {
  'no-branch': 'There is no such branch.',
  'no-office': 'There is no such office.',
  'no-check-in': 'There is no such check-in.',
  'branch-office-only': 'This page is for the secretary, the deputy and the committee of this branch.',
  'branch-secretary-only': 'This step is the secretary’s.',
  'branch-code-wrong':
    'This code is not right, was used already, or has run out. Compare it with the slip on the approving document, or ask the street office to print a new one.',
  'branch-closed': 'This branch takes no check-ins at the moment. Look at the others, or ask at the reception desk.',
  'branch-already-in': 'You have checked in to a branch already. To change, withdraw that check-in first.',
  'branch-consent-old': 'The text you agreed to has changed. Please read it once more.',
  'branch-not-now': 'This cannot be done with the check-in now. Reload to see how it stands.',
  'branch-no-account': 'This check-in came on paper, without an account, so it can hold no office here.',
  'branch-paper-only': 'This check-in was made on a phone; only the member can withdraw it.',
  'branch-other-wrong': 'The branch you suggest is not in the list. Please choose another.',
  'branch-signed-later': 'The day of the signature cannot be after today.',
  'branch-last-secretary':
    'The secretary’s office does not end here. The street office prints a code with the new approving document, and the new secretary takes over.',
} as const

/** Messages of the room itself, by template. */
export const houseMessages = {
  'check-in-declared': 'There is a new check-in. Please answer by {due}.',
  'check-in-confirmed': 'The branch confirmed your check-in. You can print the receipt.',
  'check-in-declined':
    'The branch did not take your check-in. The reason stands on your check-in page, with other branches to choose from.',
  'check-in-no-answer':
    'The branch did not answer in time, so your check-in was returned by itself; nothing is held against you. Your check-in page has other branches.',
  'check-in-ended': 'Your check-in has ended. Letter and receipt can be printed for 30 more days.',
  'office-given': 'The secretary asks you to hold an office of the branch. If you would rather not, lay it down under “My office”.',
  'office-ended': 'Your office in the branch has ended.',
} as const
