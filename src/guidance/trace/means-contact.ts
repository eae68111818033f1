import { at, type Means } from './mean.ts'

/** What carries statements out by ways in and out beside the page: a part of the table of all (means.ts). */
export const contactMeans = {
  texts: {
    does: 'A worker reaches a family’s phone from the conversation, by the organisation’s own number, and the family answers there: no phone of the worker’s is in it',
    places: [at('src/texts/text-channel.ts', 'textChannel'), at('src/texts/take-in.ts', 'function takeIn')],
    proof: [
      at('src/texts/texts.test.ts', 'what a worker writes goes as a text'),
      at('src/texts/texts.test.ts', 'an answer by text is said in the conversation'),
    ],
  },
  'email-ways': {
    does: 'A worker writes to a family by email from the organisation’s own domain, in their name and without an account of theirs; answers come back to the page',
    places: [at('src/channels/email/letter.ts', 'letterOf'), at('src/channels/email/take-in.ts', 'takeIn')],
    proof: [
      at(
        'src/channels/email/email.test.ts',
        'a letter says who wrote and for whom, threads, and holds no address but the one to answer to',
      ),
    ],
  },
  'number-opened': {
    does: 'A family’s number is shown to nobody until they say why they need it, and then to them alone, for a quarter of an hour; the opening is an entry, and the call is owed its writing down',
    places: [
      at('src/calls/open-number.ts', 'function openNumber'),
      at('src/calls/access.ts', 'numberShown'),
      at('db/migrations/0064-calls.sql', 'create table number_opening'),
    ],
    proof: [at('src/calls/calls.test.ts', 'a number is shown to whoever says why, for a quarter of an hour')],
  },
  'own-phone-told': {
    does: 'Whoever writes a call down says honestly whether it was on their own phone, and why; their manager is told, and says whether they agree',
    places: [
      at('src/calls/log-call.ts', "'own-phone'"),
      at('src/calls/answer-call.ts', 'function answerCall'),
    ],
    proof: [at('src/calls/calls.test.ts', 'a call on somebody’s own phone asks why')],
  },
  'calls-marked': {
    does: 'What a worker writes down of a call is read as their messages are, and whoever answers for them is asked to look at what would have kept a message back',
    places: [
      at('src/calls/mark-call.ts', 'function markCall'),
      at('db/migrations/0081-marked-calls.sql', 'create table phone_call_mark'),
    ],
    proof: [at('src/calls/calls.test.ts', 'what would have kept a message back does not keep a call back')],
  },
} as const satisfies Readonly<Record<string, Means>>
