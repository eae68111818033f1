import type { ComponentChildren } from 'preact'
import { note, type StatementId } from '../guidance/index.ts'
import {
  lessons as cases,
  LessonTold,
  type Looking,
  routes as library,
  NoteInShort,
  newerOffences,
  StatementList,
  ThenAndNow,
  these,
} from '../library/index.ts'
import { Inset, Link, Paragraph, Subheading } from '../ui/index.ts'
import type { LessonId } from './lessons.ts'

/** What each lesson says. The words of the guidance are the guidance's own statements, each with its corrections above it. */
export const lessonWords: Readonly<Record<LessonId, (looking: Looking) => ComponentChildren>> = {
  why: () => <Why />,
  'case-1': looking => <Case number="1" looking={looking} />,
  'case-2': looking => <Case number="2" looking={looking} />,
  'case-3': looking => <Case number="3" looking={looking} />,
  name: () => <OwnName />,
  law: () => <Law />,
}

const Said = ({ ids }: { readonly ids: readonly StatementId[] }) => (
  <StatementList statements={these(...ids)} />
)

const Why = () => (
  <>
    <Paragraph>
      Most of what people do online with children and families goes well. This short course is for the moments
      when you have to decide quickly: in a car park, at the end of a long day, with a phone in your hand.
    </Paragraph>
    <Said ids={['BG-1', 'BG-2', 'BG-4']} />
    <Paragraph>
      The hardest of these is to say something to a colleague, or about one. You need not be sure, and you
      need not be the one who finds out. You only have to say what you saw, to somebody who answers for it.
    </Paragraph>
  </>
)

function Case({ number, looking }: { readonly number: string; readonly looking: Looking }) {
  const lesson = cases.find(one => one.number === number)
  return lesson ? <LessonTold lesson={lesson} looking={looking} /> : null
}

const OwnName = () => (
  <>
    <Paragraph>
      Your private life is yours, and nobody here looks it up. But children and families can find you, and
      what they find is what they know of you. A few habits keep the two apart.
    </Paragraph>
    <Subheading>Friends, groups and games</Subheading>
    <Said ids={['SN-POOR-3', 'SN-SAFE-2', 'SN-SAFE-3', 'SUM-INAPP-4.2', 'SUM-INAPP-7.2']} />
    <Subheading>What you show and what you write</Subheading>
    <Said ids={['SN-POOR-1', 'GEN-APP-7.1', 'SUM-APP-7', 'SUM-APP-5', 'GEN-GUIDE-4']} />
    <Subheading>Why a profile for work helps</Subheading>
    <Paragraph>
      If your work needs you to be found online, a profile of its own lets families reach you without reaching
      your family, your holidays and your friends. Your manager agrees to it first, so that if anybody asks
      why you were in touch with a child, the answer is known already.
    </Paragraph>
    <Said ids={['GEN-APP-3', 'SN-BEST-1']} />
    <Subheading>Searching, and what you come across</Subheading>
    <Said ids={['WEB-GOOD-2', 'SRC-CEOP-3', 'WEB-POOR-1']} />
    <Paragraph>
      To search safely, use the work computer with its filter on, look at a page yourself before you show it
      to a child, and close what should not be there. What you report, and to whom, is under{' '}
      <Link href={library.reporting.to()}>If you are worried</Link>. If a child is in danger now, call 999
      first.
    </Paragraph>
  </>
)

const Law = () => (
  <>
    <Inset>
      This is the law of England and Wales. Scotland and Northern Ireland have their own. None of it is legal
      advice.
    </Inset>
    <Paragraph>
      Nobody expects you to learn a table of penalties. What matters is that misusing online services can end
      in court, and that some of it is punished more heavily than it was when the guidance was written.
    </Paragraph>
    <Said ids={['LEG-0', 'LEG-EXAMPLES']} />
    <ThenAndNow notesAt={library.law.to()} />
    <Subheading>New since 2015</Subheading>
    <div class="ly-new-notes">
      {newerOffences.map(id => (
        <NoteInShort key={id} note={note(id)} />
      ))}
    </div>
    <Subheading>And at work</Subheading>
    <Said ids={['GEN-APP-6', 'SUM-APP-6.2', 'WEB-POOR-2']} />
  </>
)
