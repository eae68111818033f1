/** What the invented youth club says of itself. Numbers are from Ofcom's drama range, addresses end in .example. */
export interface Contact {
  readonly phone: string
  readonly email: string
}

export const ourselves = {
  contacts: {
    ellen: { phone: '020 7946 0210', email: 'ellen.fraser@riverside-youth.example' },
    farid: { phone: '020 7946 0211', email: 'farid.aziz@riverside-youth.example' },
  },
  lado: {
    name: 'Priya Anand, Marlow Vale Council',
    phone: '020 7946 0550',
    email: 'lado@marlow-vale.example',
  },
  equipment: { where: 'the office cupboard', who: 'Grace Lin' },
  /** What stands in its policies besides. */
  policy: {
    'equipment-from': 'the cupboard in the office',
    'pictures-moved-by': 'whoever leads the session',
    'pictures-kept-in': 'the Pictures folder of our own storage',
    'computers-by': 'Grace Lin in the office',
  },
  colour: '#0b5d6b',
  /** A river that bends under a sun, in a round badge. */
  logo: `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 64 64">
<circle cx="32" cy="32" r="31" fill="#0b5d6b"/><circle cx="32" cy="32" r="27.5" fill="#fff"/>
<clipPath id="c"><circle cx="32" cy="32" r="25"/></clipPath><g clip-path="url(#c)">
<rect width="64" height="64" fill="#dff0ee"/><circle cx="41" cy="22" r="7.5" fill="#e8a13a"/>
<path d="M4 38C12 28 20 26 27 32s14 4 33-6v40H4z" fill="#3f8f5b"/>
<path d="M60 33C48 37 42 38 38 42s0 7-6 10-14 4-18 8h22c4-5 12-6 13-12s-3-7 2-10 9-3 9-5z" fill="#0b5d6b"/>
<path d="M56 35.500C48 38 43 40 41 43s1 6-4 9-10 3-13 7" fill="none" stroke="#fff" stroke-width="1.200"/></g></svg>`,
} as const
