import { type ActDefinition, after, agreed, device, profile, purpose } from '../fact.ts'

/** Pictures and recordings. */
export const pictures = {
  'take-picture': {
    says: 'Take a photograph or a video',
    facts: {
      shows: {
        kind: 'one-of',
        asks: 'Who is in it?',
        values: {
          child: 'A child or young person',
          adult: 'A parent, a carer or an adult who may be at risk',
          nobody: 'Nobody that anyone could recognise, but it is for work',
          private: 'Nobody I know through my work, and it is not for work',
        },
      },
      device,
      permission: agreed('Is there permission to take it, from the parent or carer and from the child?'),
      after,
    },
  },
  'keep-picture': {
    says: 'Keep or copy a picture of a child or family',
    facts: {
      shows: {
        kind: 'one-of',
        asks: 'Does it show a child naked, nearly naked, or anything sexual?',
        values: { ordinary: 'No', sexual: 'Yes, or I think it may' },
      },
      where: {
        kind: 'scale',
        asks: 'Where would it be kept?',
        values: {
          own: 'On my own equipment, or in an online store of my own',
          agreed: 'On my own equipment, which a senior manager agreed to for this',
          camera: 'On my organisation’s camera or phone',
          storage: 'In my organisation’s storage',
        },
      },
      purpose,
      permission: agreed('Is there permission for the picture to have been taken and kept?'),
    },
  },
  'use-picture': {
    says: 'Use a picture inside my organisation, in a display for example',
    facts: {
      from: {
        kind: 'scale',
        asks: 'Where does the picture come from?',
        values: { own: 'My own equipment', storage: 'My organisation’s storage' },
      },
      permission: {
        kind: 'scale',
        asks: 'What is there permission for, from the parent or carer and from the child?',
        values: { none: 'Nothing', taking: 'Taking it', use: 'Taking it, and this use of it' },
      },
      named: {
        kind: 'scale',
        asks: 'Is the child’s name with it?',
        values: { named: 'Yes', unnamed: 'No' },
      },
    },
  },
  'publish-picture': {
    says: 'Publish a picture of a child or family, on a website for example',
    facts: {
      profile: {
        ...profile,
        asks: 'Where would it be?',
        values: { ...profile.values, own: 'On my own page or profile' },
      },
      permission: {
        kind: 'scale',
        asks: 'What is there permission for, from the parent or carer and from the child?',
        values: { none: 'Nothing', taking: 'Taking it', use: 'Taking it, and publishing it there' },
      },
      named: {
        kind: 'scale',
        asks: 'Is the child’s name with it?',
        values: { named: 'Yes', unnamed: 'No' },
      },
      from: {
        kind: 'scale',
        asks: 'Where does the picture come from?',
        values: { own: 'My own equipment', storage: 'My organisation’s storage' },
      },
    },
  },
  record: {
    says: 'Record a call, a live session or an activity',
    facts: {
      device,
      permission: agreed('Has everybody in it, and the parent or carer of each child, given permission?'),
      purpose,
      after,
    },
  },
} as const satisfies Readonly<Record<string, ActDefinition>>
