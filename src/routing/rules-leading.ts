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

/** Verbs of what a child should never be asked by name, as a question about *you*. */
const harms =
  'touch(?:ed|ing)?|hurt(?:ing)?|hit(?:ting)?|kiss(?:ed|ing)?|abus(?:e|ed|ing)|punch(?:ed|ing)?|slap(?:ped|ping)?|kick(?:ed|ing)?|smack(?:ed|ing)?|beat(?:en|ing)?|grab(?:bed|bing)?|rap(?:e|ed|ing)|groom(?:ed|ing)?|assault(?:ed|ing)?|molest(?:ed|ing)?|strangl(?:e|ed|ing)|chok(?:e|ed|ing)|burn(?:ed|t|ing)?|undress(?:ed|ing)?|film(?:ed|ing)?|bull(?:y|ied|ying)|threaten(?:ed|ing)?|forc(?:e|ed|ing)|frighten(?:ed|ing)?|scar(?:e|ed|ing)|starv(?:e|ed|ing)'
/** What somebody may be said to have made a child do, shown them or sent them. */
const madeTo =
  '(?:ma[dk]e|making|get|got) (?:you|him|her|them) (?:to )?(?:touch|undress|strip|kiss|watch|look|lie|sleep|take (?:your|his|her|their) |send|swear|promise|do (?:it|things|something|anything|that))|(?:show(?:ed|n)?|sen[dt]|ask(?:ed)?) (?:you|him|her|them) (?:(?:for|to send) )?(?:(?:a|any|some|his|her|your|their|for|rude|nude|naked|sexual|private|of) ){0,4}(?:nudes?|naked|rude|dick|penis|vagina|bottom|bum|breasts?|boobs|willy|privates?|private parts)'
/** Up to four words: *he*, *your dad*, *the man at the club*. */
const somebody = "(?:[\\p{L}'-]+ ){1,5}"
const child = '(?:you|him|her|them)'

/**
 * Patterns over plain lower-case text whose marks between words have become single spaces, but for a question mark. Every
 * repetition in them has an end, so that each takes a time that is linear in the text.
 */
export const rules: Readonly<Record<Pointing, readonly RegExp[]>> = {
  leading: [
    // “Did he touch you?”, “where did your dad hit you”, “has anyone been hurting you”.
    new RegExp(
      `\\b(?:did|does|do|has|have|is|was|were|are|didn't|hasn't|isn't|wasn't|doesn't) ${somebody}(?:ever |been |just |really |also ){0,2}(?:(?:${harms}) (?:you|your)\\b|${madeTo})`,
      'gu',
    ),
    // “Are you being hurt?”, “were you hit?”, “have you been abused at home”.
    new RegExp(
      `\\b(?:are|were|have) you (?:being |been |ever |just ){0,2}(?:${harms})(?= (?:by|at|there|then|too|again|in)\\b| ?\\?)`,
      'gu',
    ),
    // “I asked if he had touched her”, “we asked her whether dad hits them”.
    new RegExp(
      `\\b(?:i|we) (?:(?:then|just|also|gently|had|have|again) ){0,2}ask(?:ed)? (?:[\\p{L}'-]+ ){0,3}?(?:if|whether) ${somebody}(?:ever |been |just ){0,2}(?:(?:${harms}|hits|hurts|touches|kisses|beats|slaps) (?:${child}|his|their)\\b|${madeTo})`,
      'gu',
    ),
    new RegExp(
      `\\b(?:i|we) (?:(?:then|just|also|gently|had|have|again) ){0,2}ask(?:ed)? (?:[\\p{L}'-]+ ){0,3}?(?:if|whether) (?:she|he|they) (?:was|were|had been|is|are|has been|have been) (?:being )?(?:${harms})\\b`,
      'gu',
    ),
    // “He hurt you, didn’t he?”
    new RegExp(
      `\\b(?:${harms}) you (?:[\\p{L}'-]+ ){0,3}(?:didn't|hasn't|isn't|wasn't|did|has|doesn't|does) (?:he|she|they|it|mum|dad)\\b`,
      'gu',
    ),
    // “Was it your uncle who did this?”
    /\b(?:was|is) it (?:[\p{L}'-]+ ){1,4}(?:who|that) (?:did|does|hurt|hurts|hit|hits|touched|touches|made you|has done|has been doing)\b/gu,
    // “Was it your dad?”
    /\b(?:was|is) it (?:your |her |his |their )?(?:step)?(?:mum|mother|dad|daddy|father|uncle|auntie|aunt|brother|sister|grandad|grandpa|gran|cousin|coach|teacher|babysitter|mum's boyfriend)(?:'s boyfriend)? ?\?/gu,
  ],
  secrecy: [
    // “I promised not to tell”, “we said we would never tell anyone”.
    /\b(?:i|we|i've|we've|i'll|we'll) (?:(?:have|had|then|also|will|just|even|did|and) ){0,2}(?:promised?|said|told (?:him|her|them|[\p{L}'-]+)|agreed?|swore|swear|assured? (?:him|her|them|[\p{L}'-]+)|gave my word|reassured? (?:him|her|them|[\p{L}'-]+)) (?:(?:him|her|them|[\p{L}'-]+|that) ){0,2}?(?:(?:i|we|nobody|no one|it|this) )?(?:not to|wouldn't|won't|would not|will not|would never|will never|never to|am not going to|i'm not going to|wasn't going to) (?:(?:ever|be) ){0,2}(?:tell|told|telling|say|repeat|pass|share|let (?:anyone|anybody|on)|mention|go any further|go further|leave this room)\b/gu,
    // “I promised to keep it secret”, “I said I’d keep it between us”.
    /\b(?:i|we|i've|we've) (?:(?:have|had|then|also|will|just|even|and) ){0,2}(?:promised?|said|told (?:him|her|them|[\p{L}'-]+)|agreed?|swore|swear|assured? (?:him|her|them|[\p{L}'-]+)) (?:(?:him|her|them|[\p{L}'-]+|that|to) ){0,3}?(?:(?:i'd|we'd|i'll|we'll|i would|we would|i will|we will|it would|it will|this would|it's|it was|this was|this is|it'd|it'll) )?(?:to )?(?:(?:keep|stay|be|remain) )?(?:(?:it|this|her|his|their|that|everything) ){0,2}(?:(?:a|our|as|in|her|his|their|just|strictly|completely|totally) ){0,2}(?:secret|confidential|confidence|between us|between (?:the two of us|you and me|ourselves)|to myself|to ourselves)\b/gu,
    // Said at the time: “I promise I won’t tell”, “your secret is safe with me”, “this is just between you and me”.
    /\b(?:i promise (?:(?:you|that) ){0,2}(?:i won't|i will not|not to|i'll never|i would never|no one will|nobody will)|(?:your|it's|it is|her|his) secret is safe|secret'?s? safe with me|i (?:won't|will not) tell (?:anyone|anybody|a soul|your|mum|dad|them|no one)|(?:this|it) (?:is|stays|will stay) (?:just |strictly )?between (?:us|you and me|the two of us))\b/gu,
    /\b(?:made me|had me|got me to|asked me to and i) promise(?:d)? (?:not to|i wouldn't|i won't|i would not|never to) (?:tell|say|repeat|share|mention)\b/gu,
  ],
}
