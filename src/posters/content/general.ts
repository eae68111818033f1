import { askHere, type Contents, group, says } from './content.ts'

/** The general guidelines. The version of the acceptable use policy in force is added to it: words.ts. */
export const general: Contents['general'] = facts => ({
  eyebrow: 'General guidelines',
  title: 'Keep work and private life apart',
  groups: [
    group(
      'do-not',
      says('details', 'Do not give out your own number, accounts or passwords.', [
        'GEN-INAPP-1',
        'GEN-INAPP-4',
      ]),
      says('equipment', 'Do not use your own phone or camera for work.', ['GEN-INAPP-2', 'GEN-INAPP-6']),
      says('friends', 'Do not be friends online, or play games online, with children and families.', [
        'GEN-INAPP-5',
        'GEN-INAPP-7',
      ]),
      says('personal', 'Do not send children personal messages.', ['GEN-INAPP-3', 'GEN-GUIDE-2']),
    ),
    group(
      'do',
      says('lock', 'Lock every device.', ['GEN-APP-2']),
      says('privacy', 'Use your privacy settings.', ['GEN-APP-1', 'GEN-APP-4']),
      says('written', 'Treat every chat as a document.', ['GEN-APP-5']),
      says('everybody', 'Not sure who sees it? Take it that all do.', ['GEN-APP-7.1', 'GEN-APP-7.2']),
    ),
  ],
  foot: [askHere(facts)],
})
