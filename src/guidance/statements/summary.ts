import { inSection } from '../statement.ts'

/** The summary of good practice: the general guidelines again, at greater length. */
export const summaryAppropriate = inSection(
  { section: 'summary-appropriate', channel: 'general' },
  {
    'SUM-APP-1': {
      channel: 'social-networking',
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Set each network’s privacy settings so that only people you choose can see your page, and keep them up to date. Most networks begin open to everybody.',
    },
    'SUM-APP-2': {
      channel: 'phones',
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Lock your mobile phone and every other device with a password or PIN, so that nobody can use it and get you into trouble.',
    },
    'SUM-APP-3.1': {
      channel: 'social-networking',
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'gated',
      says: 'If you want contact online with children, young people, families or other professionals, think of keeping a personal and a professional identity apart.',
    },
    'SUM-APP-3.2': {
      channel: 'social-networking',
      kind: 'appropriate',
      audience: 'manager',
      treatment: 'evidenced',
      says: 'See that your manager knows of your professional identity online.',
    },
    'SUM-APP-4': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Check that what is public about you is correct and suitable. Would your private photographs and stories suit somebody with a professional name to lose? What should not be public should not be online.',
    },
    'SUM-APP-5': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'taught',
      says: 'Online “chat” is a written document: always treat it so. Think how you come across when you publish things about yourself or talk online.',
    },
    'SUM-APP-6.1': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Know your organisation’s policy on digital equipment, the organisation’s and your own, and what happens when it is misused.',
    },
    'SUM-APP-6.2': {
      kind: 'risk',
      audience: 'worker',
      treatment: 'shown',
      says: 'Breaking the policy can bring capability or disciplinary action by your employer, action by your professional body, and prosecution.',
    },
    'SUM-APP-7': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'taught',
      says: 'Be careful. If you do not know who can see something online, take it that the public can. Once it is there others can copy, edit, keep and pass it on, and you cannot stop them.',
    },
    'SUM-APP-8': {
      channel: 'phones',
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Turn off the Bluetooth that a device comes with. Others can use it to get in to your equipment, and then pretend that they are you.',
    },
    'SUM-APP-9.1': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'shown',
      says: 'Technology keeps changing. A work smartphone may open sites that your computer blocks, phones can tell where you are, and a games console may have a camera.',
    },
    'SUM-APP-9.2': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'With new equipment, for work or for yourself, learn what it comes with and turn off or protect what needs it.',
    },
  },
)

export const summaryInappropriate = inSection(
  { section: 'summary-inappropriate', channel: 'general' },
  {
    'SUM-INAPP-1': {
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'detected',
      says: 'Do not give children, young people, parents or carers your own details: mobile numbers, social network accounts, web pages or blogs, picture stores, passwords, PINs and the like.',
    },
    'SUM-INAPP-2': {
      channel: 'phones',
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'enforced',
      says: 'Do not use your own mobile phone for contact with children, young people, parents or carers: no calls, texts, emails or social networks.',
    },
    'SUM-INAPP-3': {
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'enforced',
      says: 'Do not send children, young people, parents or carers personal messages over the internet or the web.',
    },
    'SUM-INAPP-4.1': {
      channel: 'social-networking',
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Do not share your own details on a social network with children, young people, parents or carers. Accepting one as a friend is sharing them.',
    },
    'SUM-INAPP-4.2': {
      channel: 'social-networking',
      kind: 'risk',
      audience: 'worker',
      treatment: 'taught',
      says: 'A group you belong to may open your page by the back door, even when only family and friends are meant to see it.',
    },
    'SUM-INAPP-5': {
      channel: 'social-networking',
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Do not add a child, young person, parent or carer to your contacts or friends on a personal social profile, and do not let one join.',
    },
    'SUM-INAPP-6': {
      channel: 'images',
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'detected',
      says: 'Do not use your own camera or video camera for work, and not the one in your phone.',
    },
    'SUM-INAPP-7.1': {
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Do not play online games with children, young people, parents or carers.',
    },
    'SUM-INAPP-7.2': {
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'taught',
      says: 'That is hard where people play with whoever turns up. Find out about somebody you do not know before you play with them online.',
    },
  },
)
