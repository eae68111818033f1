import { at, type Means } from './mean.ts'
import { contactMeans } from './means-contact.ts'
import { toldMeans } from './means-told.ts'

export type { Means, Place } from './mean.ts'

const secondAdultTest = 'tests/invariants/second-adult.test.ts'
const signTest = 'src/policies/sign-policy.test.ts'
const stoppedTest = 'src/messages/stopped-message.test.ts'
const helpTest = 'src/welcome/help.test.ts'
const builderTest = 'src/drafting/builder.test.ts'
const draftingTest = 'src/drafting/drafting.test.ts'
const libraryTest = 'src/library/library.test.ts'
const inductionTest = 'src/induction/induction.test.ts'

/** Everything that carries out a statement today, or begins to. */
export const means = {
  ...toldMeans,
  'signed-first': {
    does: 'Nothing opens to anybody until they have read and signed the acceptable use policy in force',
    places: [
      at('src/policies/index.ts', 'async function owedFirst'),
      at('src/screens/answer-screen.ts', "'in-unless-policy-owed'"),
    ],
    proof: [at(signTest, 'a new version that matters shuts everything until it is signed')],
  },
  signature: {
    does: 'A signature is bound to the exact text that was read, is on the record, and gives a receipt',
    places: [
      at('src/policies/sign-policy.ts', 'function signPolicy'),
      at('db/migrations/0003-policies.sql', 'signature_is_of_its_version'),
    ],
    proof: [
      at('tests/invariants/signing-race.test.ts', 'none is bound to a text it was not of'),
      at(signTest, 'until it is signed, and signing gives a receipt'),
    ],
  },
  'on-paper': {
    does: 'A signature on paper stands only when three different people are behind it: who signed, their manager who recorded it, and a second person who confirmed it; it is bound to the exact text that was printed',
    places: [
      at('src/policies/paper/record-sheet.ts', 'function recordSheet'),
      at('src/policies/paper/answer-sheet.ts', 'function answerSheet'),
      at('db/migrations/0044-paper-signatures.sql', 'signature_is_its_signers'),
    ],
    proof: [at('src/policies/paper/paper.test.ts', 'the database itself holds three different people apart')],
  },
  understood: {
    does: 'Before signing, a few questions from the policy’s own rules; a wrong answer is explained and asked again, and only that all were right is kept',
    places: [
      at('src/policies/understanding/pass-check.ts', 'function passCheck'),
      at('src/policies/sign-policy.ts', "refuse('not-understood')"),
    ],
    proof: [
      at(
        'src/policies/understanding/understanding.test.ts',
        'nothing is signed before the questions are answered',
      ),
    ],
  },
  'policy-shelf': {
    does: 'Policies of the six expected kinds, and others, with their versions and who has signed',
    places: [
      at('src/policies/rules.ts', 'policyKinds'),
      at('src/policies/publish-version.ts', 'function publishVersion'),
    ],
    proof: [at('src/policies/register/register.test.ts', 'and publishes it')],
  },
  'second-adult': {
    does: 'No message is stored in a conversation with a child that lacks a second responsible adult',
    places: [
      at('db/migrations/0004-messages.sql', 'message_has_second_adult'),
      at('src/messages/open-conversation.ts', 'secondAdultFor'),
    ],
    proof: [
      at(secondAdultTest, 'the database stores no message in a conversation with a child'),
      at(secondAdultTest, 'where a child writes first, the second adult is put in'),
    ],
  },
  paused: {
    does: 'A conversation with a child whose second adult is away or has left pauses for staff until a manager puts somebody in; a child who writes there is given another adult before a word is stored',
    places: [
      at('db/migrations/0058-away.sql', 'function goes_away'),
      at('src/messages/second-adult.ts', 'function withSecondAdult'),
      at('src/messages/pauses.ts', 'function lookAtPauses'),
    ],
    proof: [
      at('tests/invariants/nobody-alone.test.ts', 'no interleaving of messages with going away'),
      at('src/messages/away.test.ts', 'somebody else is put in and told before a word is stored'),
    ],
  },
  agreed: {
    does: 'No message to or from a child is stored over a way that no parent, or young person old enough, has agreed to, or that any of them says no to; adults who may be at risk have all that a child has, and agree for themselves',
    places: [
      at('db/migrations/0060-agreements.sql', 'function is_agreed'),
      at('src/agreements/answer.ts', 'function answer'),
      at('src/people/at-risk/say-adult.ts', 'function sayAdult'),
    ],
    proof: [
      at('tests/invariants/nobody-alone.test.ts', 'saying no and the end of the work'),
      at('src/agreements/agreements.test.ts', 'a designated person reads their words'),
      at('src/agreements/agreements.test.ts', 'has a second adult as a child has'),
    ],
  },
  'contact-ends': {
    does: 'When a worker’s last work with a family ends, their conversations end, and what either side writes later reaches the worker’s manager alone',
    places: [
      at('src/messages/end-conversation.ts', 'function workEnded'),
      at('src/messages/kept-words.ts', 'function keepWords'),
    ],
    proof: [
      at('src/messages/contact-ends.test.ts', 'the organisation says so to everybody'),
      at('tests/attacks/unseen.test.ts', 'reaches their manager alone'),
    ],
  },
  kept: {
    does: 'Messages, signatures and entries are kept as written: nobody can change or delete one',
    places: [
      at('src/messages/send-message.ts', 'function sendMessage'),
      at('src/records/record.ts', 'function record'),
      at('db/migrations/0004-messages.sql', "execute format('grant select, insert on %I"),
    ],
    proof: [
      at('tests/invariants/agencies-apart.test.ts', 'cannot change or delete a row of %s'),
      at('tests/invariants/tamper.test.ts', 'behind the database’s back'),
    ],
  },
  overseen: {
    does: 'Managers read the conversations of those they answer for, and each reading is an entry',
    places: [at('src/messages/access.ts', 'function conversationToRead')],
    proof: [at('tests/journeys/first-journey.test.ts', 'overseen, on the record')],
  },
  sampled: {
    does: 'Every week a share of conversations, at least one of each worker, is drawn by the record’s own checkpoint and looked at by somebody who is not in it',
    places: [
      at('src/reviews/draw-reviews.ts', 'function drawReviews'),
      at('db/migrations/0070-reviews.sql', 'review_is_by_another'),
    ],
    proof: [
      at('src/reviews/reviews.test.ts', 'has one conversation drawn, by the signed checkpoint'),
      at('src/reviews/draw.test.ts', 'at least one of every worker'),
    ],
  },
  'work-links': {
    does: 'A worker can open a conversation only with children they work with now, and their families',
    places: [at('src/people/family.ts', 'function childrenOf')],
    proof: [at(secondAdultTest, 'a worker who does not work with a child cannot open a conversation')],
  },
  'details-stopped': {
    does: 'A worker’s message with a number, address, account, web page, place for pictures, password or PIN that is not the organisation’s is stopped',
    places: [
      at('src/screening/index.ts', 'function screen'),
      at('src/messages/send-message.ts', "refuse('personal-detail'"),
    ],
    proof: [
      at(stoppedTest, 'is stopped, with the statement in words beside its id'),
      at('src/screening/details.test.ts', 'is stopped by'),
    ],
  },
  'details-hidden': {
    does: 'A worker sees a family’s names, never their numbers or addresses; mail to them is Lanyard’s own',
    places: [at('src/messages/talk.tsx', 'WhoIsHere'), at('src/people/people-jobs.ts', "'family-link'")],
    proof: [at(stoppedTest, 'a worker never sees a family’s telephone number or email address')],
  },
  'held-back': {
    does: 'What a worker may not simply say to a family is asked about, or held until somebody who answers for them lets it go: asking for a number, moving somewhere private, secrets, pictures, meeting, gifts, games',
    places: [
      at('src/screening/outcomes.ts', 'outcomes'),
      at('src/messages/waiting/keep-back.ts', 'function keptBack'),
      at('db/migrations/0056-waiting-messages.sql', 'waiting_step_may_be_taken'),
    ],
    proof: [
      at('src/messages/waiting/held.test.ts', 'is held: it goes to no one, and its writer sees it wait'),
      at('src/messages/waiting/held.test.ts', 'nobody lets their own message go'),
      at('tests/invariants/waiting.test.ts', 'withdrawn or sent, never both'),
    ],
  },
  'details-masked': {
    does: 'A number, address or account that a family gives is masked to the staff until a manager opens it, and the opening is an entry',
    places: [
      at('src/messages/thread-queries.ts', 'maskWords'),
      at('src/messages/marks/open-details.ts', 'function openDetails'),
    ],
    proof: [
      at('src/messages/marks/family.test.ts', 'is masked to the staff, on the page and in the stream'),
      at('src/messages/marks/family.test.ts', 'a manager opens it with a reason, which is an entry'),
    ],
  },
  'roles-on-record': {
    does: 'Each role a person has is granted on the record, and says whether they may open conversations',
    places: [at('src/people/add-person.ts', 'function grantRole'), at('src/messages/rules.ts', 'mayOpen')],
    proof: [at('tests/sweep/sweep.test.ts', 'every address answers every persona as the table says')],
  },
  'help-page': {
    does: 'Help for everybody, signed in or not: 999 first, the organisation, CEOP, IWF, Childline, NSPCC',
    places: [at('src/welcome/help.screen.tsx', 'If a child is in danger now, call 999')],
    proof: [at(helpTest, 'the help page opens to anybody, and 999 comes first')],
  },
  'every-page': {
    does: 'The foot of every page says to call 999 when a child is in danger, and its head leads to help',
    places: [at('src/frame.tsx', 'If a child is in danger now, call 999')],
    proof: [
      at(helpTest, 'every page says 999 and leads to help'),
      at('tests/sweep/sweep.test.ts', 'with valid pages and no fault'),
    ],
  },
  'private-life': {
    does: 'Lanyard has nowhere to keep a worker’s personal accounts, and asks nothing of any social network',
    places: [at('src/people/queries.ts', 'interface PersonTable')],
    proof: [at('tests/architecture/private-life.test.ts', 'no table has a place for a personal account')],
  },
  'guidance-pages': {
    does: 'Every statement has a page, and stands on another among its neighbours, with what has changed since',
    places: [
      at('src/library/shelf.ts', 'function placeOf'),
      at('src/library/statement-list.tsx', 'notesBeside'),
    ],
    proof: [at(libraryTest, 'every statement has a page of its own and stands on the page it belongs to')],
  },
  'policy-register': {
    does: 'A register says of each expected policy, and any other, whether it is missing, in force, due for review or overdue, and who owns it; the board sees how each stands',
    places: [
      at('src/policies/rules.ts', 'function registerStanding'),
      at('src/policies/register/register.ts', 'function registerOf'),
      at('src/board/agency.screen.tsx', 'policy.standing'),
    ],
    proof: [at('src/policies/register/register.test.ts', 'a policy is missing until it is published')],
  },
  drafting: {
    does: 'An organisation writes its own policies, from ready-made parts, in words or from a file; each version is approved by a second person who wrote none of it',
    places: [
      at('src/drafting/writing/start-draft.ts', 'function startDraft'),
      at('src/drafting/approving/approve-draft.ts', 'function approveDraft'),
      at('db/migrations/0042-drafts-and-approvals.sql', 'approver_wrote_none_of_it'),
    ],
    proof: [
      at(draftingTest, 'a second person approves it'),
      at(draftingTest, 'the database itself lets nobody approve what they wrote'),
    ],
  },
  template: {
    does: 'A social media policy and an acceptable use policy are built from ready-made parts, one or more for everything that the guidance says such a policy must say; the organisation fills in, chooses and changes',
    places: [
      at('src/clauses/clauses.ts', 'export const clauses'),
      at('src/drafting/writing/begin.ts', 'freshMadeOf'),
    ],
    proof: [at(builderTest, 'an administrator builds an acceptable use policy')],
  },
  'policy-fit': {
    does: 'Every draft and every policy in force is held against the guidance, statement by statement; what words of one’s own say, a named person has to find; whoever approves says that they saw what is missing, and the board sees it',
    places: [
      at('src/clauses/fit.ts', 'function fitOf'),
      at('src/drafting/fit/in-force.ts', 'function policyFits'),
      at('src/board/policy-fit.screen.tsx', 'policyFits'),
    ],
    proof: [
      at(builderTest, 'one part left out is one gap'),
      at(builderTest, 'a part that was changed is to be checked by a person'),
    ],
  },
  'then-and-now': {
    does: 'Offences and penalties stand side by side as they were in 2015 and as they are, for England and Wales',
    places: [
      at('src/library/then-and-now.tsx', 'in2015'),
      at('src/guidance/notes/offences.ts', 'fear-of-violence'),
    ],
    proof: [at(libraryTest, 'the law shows what was printed in 2015 beside what holds now')],
  },
  'review-date': {
    does: 'The guidance’s own review date is reckoned with like any policy’s, and shown as overdue',
    places: [
      at('src/guidance/notes/review.ts', 'function reviewState'),
      at('src/library/home.screen.tsx', 'its review is overdue'),
    ],
    proof: [at(libraryTest, 'the guidance says that its own review is overdue')],
  },
  'address-states': {
    does: 'Each address that was printed in 2015 stands with how it is today: current, moved, gone or not checked',
    places: [
      at('src/guidance/notes/addresses.ts', 'printed'),
      at('src/library/sources.screen.tsx', 'placeStates'),
    ],
    proof: [at(libraryTest, 'each address of 2015 says how it stands today')],
  },
  'case-lessons': {
    does: 'The three cases are told as short lessons, with what is known of them today and a question',
    places: [at('src/library/lessons.ts', 'lessons'), at('src/library/cases.screen.tsx', 'lessonScreen')],
    proof: [at(libraryTest, 'the second case begins with its correction')],
  },
  'posters-printed': {
    does: 'Posters for each way of being in contact, for the general guidelines and for worries, in the organisation’s own words, printed and kept current',
    places: [
      at('src/posters/rules.ts', 'export const posters'),
      at('src/posters/print-posters.ts', 'function printPosters'),
      at('src/posters/word-poster.ts', 'function wordPoster'),
    ],
    proof: [
      at('src/posters/sheet/poster.test.ts', 'fits on one page'),
      at('src/posters/posters.test.ts', 'is out of date after the next version'),
    ],
  },
  induction: {
    does: 'Everybody who has signed the acceptable use policy owes an induction, and again before it runs out: the policies, lessons that say why a profile for work helps, and situations ruled on by the agency’s own rules',
    places: [
      at('src/induction/owe-induction.ts', 'function oweInduction'),
      at('src/induction/pass-induction.ts', 'function passInduction'),
      at('src/induction/judge.ts', 'function judge'),
    ],
    proof: [
      at(inductionTest, 'a new worker walks the whole path'),
      at(inductionTest, 'it is owed again four weeks before it runs out'),
      at('src/induction/scenarios.test.ts', 'nobody has written down which answer of %s is right'),
    ],
  },
  'induction-lessons': {
    does: 'A lesson of the induction teaches it, in the statement’s own words and with what corrects it above; its questions explain what was answered wrong',
    places: [
      at('src/induction/lesson-words.tsx', 'lessonWords'),
      at('src/induction/lessons.ts', 'courseLessons'),
    ],
    proof: [
      at(inductionTest, 'every statement that a lesson is to teach stands on its page'),
      at(inductionTest, 'a wrong answer is explained with the ruling’s own words'),
    ],
  },
  'own-rules': {
    does: 'An organisation lays its own rules over the guidance: what its managers and its policies ask for, and what a senior manager decides for a time, with its board looking on; every ruling keeps to them',
    places: [
      at('src/own-rules/in-force.ts', 'function rulesInForce'),
      at('src/own-rules/set-from-policy.ts', 'function setFromPolicy'),
      at('src/ask/ruled.ts', 'rulesInForce(reader)'),
      at('db/migrations/0041-own-rules.sql', 'own_decision_is_a_senior_managers'),
    ],
    proof: [
      at('src/own-rules/own-rules.test.ts', 'a worker asks before and after a rule of our own is set'),
      at('src/own-rules/own-rules.test.ts', 'a senior manager decides by name'),
    ],
  },
  'screening-tuned': {
    does: 'An organisation makes the screening of messages stricter, or gentler within limits and for a time, and looks for phrases of its own; whoever decides has seen what it would have done, and the board sees what was loosened',
    places: [
      at('src/tuning/tune.ts', 'function tune'),
      at('src/tuning/rules.ts', 'function within'),
      at('db/migrations/0055-tuning.sql', 'tuning_is_decided'),
    ],
    proof: [
      at('src/tuning/tuning.test.ts', 'who decides sees first what a phrase would have done'),
      at('src/tuning/tuning.test.ts', 'the database itself refuses what nobody may decide'),
    ],
  },
  ...contactMeans,
} as const satisfies Readonly<Record<string, Means>>

export type MeansId = keyof typeof means
