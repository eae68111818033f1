/**
 * Ugly words that are ordinary ones too, and what stands nearby when they are: a hooker plays rugby, a tart has jam in it, a
 * dyke keeps the water out. Each is looked for by itself, so that a garden makes a hoe of one word and excuses no other.
 */
const words = (text: string): readonly string[] => text.split(' ')

const lessons =
  'rse pshe rshe lesson lessons curriculum education health nurse doctor gp clinic biology leaflet filter filters filtering blocked blocks websites disclosure disclosed safeguarding police court charged convicted history'
const books =
  'book books novel play plays poem essay chapter scene act shakespeare gcse english history lesson character theme read reading study'

export const twoMeanings: readonly {
  readonly words: readonly string[]
  readonly beside: readonly string[]
}[] = (
  [
    ['hoe hoes', 'allotment spade garden rake gardening dutch weeds weeding soil trowel fork tools shed'],
    [
      'tart tarts',
      'jam treacle custard egg lemon bakewell cherry apple pop bake baking cake cakes recipe pastry',
    ],
    [
      'hooker hookers',
      'rugby prop props scrum lineout flanker forwards squad match team plays played kit coach',
    ],
    ['knob knobs', 'door doors drawer drawers cupboard cooker oven radio volume butter handle handles'],
    [
      'tit tits titties',
      'blue coal birds bird nest nests nesting box boxes feeder feeders robins rspb willow',
    ],
    ['cock cocks', 'crowed crow crows crowing hen hens bull peter stop pheasant weather'],
    [
      'dick dicks',
      'moby whittington turpin tracy van dyke spotted dastardly tom harry panto pantomime audition auditions',
    ],
    [
      'prick pricks pricked pricking',
      'pin finger fingers needle seedlings seedling ears thorn hedgehog glucose blood',
    ],
    [
      'dyke dykes',
      'road lane street offas devils van pride march flood flooded water river burst bank fen fens drain dam',
    ],
    [
      'queer queers',
      'group youth pride lgbt lgbtq lgbtqia community studies space identity trans lesbian bi month festival theory club',
    ],
    ['homo', 'sapiens erectus'],
    ['fag fags', 'break breaks smoking smoke smoked cigarette cigarettes packet'],
    ['faggot faggots', 'peas gravy butcher mushy sticks bundle wood museum'],
    ['spick spic', 'span'],
    ['chink chinks', 'armour curtain curtains window gap wall fence light'],
    ['batty', 'drives driving drive drove'],
    ['midget midgets', 'submarine submarines gems golf mg'],
    ['slag', 'heap heaps coal steel furnace iron tip'],
    ['cripple cripples', `healed bible acts jesus gospel miracle ${books}`],
    ['retard retarded retards retarding', 'flame fire growth flow dam reaction spread'],
    ['shylock', `merchant venice antonio portia ${books}`],
    ['negro', `luther king civil rights spirituals leagues baldwin ${books}`],
    ['coon coons', 'maine cat cats kitten kittens cheese'],
    ['honky', 'tonk'],
    ['nips', 'out back in home into'],
    ['troon', 'royal golf ayrshire scotland links open'],
    ['fenian fenians', `brotherhood rising ireland irish parnell gladstone ${books}`],
    ['titty', 'roger susan swallows amazons ransome'],
    ['pussy pussies', 'cat cats willow foot owl nursery rhyme rhymes'],
    ['ass asses', 'donkey donkeys nativity jesus bethlehem palm bible'],
    ['bastard', `william conqueror edmund lear normans 1066 ${books}`],
    ['bitch', 'puppies puppy kennel kennels crufts breed spaniel labrador litter'],
    ['cum', 'laude hall store lounge study office'],
    [
      'fingering',
      'guitar piano violin flute recorder bars scale scales chord chords notes clarinet cello sheet left right strings ukulele',
    ],
    ['stripper strippers', 'paint wallpaper wire varnish cable'],
    ['shag shags', 'pile rug rugs carpet cormorant cormorants birds farne'],
    ['booty', 'pirate pirates treasure hunt chest ship loot'],
    ['humping', 'camel camels boxes loads furniture bags gear'],
    ['willies', 'gives gave give spooky creepy heebie'],
    ['horny', 'toad toads toed lizard lizards reptile reptiles beetle'],
    ['hooters', 'owl owls horn horns car clown'],
    ['boning', 'corset corsets fish knife meat costume costumes'],
    ['pecker', 'woodpecker keep'],
    [
      'anal anally orgasm orgasms vulva porn porno pornographic masturbating masturbates ejaculating ejaculated brothel fetish molester molesters',
      lessons,
    ],
  ] as const
).map(([all, beside]) => ({ words: words(all), beside: words(beside) }))

export const hasTwoMeanings: ReadonlySet<string> = new Set(twoMeanings.flatMap(one => one.words))
