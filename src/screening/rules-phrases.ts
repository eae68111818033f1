import type { Phrase } from './phrases.ts'
import type { RuleId } from './rules.ts'

interface Row {
  readonly rule: RuleId
  readonly phrases: readonly Phrase[]
  /** Any of these words in the message says that it means something else: a surprise party is no secret. */
  readonly unless?: readonly string[]
}

const party = ['surprise', 'birthday', 'present', 'party', 'christmas', 'quiz', 'anniversary']
const booked = [
  'booked',
  'centre',
  'center',
  'club',
  'session',
  'office',
  'school',
  'reception',
  'appointment',
  'meeting',
  'visit',
  'everyone',
]

/** What is looked for besides numbers, addresses and links, as phrases; see phrases.ts for how they are written. */
export const phraseRules: readonly Row[] = [
  {
    rule: 'personal-account',
    phrases: [
      'my <platform> is|name|username|user|handle|account|tag|id|as|under|its <name>',
      'my <platform> name|username|user|handle|account|tag|id is|:? <name>',
      'my <anyplatform> name|username|user|handle|account|tag|id is|its|: <name>',
      'my <anyplatform> : <name>',
      'my <platform> <tag>',
      'my gamertag|gamer|username|handle|ign|usertag|screenname|snapcode|snapname|instaname tag? is|its|: <name>',
      'my friend code is|: <name>',
      'add|find|follow|dm|pm|message|msg|text|snap|inbox|request|catch|hmu me up? on|via|through my? <anyplatform>',
      'add|follow me : <name>',
      'im|iam|were on <platform>',
      'i am on <platform>',
      '<platform> : <name>',
      '<platform> is|name|username|user|handle|tag|me|its : <name>',
      '<platform> is|name|username|user|handle|tag|its? <tag>',
      '<platform> <tag>',
      'add|follow <tag> on|in <anyplatform>',
      'same name|username|handle on <platform>',
    ],
  },
  {
    rule: 'own-secret',
    phrases: [
      'my password|pin|passcode|passwd|pwd|login is|: <name>',
      'my phone|bank|card|pin password|pin|passcode|code|number is|: <number>',
    ],
    unless: ['forgotten', 'forgot', 'expired', 'locked', 'wrong'],
  },
  {
    rule: 'secret',
    phrases: [
      'password|pin|passcode|pwd is|: <tag>',
      'password|passcode|pwd : <name>',
      'pin|passcode|code number? is|: <number>',
    ],
  },
  {
    rule: 'home-address',
    phrases: [
      'i live|stay at|on|in? number|flat? <number>',
      'my house|flat|home|address|place|gaff|crib is|at|: at? <number>',
      'come to mine|me <number>',
      'im|i at number|flat <number>',
    ],
  },
  {
    rule: 'detail-asked',
    phrases: [
      'whats|what|send|give|gimme|got|need|have|can me? is? i? have? get? me? your|ur own|personal|mobile|phone|cell? number|mobile|digits|snap|snapchat|insta|instagram|whatsapp|handle|gamertag|num',
      'can|could i have|get your|ur number|snap|insta|whatsapp|mobile',
      'are you on <platform>',
      'r u on <platform>',
      'do you have|use <platform>',
      'whats|what your|ur home? address',
      'where do|d you|u live',
      'which|what school do you|u go',
    ],
  },
  {
    rule: 'channel-move',
    phrases: [
      'message|text|call|dm|msg|contact|ring me on|from my|your|ur own|personal|private',
      '<message> me privately|private|directly|instead',
      'talk|chat|speak|message privately|somewhere private|elsewhere',
      'move|switch|go|chat|talk this? us? it? to|on|over? to? <platform>',
      'lets|let use|talk|chat|go|move on? to? <platform>',
      'use|turn disappearing messages',
      'off this|the app|system|platform',
      'use my personal number|phone|email|account|mobile',
    ],
    unless: ['homework', 'group', 'class'],
  },
  {
    rule: 'secrecy',
    phrases: [
      'dont|never tell|telling|show your|ur|any? <family>|anyone|anybody|no1|nobody',
      'do not tell|show your|ur? <family>|anyone|anybody',
      'dont let your|ur <family>|anyone see|know|find',
      'our little? secret',
      'keep this|it|that between us',
      'keep this|it|that a? secret|quiet from? your? <family>?',
      'just between us|you|me',
      'between you and me',
      'delete this|these|our|the message|messages|chat|text|texts|conversation|after?',
      'no one|nobody needs|has|must to? know',
      'nobody else|need|needs|can to? know',
      'they mustnt|cant|shouldnt know|find',
    ],
    unless: party,
  },
  {
    rule: 'risk-probing',
    phrases: [
      'are|r you|u home? alone|by yourself',
      'is|are anyone|anybody|your|ur <family>? else? home|there|in|with you?',
      'who|can else? your? <family>? can? see|sees|checks|reads|check|read your|ur|this phone|messages|texts|chat',
      'when|what are|is|time do? your|ur <family> out|away|at|get|back|home',
      'home alone',
      'does your|ur <family> check|read|see your|ur phone|messages',
    ],
    unless: ['emergency', 'ambulance', 'safe'],
  },
  {
    rule: 'exclusivity',
    phrases: [
      'youre|your|ur|u so|very|really? mature|grown for|up your? age?',
      'only|no i|one understand|understands|gets you|u',
      'youre|ur my|the special|favourite|only one?',
      'youre not like other|the others?',
      'i|we have a? special bond|connection|friendship',
    ],
  },
  {
    rule: 'undermining',
    phrases: [
      'your|ur <family> dont|doesnt|dosnt understand|care|love|get about? you|u?',
      'they dont understand|care about? you|u',
      'ignore|forget your|ur|what <family>|they|teacher|friends said|say?',
      'dont listen to your|ur|them <family>?',
    ],
  },
  {
    rule: 'pictures',
    phrases: [
      'send|sending|show me|us a|some|your|ur|more? * <picture>',
      'send|show <picture> of you|yourself|u|urself',
      'can|could i|you see|have|get|send|take a|some|your|ur? <picture> of? you|yourself|u|me|us?',
      'ill|i send|sent you|u a|some? <picture> of me|mine|myself',
      'turn|put your|ur webcam|camera|cam on',
      'turn|put on your webcam|camera|cam',
      'took|taken|take a|some? <picture> of? * on|with my own? phone|camera',
    ],
    unless: [
      'homework',
      'worksheet',
      'page',
      'certificate',
      'form',
      'passport',
      'receipt',
      'permission',
      'consent',
      'organisation',
      'organisations',
      'project',
      'drawing',
      'team',
    ],
  },
  {
    rule: 'meeting',
    phrases: [
      'meet|see me|you|up|u alone|privately|secretly',
      'meet|meeting up? just|only us|the you|me? two?',
      'just|only the two of us',
      'come|pop|come round|over|to mine|my house|flat|place|home?',
      'come|comes round|over to? mine|my',
      'meet|see you|me|up outside|after|away of? from? work|hours',
      'pick you|u up alone|myself|in my? car',
      'ill|i can|will|could? give you|u a lift',
      'stay|sleep at|over at? mine|my house|place?',
      'meet|see me at|in the? park|shops|town|cinema|mcdonalds on? your|by? own|yourself',
    ],
    unless: booked,
  },
  {
    rule: 'gifts',
    phrases: [
      'ill|i buy|bought|get|got|send|sent you|u a|some|an? * present|gift|top|topup|credit|vbucks|robux|trainers|phone|money',
      'ill|i send|sent|give|gave|transfer|lend|lent you|u some|a|the? cash|money|quid|robux|vbucks',
      'i|ill top up|up your|ur phone',
      'heres|here is? a|some gift|present|cash|money|voucher for? you?',
    ],
    unless: ['expenses', 'fares', 'petty', 'trust', 'organisation', 'centre'],
  },
  {
    rule: 'gaming',
    phrases: [
      'play|playing|game|gaming with me|us|you|u on|online|tonight|later|after',
      'lets|wanna|want play|game to? * <game>|online|together',
      'play|on <game> with|together me|you|u|us?',
      'join my|our server|lobby|party|squad|clan|discord|guild',
      'whats your|ur gamertag|ign|psn',
    ],
    unless: ['club', 'session', 'centre'],
  },
  {
    rule: 'endearment',
    phrases: [
      'love|miss|missing|thinking you|u|about so|loads|you|u much?',
      'hi|hey|hello|night|morning|thanks|ok|okay <endearment>',
      'youre|ur|you|u are|look|so? so? gorgeous|beautiful|sexy|fit|hot|pretty|cute',
      'go|going out|on a? date with me',
    ],
  },
  {
    rule: 'sexual',
    phrases: [
      'send|show|want|got * nudes|nude|naked',
      'naked|nude|topless <picture>',
      'have|had|want sex with you|me|u',
      'sexting|sext me|with|you',
    ],
    unless: ['lesson', 'education', 'police', 'leaflet', 'workshop', 'training'],
  },
  {
    rule: 'pressure',
    phrases: [
      'if you|u loved|cared|trusted|really * would|youd|me',
      'youll|you|u owe me',
      'you|u will regret|be sorry',
      'ill|i|will post|share|leak|send show? your|ur|those|the <picture>',
      'or ill|i|else tell|post|share|send your|everyone',
      'after all|everything i|ive did|done for you|u',
      'prove it|you|that you|u? love|trust me',
    ],
  },
  {
    rule: 'insult',
    phrases: [
      'youre|ur|your|you|u are|r|such|a|an|so|just|really|fucking|bloody? are? a|an|so|just|really|fucking|bloody|complete|such? a? <insult>',
      'you|u <insult>',
      'shut up|the you|u|fuck <insult>?',
      'everyone|nobody|everybody|no hates|likes|one you|u|likes',
      'i hate you|u',
    ],
    unless: ['article', 'lesson'],
  },
  {
    rule: 'threat',
    phrases: [
      'i|ill|im|gonna will|am|going|m|gonna? to|gonna? <hurt> you|u|him|her|them|your|ur|myself',
      'ill <hurt> you|u|him|her|them|your|ur',
      'gonna|going|want to? <hurt> you|u|him|her|them',
      'youre|ur|you|u are|r? dead|gonna die',
      'you|u deserve to die',
      'smash|burn your|ur|the windows|car|house|place|down',
      'watch your|ur back',
      'we|i know where you|u live',
    ],
    unless: ['game', 'process', 'character', 'level'],
  },
  {
    rule: 'disclosure',
    phrases: [
      'i|ive|im want|wanna|going|been|feel|gonna to|like|gonna? kill|die|dying|killing|end|hurting|cutting|cut|hurt my|myself|it|self?',
      'i|ive cut|hurt|harm|harmed|overdosed|cutting on|myself|my|arms|again?',
      'want|wish i to was|were die|dead',
      'dont want to be here|alive|live anymore?',
      'kill|hurt|harm|cut|cutting|hurting myself',
      'end my life|it',
      'my <family>|brother|sister|uncle|stepdad|stepmum|boyfriend|girlfriend hits|hit|beats|beat|hurts|hurt|touches|touched me|us',
      'hes|shes|he|she|they hits|hit|hitting|beats|hurts|hurting|hurt|touched|touches|touching|raped me',
      'im|i scared|afraid|frightened of|to am? go? of? * home|<family>|him|her',
      'not safe at? here|home|tonight',
      'being abused|hurt|hit',
      'took|taken an? overdose|pills|tablets|too? many?',
      'cant go on|home',
    ],
    unless: ['lesson', 'leaflet', 'training', 'webinar', 'workshop'],
  },
]
