/** 512 short plain words, each by itself easy to read, to type and to remember: nine bits a word. */
export const wordList: readonly string[] = `
acorn actor album alder alley almond amber anchor angle ankle anvil apple apron arch arrow aspen atlas attic autumn
badge bagel baker balloon bamboo banjo barley barn barrel basin basket batch beach beacon beaver bedding beech beetle
bell belt bench berry bicycle birch biscuit blanket blazer blossom bonnet bottle boulder bracket branch bread breeze
brick bridge brook broom brush bucket buckle bundle bushel butter button cabbage cabin cable cactus camel camera canal
candle canoe canvas canyon caravan cargo carol carpet carrot castle cattle cedar cellar cement cereal chalk chapel
cheese cherry chess chimney chorus cider circle citrus clarinet clay cliff cloak clock clover coach coast cobble cocoa
coffee collar comet compass copper coral corner cottage cotton cousin cradle crane crayon cricket crocus crystal
cushion cymbal dairy daisy damson daffodil decade depot desert diamond dinner dolphin donkey doorway dragon drawer
drawing dresser drizzle drummer duckling dune dusk eagle easel echo eighty elbow elder elephant elm ember engine
envelope estate evening fabric falcon farmer feather fence fennel ferry fiddle field finch finger flagon flask flint
flower flute fossil fountain fox freckle fresco frost funnel furrow galaxy gallery garden garlic garment gate gazelle
ginger giraffe glacier glider globe glove goblet goose granite grape gravel guitar gutter hammer hamper harbour
harvest hazel heather hedge helmet heron hiker hill hinge holly honey hoof horizon hotel hurdle igloo inkwell island
ivory ivy jacket jaguar jasmine jelly jersey jetty jigsaw journal jug juniper kayak kennel kernel kettle kestrel
kingdom kitchen kite kitten koala ladder lagoon lantern larch lasso lattice laurel lavender leather ledger lemon
lentil letter lever lichen lilac linen lizard lobster locket lotus lumber lupin magnet magpie mallet mango maple
marble margin market marrow marsh meadow medal melon mentor meteor millet mirror mitten monarch mosaic moss motor
mountain muffin mural museum mustard nation nectar needle nephew nettle nickel noodle notebook nursery nutmeg oak
oasis oboe ocean octopus olive omelette onion opera orbit orchard orchid otter oven oxygen oyster paddle palace
pancake panda pansy panther paper parade parcel parsley parsnip pasta pastry patch pavement peach peacock pebble
pelican pencil penguin pepper petal piano picnic pigeon pillow pilot pinecone pistachio planet plaster plough plum
pocket poem polar pony poplar poppy porridge potato pottery prairie primrose prism puddle puffin pumpkin puppet
pyramid quarry quartz quill quilt rabbit radish raft rainbow raisin raven reed reindeer ribbon ridge river robin
rocket rosemary rowan rubber rudder runner saddle saffron sailor salad salmon sandal sapling sardine satchel saucer
scarf school scooter seagull season sedge sequin shadow shamrock shelf shepherd shingle shovel shutter signal silver
sketch skipper slate sleigh slipper snail snow sofa sonnet sparrow spinach spiral spring spruce squash stable stadium
staple station steeple stencil stirrup stone stork stream summer sundial supper swallow sycamore symbol tablet tailor
tangerine tapestry teapot temple tennis terrace thicket thimble thistle thunder ticket tiger timber tinsel toast
toffee tomato torch tortoise towel tractor trellis trifle trombone trout trumpet tulip tunnel turnip turtle tweed twig
umbrella valley vanilla velvet viaduct village vine violin volcano voyage waffle wagon walnut walrus water wheat
whistle willow window winter wizard wombat woodland yacht yoghurt zebra
`
  .trim()
  .split(/\s+/)
