import { hasTwoMeanings, twoMeanings } from './rules-two-meanings.ts'

/**
 * Words that are ugly by nature, which stand here and nowhere else, as few as serve. What people write is made plain
 * first, so each needs only its plain form, and the usual endings are put to it.
 */
const list = (text: string): readonly string[] => text.split(' ')
const endings = ['', 's', 'es', 'ed', 'er', 'ers', 'ing', 'in', 'y', 'z', 'ies', 'a']
const withEndings = (all: readonly string[]) => all.flatMap(word => endings.map(end => word + end))

/** Slurs against groups of people. */
const slurs: readonly string[] = [
  ...withEndings(
    list(
      'nigger nigga nigg niga niggar negro negroid coon paki packi pakki wog wogs darkie darky jigaboo sambo golliwog chink gook chingchong slanteye zipperhead wop dago spic spick wetback beaner gringo kike hymie heeb shylock raghead towelhead sandnigger muzzie muzzy mussie gyppo gypo pikey pikie honky redneck whitey injun redskin halfbreed mulatto coolie kaffir polack kraut limey taig fenian tarbaby porchmonkey cottonpicker fag faggot fagot faggit poof poofter ponce batty battyboy bumboy shirtlifter homo dyke lezzer lesbo lezbo lezza bulldyke tranny trannie shemale ladyboy heshe retard retarded spaz spastic spacker spakka mong mongol mongoloid cripple flid midget schizo nutjob cretin whore hoe hooker slut slag slapper skank sket thot prossie bint cumdumpster fudgepacker carpetmuncher rugmuncher pillowbiter buttpirate cockjockey femboy troon libtard feminazi pickaninny uncletom wigger wigga paedo pedo nonce kiddyfiddler',
    ),
  ),
  ...list(
    'nig nigs gyp gyps hos hoes jap japs tards yid yids yiddo crips queers nips benders squaw queer kyke jiggaboo jigro nigra spik kkk klan nignog nignogs niglet niglets gaylord gaylords gaytard hoebag jewboy jiggs dothead wetbacks sissy sissies twink twinks gayest ragtard ladyboyz slanty tart tarts kneegrow jigga jiggas groid',
  ),
]

/** Swearing at nobody in particular, and at anybody. */
const swearing: readonly string[] = [
  ...withEndings(
    list(
      'fuck fuk fuc fck fcuk fook feck shit shyt shite sht bollock bollox bastard bastad arse arsehole asshole ashole asswipe asshat jackass dumbass dumass fatass badass smartass wiseass lardass hardass bitch biatch biotch beotch btch betch beyotch sonofabitch twat wanker wank cunt kunt cnt dickhead knobhead nobhead knobend bellend tosser piss pissoff buggery sodding dammit goddam goddamn goddammit damnit wazzock douche douchebag dipshit bullshit horseshit stfu gtfo wtf lmfao fml ffs mofo mfer milf motherfucker mutha muthafucka mothafucka mothafuck mutherfucker mthrfckr cocksucker cawk kock knobjockey pussy pussies punani titty tities titties turd shart scrotum nutsack ballsack jerkoff jackoff wankstain spunk spunkbubble arsewipe numbnuts clusterfuck skullfuck mindfuck effing crackwhore butthole butthead buttface lardarse libtard',
    ),
  ),
  ...list(
    'ass asses arses mf mfs frigging frickin fricking effing tits titties cock cocks dick dicks dickhed prick pricks dickish knobs knobhed damned damn damnit crap crappy pissed pissing scumbag scumbags bugger buggers pricked fatso minge sodoff tosspot mfing mfers ballbag fock focker fockers focked fux beeotch biches bishes bitchez bullshi diks dlck dlcks fucx kneegrows gaywad niggir nigah niguh goddamn knobhead choad cajones caca fugly dipstick shat shet turdhead azz wnker fked fking fker fk mfk doosh dolt weenie skanky scummy bumhole puta sob shyster jackarse jagoff fack fick feckin arsed butthole muff',
  ),
]

