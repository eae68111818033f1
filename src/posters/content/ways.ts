import { askHere, type Contents, equipmentHere, group, says } from './content.ts'
import { ceop } from './places.ts'

type Way = 'social-networking' | 'email' | 'images' | 'phones' | 'live-streaming' | 'internet'

/** The posters of the six ways of being in contact. */
export const ways: Pick<Contents, Way> = {
  'social-networking': facts => ({
    eyebrow: 'Social networking',
    title: 'Keep your own profile out of work',
    groups: [
      group(
        'do-not',
        says('own', 'Do not contact children, parents or carers from your own profile.', [
          'SN-DONT-1',
          'SN-POOR-4',
        ]),
        says('friends', 'Do not be friends with them, even when the work is over.', [
          'SN-DONT-2',
          'SN-POOR-2',
        ]),
      ),
      group(
        'best',
        says('professional', 'Use a professional profile, agreed with your manager.', [
          'SN-BEST-1',
          'SN-BEST-3',
        ]),
      ),
      group(
        'safe',
        says('closed', 'Open your own to family and friends only.', ['SN-SAFE-1', 'SN-SAFE-4']),
        says('settings', 'Check its settings often: they change.', ['SN-DEF-3']),
      ),
      group('poor', says('strangers', 'Collecting friends you have never met.', ['SN-POOR-3', 'SN-SAFE-2'])),
    ],
    foot: [askHere(facts)],
  }),
  email: facts => ({
    eyebrow: 'Email',
    title: 'Work email for work',
    groups: [
      group(
        'do-not',
        says('own', 'Do not use your own account with children, parents, carers or adults at risk.', [
          'EM-DONT-1',
        ]),
        says('either', 'Do not think a phone is different: it is the same.', ['EM-EITHER-1']),
      ),
      group('best', says('ours', 'Write from the account we give you.', ['EM-BEST-1'])),
      group('safe', says('private', 'Look up what private use we allow.', ['EM-SAFE-1'])),
      group(
        'poor',
        says('unknown', 'Writing from your own account, your manager unaware.', ['EM-POOR-1']),
        says('keep', 'Keeping emails for your own use.', ['EM-POOR-2']),
      ),
    ],
    foot: [askHere(facts)],
  }),
  images: facts => ({
    eyebrow: 'Images',
    title: 'Our camera, never yours',
    groups: [
      group(
        'do-not',
        says('own', 'Do not take pictures of children with your own equipment. Your phone counts.', [
          'IM-DONT-1',
          'IM-DONT-NOTE',
        ]),
      ),
      group(
        'best',
        says('ours', 'Use our equipment. Know where it is.', ['IM-BEST-1', 'IM-BEST-2']),
        says('permission', 'Ask permission, for the picture and each use.', ['IM-INPLACE-3']),
      ),
      group(
        'safe',
        says('agreed', 'Your own, only when a senior manager has agreed, on record.', [
          'IM-SAFE-1',
          'IM-POOR-2',
        ]),
        says('network', 'Afterwards, move pictures to our network at once.', ['IM-SAFE-2']),
      ),
      group('poor', says('keep', 'Keeping pictures, or copying them to yours.', ['IM-POOR-1', 'IM-POOR-3'])),
    ],
    foot: [...equipmentHere('Cameras', facts), askHere(facts)],
  }),
  phones: facts => ({
    eyebrow: 'Mobile phones',
    title: 'A work phone for work',
    groups: [
      group(
        'do-not',
        says('own', 'Do not use your own mobile with children, parents, carers or adults at risk.', [
          'PH-DONT-1',
        ]),
        says('means', 'No calls, texts, email or apps.', ['PH-DONT-NOTE'], ['services-renamed']),
      ),
      group(
        'good',
        says('ours', 'Use a phone of ours. Know where to collect one.', ['PH-GOOD-1', 'PH-GOOD-2']),
        says('inside', 'Turn off what should be off.', ['PH-GOOD-3', 'PH-SAFE-2']),
      ),
      group(
        'safe',
        says('agreed', 'Your own, only when a senior manager has agreed, on record.', [
          'PH-SAFE-1',
          'PH-POOR-1',
        ]),
      ),
      group('poor', says('keep', 'Keeping families’ numbers for yourself.', ['PH-POOR-2'])),
    ],
    foot: [...equipmentHere('Phones', facts), askHere(facts)],
  }),
  'live-streaming': facts => ({
    eyebrow: 'Live streaming and video calls',
    title: 'Before you go live',
    groups: [
      group(
        'do-not',
        says('own', 'Do not use your own webcam with children, parents or carers without permission.', [
          'LS-DONT-1',
        ]),
        says('record', 'Do not record what goes on without permission.', ['LS-DONT-1']),
      ),
      group('best', says('inside', 'Know what is built in, and turn it off.', ['LS-BEST-1'])),
      group(
        'safe',
        says('agreed', 'Your own, only for one project that senior managers agreed.', [
          'LS-SAFE-1',
          'LS-POOR-1',
        ]),
        says('network', 'Straight after, recordings go to our network.', ['LS-SAFE-2', 'LS-INPLACE-3']),
      ),
      group('poor', says('keep', 'Keeping for yourself what you learnt of people.', ['LS-POOR-2'])),
    ],
    foot: [askHere(facts)],
  }),
  internet: facts => ({
    eyebrow: 'Using the internet',
    title: 'Online at work, by our rules',
    groups: [
      group(
        'good',
        says('policy', 'Know what our policy says of the internet.', ['WEB-AWARE-1']),
        says(
          'report',
          `Search safely. Report unsuitable content to us, or to CEOP: ${ceop}`,
          ['WEB-GOOD-2'],
          ['ceop-address'],
        ),
      ),
      group(
        'best',
        says(
          'logged',
          'Know that what you do here may be logged, passwords and card numbers too.',
          ['WEB-BEST-1', 'WEB-BEST-2'],
          ['monitoring-workers'],
        ),
      ),
      group(
        'poor',
        says('illegal', 'Opening or downloading unsuitable or illegal material. You may be prosecuted.', [
          'WEB-POOR-1',
        ]),
        says('breach', 'Breaking the policy: it can cost equipment, accounts and your post.', ['WEB-POOR-2']),
      ),
    ],
    foot: [askHere(facts)],
  }),
}
