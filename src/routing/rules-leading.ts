/** What is pointed out while somebody writes of what a child said. */
export const pointings = {
  leading: {
    says: 'This may be a leading question: it puts an answer into the child’s mouth.',
    instead:
      'If you asked it, leave it here as you asked it, with what they answered. Ask no more like it: “Tell me what happened” and “What happened then?” are safe.',
  },
  secrecy: {
    says: 'This reads as a promise to keep it secret. You cannot keep that one: somebody has to be told.',
    instead:
      'If you said it, leave it here as you said it. Then tell the child kindly whom you are telling, and why. If you did not promise it, say so in these words.',
  },
} as const
export type Pointing = keyof typeof pointings

/** Several ways to say it, one of which is meant. */
const oneOf = (...ways: readonly string[]): string => `(?:${ways.join('|')})`
/** A pattern of those pieces, one after another with a space between, over plain text. */
const words = (...pieces: readonly string[]): RegExp => new RegExp(`\\b${pieces.join(' ')}`, 'gu')

const word = "[\\p{L}'-]+"
/** A word that turns nothing round: *I said I could not …* is no promise. */
const plainWord = `(?!${oneOf('not', 'never', 'no', 'nobody', 'cannot', "can't", 'could', "couldn't", 'must', "mustn't", "don't", "didn't", "won't", "wouldn't", 'if', 'whether')} )${word}`
/** So many words at most, each with the space after it. */
const upTo = (most: number, one = word): string => `(?:${one} ){0,${most}}?`
const adverbs = '(?:(?:ever|been|just|really|also|then|gently|even|already|had|have|did|again|always) ){0,2}'

// Leading questions.

/** Verbs of what a child should never be asked by name, in the forms in which they stand before *you*. */
const harms = oneOf(
  ...[
    'touch(?:ed|ing)?',
    'hurt(?:ing)?',
    'hit(?:ting)?',
    'kiss(?:ed|ing)?',
    'hug(?:ged|ging)?',
    'cuddl(?:e|ed|ing)',
  ],
  ...['abus(?:e|ed|ing)', 'punch(?:ed|ing)?', 'slap(?:ped|ping)?', 'kick(?:ed|ing)?', 'smack(?:ed|ing)?'],
  ...['beat(?:en|ing)?', 'grab(?:bed|bing)?', 'rap(?:e|ed|ing)', 'groom(?:ed|ing)?', 'assault(?:ed|ing)?'],
  ...[
    'molest(?:ed|ing)?',
    'strangl(?:e|ed|ing)',
    'chok(?:e|ed|ing)',
    'burn(?:ed|t|ing)?',
    'undress(?:ed|ing)?',
  ],
  ...[
    'film(?:ed|ing)?',
    'bull(?:y|ied|ying)',
    'threaten(?:ed|ing)?',
    'forc(?:e|ed|ing)',
    'starv(?:e|ed|ing)',
  ],
  ...['frighten(?:ed|ing)?', 'scar(?:e|ed|ing)', 'interfer(?:e|ed|ing) with'],
)
/** The same as they stand after *he* or *she*, told of now. */
const doesHarm = oneOf(
  harms,
  'touches',
  'hurts',
  'hits',
  'kisses',
  'hugs',
  'beats',
  'slaps',
  'kicks',
  'smacks',
  'bullies',
)
const child = oneOf('you', 'him', 'her', 'them')
const childs = oneOf('your', 'his', 'her', 'their')
const private_ = oneOf(
  'nudes?',
  'naked',
  'rude',
  'dick',
  'penis',
  'vagina',
  'bottom',
  'bum',
  'breasts?',
  'boobs',
  'willy',
  'privates?',
)
/** What somebody may be said to have made a child do, shown them, sent them, or done to them. */
const madeTo = oneOf(
  `(?:ma[dk]e|making|get|got) ${child} (?:to )?${oneOf('touch', 'undress', 'strip', 'kiss', 'watch', 'look', 'lie', 'sleep', `take ${childs}`, 'send', 'swear', 'promise', 'do (?:it|things|something|anything|that)')}`,
  `(?:show(?:ed|n)?|sen[dt]|ask(?:ed)?) ${child} ${upTo(6)}${private_}`,
  `(?:do|does|doing|did|done) (?:something|anything|things?|this|that|it) ${upTo(3)}to ${child}`,
  `put(?:ting)? (?:his|her|their|a) (?:hands?|fingers?|mouth|tongue) ${upTo(2)}(?:on|up|down|in|inside|under|between) ${childs}`,
)
const did = oneOf(
  'did',
  'does',
  'do',
  'has',
  'have',
  'is',
  'was',
  'were',
  'are',
  "didn't",
  "hasn't",
  "isn't",
  "wasn't",
  "doesn't",
)
/** One to five words: *he*, *your dad*, *the man at the club*. */
const somebody = `(?:${word} ){1,5}?`
const asking = `(?:i|we) ${adverbs}ask(?:ed)? ${upTo(3)}(?:if|whether)`
const kin = oneOf(
  ...['mum', 'mother', 'dad', 'daddy', 'father', 'uncle', 'auntie', 'aunt', 'brother', 'sister', 'grandad'],
  ...['grandpa', 'gran', 'cousin', 'coach', 'teacher', 'babysitter'],
)

// Promises of secrecy.

