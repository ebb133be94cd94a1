/** What the server says about visits and about bringing concerns together. */
export const visitRefusals = {
  'council-not-moderator': 'This step is for this council’s clerk or a social worker.',
  'no-visit': 'There is no such visit.',
  'no-visit-words': 'Nothing is kept under this code, or it has been deleted.',
  'council-visit-id-taken': 'The number of this visit is taken; please write it down anew.',
  'council-visit-not-yours': 'A visit is kept by the delegates who went; you are not among them.',
  'council-visit-consent-old': 'The text about noting words has a new version. Please show it to the person and note the words again.',
  'no-merged-concern': 'There is no such merged concern.',
  'council-merge-too-few': 'A merge takes at least two concerns.',
  'council-merge-not-carried': 'Only open concerns that were given to this council can be merged.',
  'council-merge-taken': 'One of these concerns is part of another merge.',
  'council-merge-apart': 'This merge has been taken apart.',
  'council-merge-not-part': 'This concern is not part of the merge.',
  'council-merge-answered': 'The author of this concern has answered already.',
  'council-merge-too-late': 'The time to object ended on {day}.',
  'purpose-councilMerging': 'Bringing concerns that say the same together for the council',
  'message-council-merged':
    'Something you raised was brought together with what others said. Please see whether anything of yours is missing.',
  'message-council-taken-out': 'Something you raised was taken out of a merge and goes on by itself.',
  'message-council-objected': 'Somebody objected to a merge; their part stands alone again. Please have a look.',
}
