/** Ordinary messages of our own, for where the published sets are not. */
export const ordinary: readonly string[] = [
  'Hi Sam, see you on Thursday at 4.30 at the centre as usual.',
  'Thank you for the form. It came to £12.50, paid on 07/11/2026.',
  'Jamie did well this week: 67 out of 80, and a kind word for everybody.',
  'The number 42 bus stops outside. Bring a coat and a drink.',
  'If it cannot wait, call the team on 020 7946 0200 or, in danger, 999.',
  'Could we move Tuesday’s meeting to Wednesday? I have asked the office.',
  'Can you call me on 07700 900876 tonight?',
  'my snap is sam_t',
]
