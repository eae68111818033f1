const words = (list: string): readonly string[] => list.split(' ')

/** Where people have accounts of their own, by the names they use for them. */
const platforms = words(
  'insta instagram ig gram snap snapchat snapchap snp sc facebook fb facey whatsapp whatsap watsapp wassap wapp tiktok tictok twitter discord disc telegram tele kik twitch youtube roblox xbox psn playstation linkedin viber wechat bereal pinterest reddit tumblr skype threads bluesky mastodon vsco yubo hoop wizz omegle ometv fortnite minecraft onlyfans vinted spotify facetime imessage',
)

/** Names of platforms that are common words as well: only in the plainest forms. */
const ambiguous = words('signal steam messenger line x switch teams zoom hinge tinder wire session marco')

const family = words(
  'mum mom mam mams mums mummy dad dads daddy parents parent mother father nan nans nana gran granny grandad foster carer carers family folks stepdad stepmum brother sister auntie aunt uncle husband wife partner mrs mr',
)

const somebody = words(
  'anyone anybody any1 noone nobody no1 anyone1 others people them him her teacher teachers staff manager boss office school worker workers social police office sw senco head agency coach',
)

/** Classes of words that phrases speak of as `<class>`. */
export const classes: Readonly<Record<string, readonly string[]>> = {
  platform: platforms,
  anyplatform: [...platforms, ...ambiguous],
  family,
  anybody: [...family, ...somebody],
  you: words('you u ya yous yer yourself'),
  your: words('your ur yr youre yer ure'),
  youre: words('youre ur your you u ya yer ure yous'),
  am: words('im i am'),
  be: words('are r is am was be been being were isnt arent seem look sound'),
  are: words('are r'),
  is: words('is s was'),
  me: words('me us'),
  my: words('my mine our'),
  dont: words(
    'dont dnt not never cant cannot mustnt shouldnt wont doesnt didnt couldnt wouldnt needs needn neednt no',
  ),
  no: words('dont dnt not never cant cannot wont'),
  want: words('want wanna wants wanted need needs like love fancy'),
  will: words(
    'will ill il im gonna going gunna gona imma ima going id would shall gotta about might could can wanna want',
  ),
  would: words('would wud could cud can shall should will may might'),
  to: words('to too 2'),
  very: words(
    'a an the so such really just proper absolute absolutely bloody fucking fuckin effing frigging total totally complete completely right very too well pure little lil big fat utter thoroughly stupid old silly dirty filthy nasty ugly lazy lying rude useless pathetic horrible disgusting like literally actually dead fkn f',
  ),
  tell: words(
    'tell telling told say saying mention mentioning show showing let inform grass report speak breathe',
  ),
  know: words('know knows find finds see sees hear hears found'),
  this: words('this that it these those'),
  picture: words(
    'pic pics picture pictures photo photos selfie selfies photograph photographs video videos vid vids snap snaps image images nude nudes',
  ),
  message: words(
    'message msg text txt dm pm inbox ring call phone facetime messaging texting skype videocall ping snap whatsapp email contact bell',
  ),
  details: words(
    'number mobile digits snap snapchat insta instagram ig whatsapp facebook fb tiktok discord handle gamertag num username email addy psn',
  ),
  endearment: words(
    'babe babes baby bby sweetheart sweetie darling gorgeous beautiful sexy cutie princess honey cariad angel handsome hottie',
  ),
  pretty: words('gorgeous beautiful sexy fit hot pretty cute stunning lovely handsome peng buff'),
  insult: words(
    'stupid thick dumb idiot idiots moron morons moronic loser losers pathetic worthless useless ugly fat disgusting freak freaks scum trash rubbish dummy imbecile cretin numpty muppet pillock plonker prat weirdo creep psycho nutter mental lunatic crazy liar liars snitch grass toad cow pig rat snake brat clown joke disgrace disgraceful embarrassment failure incompetent vile horrible evil nasty lazy waste wasteman wetwipe wimp coward fool foolish donkey mong bellend nobhead knobhead knob dickhead tosser wanker arse twat bitch slag slut tart hag witch crackhead junkie druggie scrounger scroungers chav pikey hypocrite bully parasite vermin dog beast monster nobody sket skank nonce paedo pedo pervert perv drunk alcoholic thief crook minger gimp simpleton halfwit ignorant braindead qqclown qqpig qqpoo qqrat qqsnake qqmonkey qqcow qqdonkey qqbin qqdog qqinsect qqwhale',
  ),
  noun: words(
    'idiot idiots moron morons loser losers freak scum dummy imbecile cretin numpty pillock plonker prat weirdo creep psycho nutter lunatic liar snitch wasteman wetwipe wimp coward wanker tosser bellend nobhead knobhead dickhead twat slag slut hag crackhead junkie scrounger chav mong nonce paedo pedo pervert cow brat clown',
  ),
  bad: words(
    'stupid thick dumb lazy lying useless ugly fat silly miserable horrible nasty evil vile pathetic bloody rude ignorant jumped spoilt filthy dirty selfish nosy worthless sad',
  ),
  hurt: words(
    'kill killing stab stabbing batter battering hurt punch smash beat strangle shoot shooting burn murder slap hit slit knife shank poke jump merk smack deck knock drown cut choke kick lamp chin glass bang beating torch drag destroy finish end execute lynch hang gas bomb attack hunt exterminate eliminate cripple stamp crush behead stone qqgun qqknife qqbomb qqfist qqrope',
  ),
  body: words('head face legs neck throat arms block skull jaw nose teeth kneecaps lights fingers eyes'),
  property: words('car house windows window tyres door office place school building home van bike'),
  weapon: words('knife blade gun machete bat acid shank zombie bomb petrol hammer axe qqknife qqgun qqbomb'),
  game: words(
    'fortnite roblox minecraft fifa xbox playstation ps4 ps5 switch steam cod valorant warzone fc25 fc26 gta psn nintendo overwatch apex rocket brawl clash pokemon realm server lobby squad clan party',
  ),
  money: words(
    'cash money quid fiver tenner pounds robux vbucks bucks credit voucher credits skins gems coins bank',
  ),
  thing: words(
    'present presents gift gifts topup credit phone iphone trainers jordans airpods vape vapes fags ciggies cider vodka beer drink alcohol weed necklace bracelet perfume hoodie tickets ticket voucher card headset skin skins robux vbucks bucks game controller watch clothes makeup chocolates qqgift qqmoney',
  ),
  mine: words('mine my myn'),
  self: words('myself meself mysen self himself herself themselves yourself yaself'),
  he: words(
    'he she they hes shes theyre dad mum mam stepdad stepmum brother sister uncle boyfriend girlfriend partner husband ex man bf gf nan grandad cousin lad boy coach teacher someone somebody guy friend mate',
  ),
  harm: words(
    'hit hits hitting beat beats beating hurt hurts hurting kick kicks kicking punch punches punched punching slap slaps slapped slapping choke choked choking strangled strangles burns burned burnt throws threw kicked rape raped raping touch touches touched touching abuse abused abuses abusing grabbed grabs bites bit battered batters battering groped groping grope molested attacked attacks threatened threatens locks locked starves starved assaulted',
  ),
  havent: words('havent havnt hvnt avent hasnt hasnae havenae not hadnt aint never barely hardly'),
  weekday: words(
    'monday tuesday wednesday thursday friday saturday sunday mon tues tue weds wed thurs thur fri sat sun',
  ),
  scared: words('scared frightened afraid terrified petrified skurd frit'),
  pill: words('pills tablets paracetamol ibuprofen meds overdose od bleach antidepressants'),
  slurgroup: words(
    'muslims muslim islam islamic women woman females female girls gays gay lesbians lesbian homosexuals homosexual bisexuals queers lgbt lgbtq trans transgender transsexuals blacks black africans african asians asian jews jew jewish immigrants immigrant migrants migrant refugees refugee foreigners foreigner foreign disabled autistic autistics travellers gypsies romani roma polish poles romanians pakistanis indians arabs mexicans chinese irish welsh hijabis christians catholics hindus sikhs qqpride qqtrans qqwheelchair qqturban qqstar qqwoman',
  ),
}
