/** What the server says about the charter, seats, draws and interests. */
export const seatRefusals = {
  'no-charter-version': 'There is no such version of the charter.',
  'council-charter-stale': 'This draft does not start from the newest charter. Please write it anew from that one.',
  'council-charter-not-draft': 'This version was adopted or rejected already and is never changed. Propose a new one.',
  'council-charter-notice': 'A change of the charter is sent to the delegates {days} days ahead; that time is not over yet.',
  'council-charter-same': 'This is no different from the charter that stands. Change something first.',
  'council-charter-articles': 'Every article has to be there, in its order.',
  'council-charter-name': '“{name}” is no parameter of the charter. Please correct the name in braces.',
  'message-council-charter-proposed': 'A change of the charter was sent to you. Please look at both side by side.',
  'message-council-charter-adopted': 'A new version of the charter was adopted; it is in force from {day}.',
  'council-interest':
    'This item concerns somebody you work for, are paid by, rent from or live with, so you stand aside. You may answer questions, but not preside, second, debate or vote.',
  'no-declaration': 'There is no such entry.',
}
