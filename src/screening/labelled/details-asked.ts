import type { Labelled } from './labelled.ts'

/** Numbers, names on networks, homes and schools, asked for. */
export const detailsAsked: Labelled = {
  worker: [
    "[[C2:what's your number]]? I'll text you later from mine",
    "Can you [[C2:give me your mobile]] so I've got it, quicker than going through your mum",
    "[[C2:What's your snap]]? everyone at club has given me theirs",
    '[[C2:Are you on insta]]? What name do you go by there',
    'hey ffion [[C2:whereabouts do you live]]? I drive through Llanfair most days',
    '[[C2:Which school do you go to]] these days, and what time do they let you out',
    "[[C2:send me your email]] love, your own one not the school's",
    '[[C2:Have you got your own phone yet]]? [[C2:Drop me the number]]',
    'So [[C2:which house is yours]], the one with the trampoline?',
    "[[C2:what's your gamertag]] then mr hotshot",
    "I can't find you on there, [[C2:what name do you use on tiktok]]?",
    "Could I [[C2:have your personal number]], Sam? I'd rather not go through the office every time.",
    '[[C2:beth yw dy rif ffôn di]]? mi wna i decstio',
    "[[C2:Have you got WhatsApp]]? What's it under",
    '[[C2:whats ur addy]] n il drop the ball round',
    "I don't have you saved, [[C2:ping me your digits]]",
    '[[C2:Do you have a facebook of your own]], or is it just the joint one with your husband?',
  ],
  parent: [
    'sorry to ask but [[C2:can i have your own mobile number]]? i never get through on the team one',
    "[[C2:What's your personal number]], in case of emergencies at the weekend",
    "[[C2:are you on facebook]]? I looked for you but there's loads with that name",
    '[[C2:where abouts do you live]] love, are you local',
    'Would you be willing to [[C2:let me have your private e-mail address]]? I should prefer that the office did not read everything.',
    '[[C2:whats ur insta]] hun',
  ],
  child: [
    '[[C2:whats ur number]] miss',
    'sir [[C2:do u have snap]]',
    '[[C2:can i have ur insta]] pls pls pls i wont tell the others',
    '[[C2:where do u live]] tho like is it near the big tesco',
    '[[C2:can u give me ur real number]] this thing is so slow',
    '[[C2:whats your username]] on roblox',
    '[[C2:what road do you live on]]',
    'miss [[C2:r u on tiktok]] i bet u are 😂',
    '[[C2:beth yw dy insta]]',
  ],
}