/** Words for sex and for parts of the body that nobody uses kindly. */
const crude: readonly string[] = [
  ...withEndings(
    list(
      'blowjob blojob handjob rimjob footjob boobjob titjob deepthroat cumshot cumming jizz jism spooge bukkake gangbang orgy threesome gloryhole creampie dildo buttplug strapon fleshlight analsex fisting fingering fingerbang fingerfuck queef boner stiffy masturbating wankoff jackingoff clit vag vajayjay cooch coochie coochi cooter cootch twat minge beefcurtain schlong todger manmeat meatstick ballsack nutsack boob titty tits bazonga bewbs bootycall butthole bunghole poontang poon punani pussy horny slutty kinky bdsm dominatrix porn porno pornhub hentai milf gilf dilf beastiality zoophilia necrophilia pedophilia paedophilia sodomize sodomise felch felching felatio fellatio cunnilingus cunilingus analingus anilingus teabagging goldenshower doggystyle doggiestyle dogstyle sixtynine humping shag shagging boning upskirt camgirl hooker stripclub nympho nymphomaniac muffdiver muffdiving carpetmunch dicksuck cocksuck dickride ballsuck asslick arselick asseating rimlick fudgepack queerbait cockring cockblock wetdream morningwood pubes smegma',
    ),
  ),
  ...list(
    'cum cums cumming cummer anal anally spunk booty booties hardon orgasm orgasms rimming nymphos stripper strippers brothel fetish bestiality vibrator pornographic hooters knobs willies masturbating masturbates wanked wanks boned sodomy ejaculating ejaculated pecker jailbait muffdiver shemale molester molesters groper gropers funbags tadger tallywacker trousersnake vulva shlong dix fellator throater boobies chesticles breasticles peener cameltoe meatsword pornstar',
  ),
]

/** What makes any word that has it in it one of those, in the spellings that people give it. */
export const stems: ReadonlyMap<string, string> = new Map(
  Object.entries({
    fuck: 'fuck fukk fuk fvck fcuk fxck phuc phuk phuq fuq fck fucc fugg fook cunt kunt motherf mothaf muthaf mutherf mudderf muddaf mtherf mothfc mofuk mofuc mofck',
    shit: 'shit shyt shtf shiat dipsh',
    bitch: 'bitch btch biatch biotch beotch beyotch bizzach',
    nigger: 'nigger nigga niggah nigguh niggr niggaz nikker nikka negga',
    faggot: 'faggot fagg phagg phagot phags faget',
    wanker: 'wank',
    dickhead: 'dickh dickf dicksu dicksl dicksm dickli dickle dickmu dickwa dickj dickva dikhe dicksk diksuk',
    asshole:
      'asshol asswhol arsehol asswi arsewi assfa dumbas dumas jackas jackof jerkof asslic assmu assfo azzh punkas darkas queeras',
    cocksucker:
      'cocksu cocksm cockfa cockhe cockmu cockmo cockgo cocklic cockboy cockea coksu cokmu cawk cocsu',
    whore: 'whore whoar',
    twat: 'twat',
    pussy: 'pussy pussi pusslic puzzy puzzie puussy',
    blowjob: 'blowjob masterbat cumsh penisf penish clitl fothermu futhamu',
    bastard: 'bastard basterd basturd bastid',
    retard: 'retard',
    bollock: 'bollock bollox bolluck',
    goddamn: 'goddam godam',
    knobhead: 'knobhe knobj nobj knobgo knobe knobfa nobhe nobbyh',
    jiggaboo: 'jiggab jiggerb jiggyb',
    porn: 'porn',
    dildo: 'dildo',
    slut: 'slut',
    muffdiver: 'muffdiv mufdiv muffindiv',
    jizz: 'jizzb jizzs cumball cumdum jism',
    turd: 'turdh turdcu',
    paedo: 'pedob pedop paedop',
  }).flatMap(([word, all]) => all.split(' ').map(stem => [stem, word] as const)),
)

/** Words that have such a stem in them and mean nothing by it. */
export const harmless: readonly string[] = list(
  'scunthorpe shiitake shitake shihtzu shitzu retardant retardants wristwatch snigger sniggers sniggered sniggering swank swanky swankier wankel phuket popcorn popcorns fagged paedophile paedophiles paedophilia pedophile pedophiles dumas pussycat pussyfoot nikkah spunky fagin fagg cockermouth peacock peacocks hancock',
)

type Rude = 'slur' | 'swear' | 'crude'
const all: Readonly<Record<Rude, readonly string[]>> = { slur: slurs, swear: swearing, crude }
const only = (kind: Rude) => all[kind].filter(word => !hasTwoMeanings.has(word) && !harmless.includes(word))

/** The classes of these words, as phrases name them: those that are ugly wherever they stand. */
export const rude: Readonly<Record<Rude, readonly string[]>> = {
  slur: only('slur'),
  swear: only('swear'),
  crude: only('crude'),
}

/** The words of a class that are ordinary ones too, with what stands nearby when they are. */
export const rudeUnless = (kind: Rude): readonly { words: readonly string[]; beside: readonly string[] }[] =>
  twoMeanings.flatMap(({ words, beside }) => {
    const here = words.filter(word => all[kind].includes(word))
    return here.length > 0 ? [{ words: here, beside }] : []
  })

/** Words that people write with stars in them. */
export const starred: readonly string[] = [
  ...slurs,
  ...swearing,
  ...crude,
  'kill',
  'die',
  'sex',
  'dead',
  'moron',
  'idiot',
]
