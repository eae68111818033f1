/**
 * Characters that are read as another one, by what they are read as: what people use to get round a rule, with what
 * Unicode's confusables have besides.
 */
const rows: Readonly<Record<string, string>> = {
  a: 'аαɑᴀɐΑАªåᎪꓮᗅꭺ⍺𐊠𖽀',
  b: 'вʙьЬᏴβƀᏼꓐᗷ𐊂ᖯᑲᛒꞴ𐊡𐌁ƄᏏ',
  c: 'сϲᴄⅽϹС¢çᏟᑕⲤⲥꓚ⊂𐊢ꮯ⸦𐌂𐐕𐔜𑣲🝌𐐽',
  d: 'ԁɗᴅժđꓒᎠᗞꓓᗪᏧᑯꭰ',
  e: 'еєεɛᴇҽ℮ёᎬꓰⴹ⋿𐊆ꬲꭼ𑢦𑢮',
  f: 'ғϝꜰƒᖴꓝքꞙ𐊇𐊥𐔥𑢢𑣂𝈓ſẝꬵ',
  g: 'ɡցɢġǥԍᏀᏳꓖᶃᏻꮐƍ',
  h: 'һհʜнћħΗНᎻᕼꓧⲎⲏᏂ𐋏ꮋ',
  i: 'іιɪıⅰӏ¡ǀƖɩ˛ͺߊᎥ⍳Ⲓꙇꭵ￨𐊊𐌉𐌠𑣃𖼨𞣇',
  j: 'јʝᴊϳᎫᒍꓙꭻ',
  k: 'кκᴋҝĸᏦⲔⲕꓗᛕ𐔘',
  l: 'ⅼʟłℓᏞᒪꓡⳑꮮ𐐛𐑃𐔦𑢣𑢲𖼖𝈪',
  m: 'мᴍⅿϻΜМᎷᗰꓟⲘⲙ𐊰ᛖ𐌑',
  n: 'пηɴոŋΝꓠⲛ𐔓ռ',
  o: 'оοσօᴏөøɵ⚪Ⲟⲟⵔꓳסهەଠంංဝዐᴑ〇𐊒𐐬𐓪ം೦ھہഠჿꬽﮦﮧﮨﮩﮪﮫﮬﮭ𐊫𐔖𑢵𑣈𑣗',
  p: 'рρᴘϸþᏢᑭꓑⲣ⍴ᴩꮲ𐊕',
  q: 'ԛզգⵕ',
  r: 'гʀᴦɾᎡᏒᖇꓣⲅꭇᚱꭱꮢ𐒴𖼵𝈖ꭈꮁ',
  s: 'ѕꜱʂƽՏᏚꓢ𐊖ꮪᏕ𐐠𖼺𐑈𑣁',
  t: 'тτᴛŧᎢꓔⲧ⊤𐊗⟙ꭲ𐊱𐌕𑢼𖼊🝨',
  u: 'υսᴜʊʋᑌꓴ∪⋃ꭎ𐓶ሀ𑢸𖽂ꞟꭒ𑣘',
  v: 'ѵνᴠ∨ⅴᏙᐯꓦט⋁ⴸꛟ𐔝𑢠𖼈𝈍ꮩ𑜆𑣀',
  w: 'ѡωᴡշɯԜԝᎳᏔꓪա𑣯ꮃ𑜊𑜎𑜏',
  x: 'хχ×ⅹ✕Ⲭⲭⵝꓫ᙭᙮𐊐⨯╳ᚷꞳ𐊴𐌗𐌢𐔧𑣬ᕁᕽ⤫⤬',
  y: 'уγʏүყΥϒᎩᎽꓬⲨⲩɣ𐊲𑢤𖽃ᶌỿꭚ𑣜',
  z: 'ᴢʐƶΖᏃꓜ𐋵𑢩ꮓ𑣄',
  '0': '⭕⓿',
  '1': '❶➀➊וןاᛁⵏꓲ∣⏽׀',
  '2': '❷➁➋ƧᒿꙄϨꛯꝚ',
  '3': 'зʒӡ❸➂➌ȜⳌꝪꞫ𑣊𖼻𝈆',
  '4': 'ч❹➃➍Ꮞ𑢯',
  '5': '❺➄➎𑢻',
  '6': 'б❻➅➏ᏮⳒ𑣕',
  '7': '❼➆➐𐓒𑣆𝈒',
  '8': '❽➇➑Ȣȣ𐌚𞣋',
  '9': '❾➈➒ⳊꝮ𑢬𑣌𑣖',
  '10': '🔟',
  "'": '‘’‚‛ʼ`´ʹ',
  '"': '“”„‟«»″',
  '@': '＠﹫',
  '.': '。․•',
  '+': '➕',
  '-': '−➖‐‑‒–—―⁃',
  '/': '⁄∕',
  ' ': '\u2800\u3164\uffa0\u115f\u1160',
}

let known: ReadonlyMap<string, string> | undefined

/** What a look-alike stands for. Most texts have none in them, so they are put in order when the first is met. */
export function lookalikeOf(one: string): string | undefined {
  known ??= new Map(
    Object.entries(rows).flatMap(([plain, alike]) => [...alike].map(each => [each, plain] as const)),
  )
  return known.get(one)
}
