import { expect, test } from 'vitest'
import { type Category, isStopped, screen } from './index.ts'

const categoriesIn = (text: string) =>
  screen(text, { speaker: 'worker', allowed: { numbers: [], domains: [] } }).map(({ category }) => category)

const found: Readonly<Partial<Record<Category, readonly string[]>>> = {
  C2: [
    'What’s your number?',
    'send me your insta',
    'are you on snapchat',
    'where do you live',
    'which school do you go to',
  ],
  C3: [
    'text me on my own phone',
    'message me privately',
    'let’s move to whatsapp',
    'm e s s a g e me privately',
  ],
  C4: [
    'don’t tell your mum',
    'D0N’T tell anyone',
    'our little secret',
    'keep this between us',
    'delete this message',
  ],
  C5: ['are you home alone', 'who else can see your phone', 'when are your parents out'],
  C6: ['you’re so mature for your age', 'only I understand you'],
  C7: [
    'your mum doesn’t understand you',
    'ignore your teacher',
    'they treat you like a child',
    'she’s just trying to control you',
  ],
  C8: ['send me a pic of you', 'can I see a photo of you', 'turn your webcam on'],
  C9: ['meet me alone', 'come round to mine', 'I’ll give you a lift', 'just the two of us'],
  C10: ['I’ll get you a new phone', 'I’ll send you some robux', 'got you a little something'],
  C11: ['play with me online', 'join my server', 'whats your gamertag', 'invite me to your minecraft server'],
  C12: ['miss you so much', 'night babe'],
  C13: ['age is just a number', 'have you ever kissed anyone', 'come and sit on my lap', 'talk dirty to me'],
  C14: ['you owe me', 'if you loved me you would'],
  C15: ['you are stupid', 'you’re so useless', 'shut up idiot'],
  C16: ['I will hurt you', 'watch your back', 'i know where you live'],
  C17: [
    'i want to die',
    'my dad hits me',
    'I’m scared to go home',
    'i don’t want to be here',
    'she took an overdose',
  ],
}

for (const [category, texts] of Object.entries(found))
  test.each(texts)(`“%s” is seen as ${category}, and stops nothing by itself`, text => {
    expect(categoriesIn(text)).toContain(category)
    const others = screen(text, { speaker: 'worker', allowed: { numbers: [], domains: [] } })
    expect(others.filter(one => one.category !== 'C1' && isStopped(one, 'worker'))).toEqual([])
  })

test.each([
  'It’s a surprise for her birthday, so don’t tell Dad',
  'There is a homework group for the class on another app: message me privately if you cannot join',
  'You did really well in the maths test, well done',
  'What you tell me I may have to pass on, to keep you safe',
  'Thursday’s lesson is about grooming and how to keep safe online',
  'The leaflet says what to do if someone says i want to die',
  'Your visit is booked: I will pick you up in the centre’s car with Nadia',
  'Please send a photo of the signed form',
  'You have to kill the process and start the computer again',
  'The nurse will talk about periods, breasts and growing up',
  'The report is about abuse, suicide and self-harm',
  'What is the number of the bus?',
  'Ask your mum to sign the form',
  'Who is at home to let the plumber in?',
  'Did you play in the match on Saturday?',
  'I took the bus home and had my tablets for hay fever at noon',
  'How far did you go on your bike ride with your dad?',
  'Is it too hard for you? We can go over it again on Tuesday',
  'Sit in the front row, and get changed before the show',
  'He will be in bed by nine, thanks for the reminder',
  'What platform is your train on?',
  'Bring a spare shirt, we always end up wet',
  'What is your level in swimming now?',
  'Party invites are in your bag',
  'Does anyone look after you at home when your mum is out?',
  'I care about you, and so does everybody at the club',
  'You can have a shower at the centre after football',
  'Your physio will give you a massage after the match',
  'Get online to book your place with the library',
  'We talk about sex and relationships in RSE lessons',
  'There are no strings on the guitar, so bring spare ones',
  'Don’t worry about the cost of the trip, there is a fund',
  'All the cubs slept together in one big tent',
  'Sorry for the spelling, the baby is sitting on my lap',
  'What type of underwear do we need to pack for camp?',
  'Plot your curves on the graph paper',
  'The rain is making me wet',
  'We need you so badly for the match',
  'Happy 80th to your nan, age is only a number',
  'It is free and fun, no strings attached',
  'Show me your body language when you read it aloud',
  'He gets upset getting undressed in front of the others, can he have a cubicle?',
  'The LED strip in front of the stage is broken',
  'Lift your top hand on the stick',
  'The physio can give you a massage',
  'The dance costumes are too sexy for ten year olds',
  'Please don’t screenshot the register',
  'Parents can view once they have signed in',
  'Your art portfolio photos are due on Friday',
  'Have a quick shoot at goal before we start',
  'Everybody say cheese and hold still for the photographer',
  'Stand with your hands behind your back',
  'Let me know who needs them by Friday',
  'Bring wellies, you don’t need them when it is dry',
  'I’m just using you as an example',
  'Your boots are too small, you’re better off without them',
  'That’s on me, sorry',
  'Which platform do you use for homework?',
])('nothing is seen in “%s”', text => {
  expect(categoriesIn(text)).toEqual([])
})
