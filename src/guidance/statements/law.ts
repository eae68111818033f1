import { inSection } from '../statement.ts'

/** Offences and penalties exactly as the document gave them in 2015. What the law says now stands beside them as notes, never in them. */
export const law = inSection(
  { section: 'law', channel: 'general' },
  {
    'LEG-0': {
      kind: 'legal',
      audience: 'manager',
      treatment: 'taught',
      says: 'Remind all staff and volunteers who go online through work networks what the law can do when those services are misused.',
    },
    'LEG-EXAMPLES': {
      kind: 'legal',
      audience: 'worker',
      treatment: 'taught',
      says: 'Offensive or unsuitable material includes racist material, pornography, sexually explicit pictures and texts, anything that promotes crime, and intolerance of others. The list is not complete.',
    },
    'LEG-HEAD': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'The offences below can be committed on social networks, by email, by phone or elsewhere on the internet.',
    },
    'LEG-THREAT-1': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'It is an offence to threaten to kill somebody.',
    },
    'LEG-THREAT-2': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Threats to kill, on summary conviction: the 2015 text gives up to 6 months in prison, a fine, or both.',
    },
    'LEG-THREAT-3': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Threats to kill, on indictment: the 2015 text gives 10 years in prison.',
    },
    'LEG-HARASS-1': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'It is an offence to harass somebody on purpose.',
    },
    'LEG-HARASS-2': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Harassment, on summary conviction: the 2015 text gives up to 6 months in prison, a fine, or both.',
    },
    'LEG-FEAR-1': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'It is an offence to make somebody fear violence.',
    },
    'LEG-FEAR-2': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Fear of violence, on summary conviction: the 2015 text gives up to 6 months in prison, a fine, or both.',
    },
    'LEG-FEAR-3': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Fear of violence, on indictment: the 2015 text gives up to 5 years in prison, a fine, or both.',
    },
    'LEG-MALCOMMS-1': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'It is an offence to send indecent, offensive or threatening messages or things, on paper or electronically, in order to distress somebody or make them anxious.',
    },
    'LEG-MALCOMMS-2': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Malicious messages, on summary conviction: the 2015 text gives up to 6 months in prison, a fine, or both.',
    },
    'LEG-DAMAGE-1': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'It is an offence to threaten to destroy or damage somebody’s property.',
    },
    'LEG-DAMAGE-2': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Threats to damage property, on summary conviction: the 2015 text gives up to 6 months in prison, a fine, or both.',
    },
    'LEG-DAMAGE-3': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Threats to damage property, on indictment: the 2015 text gives 10 years in prison.',
    },
    'LEG-INTENT-1': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'It is an offence to cause harassment, alarm or distress and mean to.',
    },
    'LEG-INTENT-2': {
      kind: 'legal',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Meaning to harass, alarm or distress, on summary conviction: the 2015 text gives up to 6 months in prison, a fine, or both.',
    },
    'LEG-SUMMARY': {
      kind: 'definition',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Summary offences are the less serious ones, heard in a magistrates’ court.',
    },
    'LEG-INDICTABLE': {
      kind: 'definition',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Indictable offences are the graver ones, heard in a higher court with a judge and jury.',
    },
  },
)
