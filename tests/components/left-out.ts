/** Examples of the components we have that ours are not held to, and why: by component, then by the example's name. */
export const examplesLeftOut: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'character-count': {
    'with maxwords':
      'The older way to say that words are counted. The newer, a count type of words, is run; one way is enough.',
  },
  'password-input': {
    value: 'A password that was typed is never sent back, so the component takes no value.',
  },
}

/** Components that Lanyard does not have, and why. */
export const componentsLeftOut: Readonly<Record<string, string>> = {
  accordion: 'Hides what people need side by side; pages here are short enough for headings.',
  'cookie-banner':
    'There are only the cookies without which signing in would not work; these need no consent.',
  'exit-this-page':
    'Hides that somebody looked for help from a person near them. Nothing here is for that yet; what is must bring it.',
  feedback: 'Belongs to GOV.UK.',
  footer: 'GOV.UK’s own, with its crown and licence, which only its services may use.',
  'generic-header': 'Lanyard has a header of its own, with the strap.',
  header: 'GOV.UK’s own, with its crown, which only its services may use.',
  'language-navigation': 'Lanyard speaks one language.',
  'phase-banner': 'Nothing here is called alpha or beta.',
  'task-list': 'Duties have dates, and are a list of our own.',
}