const promised = `(?:i|we|i've|we've|i'll|we'll) ${adverbs}(?:promised?|swore|swear|vowed|agreed?|gave ${upTo(2)}my word)`
const spoke = `(?:i|we|i've|we've) ${adverbs}(?:promised?|swore|swear|vowed|agreed?|said|told ${word}|assured? ${word}|reassured? ${word}|gave ${upTo(2)}my word)`
/** Whom it was said to, as far as it is named. */
const toThem = upTo(3, plainWord)
const wouldNot = oneOf(
  "(?:i|we|nobody|no one|it|this) (?:wouldn't|won't|would not|will not|would never|will never|am not going to|wasn't going to|was not going to)",
  "(?:i'll|we'll|i'd|we'd) (?:not|never)",
  "i'm not going to",
)
/** To tell, but not *to tell her what to do*. */
const tell = `(?:(?:ever|be) ){0,2}${oneOf(`tell(?:ing)?\\b(?! ${word} (?:what|how|off|that|when|where|who)\\b)`, 'told\\b', 'say(?:ing)? (?:anything|a word|so|who)\\b', 'repeat\\b', 'pass (?:it|this|that|anything)\\b', 'share\\b', 'mention\\b', 'report\\b', 'let (?:anyone|anybody|on)\\b', 'go (?:any )?further\\b', 'leave this room\\b', 'breathe a word\\b')}`
const closely = '(?:(?:a|our|in|just|only|strictly|completely|totally|absolutely) ){0,3}'
const secret = oneOf(
  'secret',
  'confidence',
  'private',
  'between us',
  'between (?:the two of us|you and me|ourselves)',
  'to myself',
  'to ourselves',
  'quiet',
)

/**
 * Patterns over plain lower-case text whose marks between words have become single spaces, but for a question mark. Every
 * repetition in them has an end, so that each takes a time that is linear in the text.
 */
export const rules: Readonly<Record<Pointing, readonly RegExp[]>> = {
  leading: [
    // “Did he touch you?”, “where did your dad hit you”, “has anyone been hurting you”.
    words(did, `${somebody}${adverbs}${oneOf(`${harms} (?:you|your)\\b`, `${madeTo}\\b`)}`),
    // “Are you being hurt?”, “were you hit?”, “have you been abused at home”.
    words(
      '(?:are|were|have) you',
      `(?:being |been |ever |just ){0,2}${harms}(?= (?:by|at|there|then|too|again|in)\\b| ?\\?)`,
    ),
    // “I asked if he had touched her”, “we asked her whether dad hits them”.
    words(asking, `${somebody}${adverbs}${oneOf(`${doesHarm} (?:${child}|his|their)\\b`, `${madeTo}\\b`)}`),
    // “I asked whether she had been abused”.
    words(
      asking,
      '(?:she|he|they)',
      `(?:was|were|is|are|had been|has been|have been) (?:being )?${harms}\\b`,
    ),
    // “He hurt you, didn’t he?”
    words(
      harms,
      'you',
      `${upTo(3)}(?:didn't|hasn't|isn't|wasn't|did|has|doesn't|does) (?:he|she|they|it|mum|dad)\\b`,
    ),
    // “Was it your uncle who did this?”
    words(
      '(?:was|is) it',
      `(?:${word} ){1,4}(?:who|that) (?:did|does|hurts?|hits?|touched|touches|made you|has done|has been doing)\\b`,
    ),
    // “Was it your stepdad?”
    words('(?:was|is) it', `(?:your |her |his |their )?(?:step)?${kin}(?:'s ${word})? ?\\?`),
  ],
  secrecy: [
    // “I promised not to tell”, “we agreed never to mention it”.
    words(promised, `${toThem}(?:not|never) to ${tell}`),
    // “I said I wouldn’t tell her mum”, “I promise you I won’t tell”.
    words(spoke, `${toThem}${wouldNot} ${tell}`),
    // “I told him I would keep it secret”, “we agreed to keep this between us”.
    words(
      spoke,
      `${toThem}(?:keep|hold|treat) ${upTo(3, plainWord)}${closely}${oneOf(secret, 'confidential')}\\b`,
    ),
    // “I promised her that it would stay between the two of us”.
    words(
      spoke,
      `${toThem}(?:it|this|that|everything) (?:(?:is|was|would|will|stays?|be|remain) ){0,2}${closely}${secret}\\b`,
    ),
    words(
      spoke,
      `${toThem}(?:it's|this'll|it'll|it'd|that's) (?:(?:stay|be|remain) )?${closely}${secret}\\b`,
    ),
    // “I assured him it was confidential”: said to a colleague it is no promise, so *told* is not among these.
    words(
      '(?:i|we)',
      `${adverbs}(?:promised?|assured? ${word}|reassured? ${word}) ${toThem}(?:it|this|that|everything) (?:is|was|would be|will be) ${closely}confidential\\b`,
    ),
    // Said at the time: “I won’t tell anyone”, “your secret is safe with me”, “this is just between you and me”.
    words("(?:i|we) (?:won't|will not) tell", '(?:anyone|anybody|a soul|your|mum|dad|them|no one)\\b'),
    words("(?:your|her|his|the) secret(?: is|'s)", 'safe\\b'),
    words(
      "(?:(?:this|it) (?:is|stays|will stay)|it's|this'll stay)",
      `${closely}between (?:us|you and me|the two of us)\\b`,
    ),
    // “She made me promise not to tell.”
    words(
      '(?:made me|had me|got me to)',
      'promise',
      `(?:not to|never to|i wouldn't|i won't|i would not) ${tell}`,
    ),
  ],
}
