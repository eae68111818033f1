import { inSection } from '../statement.ts'

/** General guidelines: what to do, what not to do. */
export const general = inSection(
  { section: 'general', channel: 'general' },
  {
    'GEN-GUIDE-1': {
      kind: 'good',
      audience: 'worker',
      treatment: 'attested',
      says: 'You answer for the data on the device you use to communicate.',
    },
    'GEN-GUIDE-2': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'detected',
      says: 'Do not act so that it could look as though you want a personal relationship with a child or a vulnerable adult.',
    },
    'GEN-GUIDE-3': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'gated',
      says: 'Do not post anything that could be thought obscene, libellous or otherwise defamatory.',
    },
    'GEN-GUIDE-4': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'taught',
      says: 'Do not post comments that show, or seem to approve of, gross irresponsibility or breaking the law.',
    },
  },
)

export const generalAppropriate = inSection(
  { section: 'general-appropriate', channel: 'general' },
  {
    'GEN-APP-1': {
      channel: 'social-networking',
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Use the privacy settings of each social network you are on.',
    },
    'GEN-APP-2': {
      channel: 'phones',
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Lock every device with a password or PIN, your mobile phone included.',
    },
    'GEN-APP-3': {
      channel: 'social-networking',
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'gated',
      says: 'If you want contact online with children, families or other professionals, think of having professional accounts for it.',
    },
    'GEN-APP-4': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Check that what the public can find out about you is correct and suitable.',
    },
    'GEN-APP-5': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'enforced',
      says: 'People say “chat”, but an online conversation is a written document. Treat it as one, always.',
    },
    'GEN-APP-6': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'taught',
      says: 'Know what happens to people who misuse digital equipment.',
    },
    'GEN-APP-7.1': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'taught',
      says: 'Not sure who can see something online? Take it that everybody can.',
    },
    'GEN-APP-7.2': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'shown',
      says: 'What you have put online is out of your control.',
    },
    'GEN-APP-8': {
      channel: 'phones',
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Turn Bluetooth off.',
    },
    'GEN-APP-9': {
      kind: 'appropriate',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'When you get new equipment, for work or for yourself, learn what it comes with and turn off or protect what needs it.',
    },
  },
)

export const generalInappropriate = inSection(
  { section: 'general-inappropriate', channel: 'general' },
  {
    'GEN-INAPP-1': {
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'detected',
      says: 'Do not give children, young people, parents or carers your own details: mobile number, social network accounts, web pages or blogs, picture stores, passwords and the like.',
    },
    'GEN-INAPP-2': {
      channel: 'phones',
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'enforced',
      says: 'Do not use your own mobile phone for contact with the children and families you work with: no calls, texts, emails or social networks.',
    },
    'GEN-INAPP-3': {
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'enforced',
      says: 'Do not send children or young people personal messages over the internet.',
    },
    'GEN-INAPP-4': {
      channel: 'social-networking',
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'detected',
      says: 'On a social network, do not share your own details with children or families you work with.',
    },
    'GEN-INAPP-5': {
      channel: 'social-networking',
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Do not have children or families you work with among your contacts or friends on a personal social profile, whoever asked.',
    },
    'GEN-INAPP-6': {
      channel: 'images',
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'detected',
      says: 'Do not use your own camera or video camera for work. The one in your phone counts.',
    },
    'GEN-INAPP-7': {
      kind: 'inappropriate',
      audience: 'worker',
      treatment: 'attested',
      says: 'Do not play online games with children or families you work with.',
    },
  },
)

export const generalStatus = inSection(
  { section: 'general', channel: 'general' },
  {
    'GEN-STATUS': {
      kind: 'meta',
      audience: 'manager',
      treatment: 'evidenced',
      says: 'All of this is recommended as good practice. Managers and the organisation’s own policies have the last word.',
    },
  },
)
