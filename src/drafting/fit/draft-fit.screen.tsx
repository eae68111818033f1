import { clause, clauseIds, fitOf, partFrom } from '../../clauses/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Paragraph } from '../../ui/index.ts'
import { draftToWrite } from '../access.ts'
import { routes } from '../routes.ts'
import { clauseField } from '../writing/add.screen.tsx'
import { added } from '../writing/edits.ts'
import { saveDraft } from '../writing/save-draft.ts'
import { backToDraft, changedBy, StandsStill, saveRefused } from '../writing/shown.tsx'
import { FitList } from './fit-list.tsx'
import { SeenFigures } from './fit-summary.tsx'
import { seenOf } from './seen.ts'

/** A draft held against the guidance, statement by statement. What is missing can be added with one press. */
export const draftFitScreen = screen({
  address: routes.draftFit,
  fields: { clause: clauseField },
  load: (reader, { policy }) => draftToWrite(reader, policy),
  show: ({ thing: draft }) => {
    const { policy } = draft.shelf
    const { made_of, number } = draft.revision
    return {
      title: `The draft and the guidance: ${policy.title}`,
      back: backToDraft(draft),
      body: (
        <>
          <Heading>The draft and the guidance</Heading>
          <StandsStill draft={draft} />
          <Paragraph>
            Each statement that the guidance has for such a policy, and whether the draft says it. Lanyard
            knows its own ready-made parts; it does not read words of yours. A person has to.
          </Paragraph>
          <SeenFigures seen={seenOf(policy.kind, made_of)} />
          <FitList
            fits={fitOf(policy.kind, made_of)}
            madeOf={made_of}
            acting={draft.state === 'writing' ? { policy: policy.id, from: `${number}` } : undefined}
          />
        </>
      ),
    }
  },
  submit: (writer, draft, { clause: id }) => saveDraft(writer, draft, added([partFrom(id)], clauseIds)),
  done: (_, { shelf }) => routes.draftFit.to({ policy: shelf.policy.id }),
  told: (_, __, { clause: id }) => `“${clause(id).heading}” is added.`,
  refused: { ...saveRefused, 'changed-meanwhile': refusal => changedBy(refusal) },
})
