/** The words that English has most of, commonest first, with those of messages: a phrase is looked for at others. */
export const commonWords =
  'i the you to a and it in of my me is for that on do have we at what with can so be are not your just how im like no but if u this was get go there will up know all get dont want now when out need its ok good one they he she or from day time as about see going come would she please call here am has did did think send ill tell who where had his her them an been by some love more our then back why ur were much too us make work off want him only said no help new any home got way number name today could much tomorrow night way really over which because cant should than yes thats thanks still last put take after week hi hey sorry very let money card account phone long use give first two even oh right again say next find before where bank people next their change set most many into also other never day days days year old little ask keep off sure whats text'.split(
    ' ',
  )

/** Words that say a message is about calling, so that digits which might be anything are a number to call. */
export const phoneCues =
  'call calls calling called answering messages texted texting ringing ring phone fone text txt mobile mob cell number numbers num no tel telephone whatsapp whatsap watsapp contact reach dial fax facetime msg message sms digits landline'.split(
    ' ',
  )

/** Words that say a long number is something else, when they come just before it. */
export const otherNumbers =
  'ref reference order booking account acc card isbn invoice nhs case code id policy ticket receipt serial model barcode sort iban ssn licence passport route urn upn ni'.split(
    ' ',
  )

/** Words that are no account's name: "my snap is broken". */
export const notNames =
  'unlocked changed expired easy wrong stuck needed required going unable compromised secure safe strong asking shown written saved their your his her us is was will would can could should have has had not broken down off bad weak gone hacked banned private better a an the so really very too too also still just always never working dead full old new open closed here there on in for and but because when if playing being getting doing that this what how much more good great fine ok okay slow best favourite on to with getting acting deleted locked blocked public'.split(
    ' ',
  )

/** Words before a site's address that make "at" a pointer and no part of an e-mail address. */
export const pointers =
  'look looking see find us me is are available more info information online it them page website site here form booking go apply read sign register visit up details stuff video videos out book order shop check learn resources listed published lesson lessons games'.split(
    ' ',
  )

/** Providers of mail to anybody, which are nobody's own. */
export const mailProviders =
  'gmail googlemail hotmail outlook yahoo ymail icloud me mac protonmail proton aol live msn btinternet sky virginmedia ntlworld gmx zoho tutanota mail'.split(
    ' ',
  )

/** Mailboxes that need no "dot com" to be known for one. */
export const spokenProviders =
  'gmail googlemail hotmail outlook yahoo icloud protonmail aol btinternet'.split(' ')

/** Hosts whose pages are people's profiles. */
export const profileHosts =
  'instagram.com facebook.com fb.com fb.me m.me messenger.com snapchat.com tiktok.com twitter.com x.com t.me telegram.me wa.me whatsapp.com discord.gg discord.com linkedin.com youtube.com twitch.tv reddit.com pinterest.com pinterest.co.uk tumblr.com threads.net bsky.app bere.al kik.me roblox.com steamcommunity.com onlyfans.com vsco.co soundcloud.com spotify.com skype.com viber.com'.split(
    ' ',
  )

/** Hosts of personal pages, lists of links and picture stores. */
export const personalHosts =
  'linktr.ee about.me carrd.co beacons.ai wordpress.com blogspot.com blogspot.co.uk wixsite.com weebly.com github.io medium.com substack.com livejournal.com tumblr.com sites.google.com flickr.com imgur.com photobucket.com photos.google.com photos.app.goo.gl icloud.com dropbox.com drive.google.com smugmug.com snapfish.co.uk'.split(
    ' ',
  )

/** Ends of hosts that people write without http or www. */
export const linkEnds =
  'com net org uk io app gg tv eu ie edu gov info biz example xyz site online co ai dev page blog shop store club live link fm ly be de fr es it nl at ch dk se no fi pl pt cz ee lv lt hu ro gr cy mt lu au nz ca us jp br in za mx ru cn'.split(
    ' ',
  )

/** Ends of hosts that are words too, or come after a missing space. */
export const wordyEnds = 'at be it no in us me so to my am as is do cc fm ly de es la'.split(' ')

/** What a street is called, after its name. */
export const streetWords = 'road street lane avenue crescent terrace grove gardens rd ave close drive'.split(
  ' ',
)

/** Words that say something is not so, or should not be. */
export const negations =
  'dont dnt not never cant cannot wont isnt arent no didnt shouldnt mustnt without nobody'.split(' ')

/** Words after which another's words come. */
export const reporting =
  'said says saying told called calls calling shouted shouting wrote written writes texted messaged posted reported reporting disclosed alleged quoted quote quotes claims claimed heard overheard asked chanted screamed yelled commented replied reads word words term'.split(
    ' ',
  )

/** Words of what might happen to anybody, as lessons and policies have it. */
export const hypothetical =
  'somebody someone whoever example examples grooming groomers groomer scenario pupils bullies'.split(' ')

/** Words with a capital between two numbers that make no street of them. */
export const notStreets =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm year years room class group bus page pages section week day days hour hours minutes ages aged grade maths english science pounds to and or at of the in on for from by with is are was not but'.split(
    ' ',
  )

/** What a home in a house is called, before its number. */
export const roomWords = 'apt apartment suite flat'.split(' ')

/** What comes before a code of a district. */
export const zipWords = 'zip zipcode postcode postal eircode'.split(' ')

/** Streets whose kind comes before their name. */
export const ways =
  'via rue calle rua avenida piazza piazzetta ul ulica chemin allee avenue place paseo plaza strada'.split(
    ' ',
  )

/** Where the post of forces goes. */
export const posts = 'psc apo fpo dpo usns uss usnv po'.split(' ')
