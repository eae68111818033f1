import { inSection } from '../statement.ts'

/** Social networking. */
export const socialNetworking = inSection(
  { section: 'social-networking', channel: 'social-networking' },
  {
    'SN-DEF-1': {
      kind: 'definition',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Facebook and Twitter were the best-known networks in 2015. Bebo, MySpace, Yahoo, LinkedIn and MSN are named as well.',
    },
    'SN-DEF-2': {
      kind: 'definition',
      audience: 'anyone',
      treatment: 'evidenced',
      says: 'There are more networks than those named.',
    },
    'SN-DEF-3': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'attested',
      says: 'Networks change their privacy settings often. Keep checking yours.',
    },
    'SN-DONT-1': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'enforced',
      says: 'Do not use your own social network profile to talk with children, young people, parents or carers, to share pictures with them or to take pictures of them.',
    },
    'SN-EITHER-1': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'shown',
      says: 'That holds on your own equipment and on the organisation’s.',
    },
    'SN-DONT-2': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'attested',
      says: 'Do not be friends on your personal page with children, young people, parents or carers.',
    },
    'SN-BEST-1': {
      kind: 'best',
      audience: 'worker',
      treatment: 'gated',
      says: 'Think of having a professional profile, agreed with your manager or organisation.',
    },
    'SN-BEST-2': {
      kind: 'best',
      audience: 'worker',
      treatment: 'shown',
      says: 'Young people may have several profiles too, one of them for their parents’ eyes, and so will understand.',
    },
    'SN-BEST-3': {
      kind: 'best',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Let nothing on it lead to your personal profile, or it has no point.',
    },
    'SN-BEST-4': {
      kind: 'best',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Check that its security settings do not open it to everyone.',
    },
    'SN-RISK-1': {
      kind: 'risk',
      audience: 'worker',
      treatment: 'shown',
      says: 'Your relationship with children and families may suffer. So may your professional standing, if your professional body thinks you have harmed the profession’s name.',
    },
    'SN-SAFE-1': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'attested',
      says: 'Set your own profile so that family and friends see it and nobody else does.',
    },
    'SN-SAFE-2': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'taught',
      says: 'Do not take strangers as friends: you may turn out to work with them. Choose friends well and have fewer.',
    },
    'SN-SAFE-3': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'taught',
      says: 'A group you belong to can be a way round your profile’s settings.',
    },
    'SN-SAFE-4': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'shown',
      says: 'Ask family and friends to help: no tagged pictures of you where anybody can look.',
    },
    'SN-RISK-2': {
      kind: 'risk',
      audience: 'worker',
      treatment: 'shown',
      says: 'It may breach the acceptable use policy and leave you open to harassment, bullying or allegations. Disciplinary or capability proceedings may follow.',
    },
    'SN-POOR-1': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'taught',
      says: 'It is poor practice to have a profile open to all with unsuitable personal details or pictures on it, such as holiday snaps or hen nights.',
    },
    'SN-POOR-2': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'attested',
      says: 'It is poor practice to take children or families as friends on your own profile when the work is over. Through them, others you work with may reach it.',
    },
    'SN-POOR-3': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'taught',
      says: 'It is poor practice to collect friends, some of whom you have never met.',
    },
    'SN-POOR-4': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'detected',
      says: 'It is poor practice to contact children or families from your own profile when your manager does not know or has not agreed.',
    },
    'SN-INPLACE-1': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The acceptable use policy says in so many words that children, young people, parents and carers are not taken as friends, and what the sanctions are.',
    },
    'SN-INPLACE-2': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Where separate professional profiles are thought right, the acceptable use policy says how they are made and watched over.',
    },
    'SN-INPLACE-3': {
      kind: 'in-place',
      audience: 'manager',
      treatment: 'gated',
      says: 'The acceptable use policy is part of induction, with advice on why a professional presence online is needed.',
    },
  },
)
