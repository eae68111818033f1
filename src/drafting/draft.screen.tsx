import { choice } from '../kit/forms/index.ts'
import { routes as policies } from '../policies/index.ts'
import { screen } from '../screens/index.ts'
import { deskToWriteAt } from './access.ts'
import { DraftDesk } from './desk.tsx'
import { aboutPeople } from './people.ts'
import { routes } from './routes.ts'
import { isOpen } from './rules.ts'
import { begunBy } from './writing/begin.ts'
import { beginnings, startDraft } from './writing/start-draft.ts'
import { StartForm } from './writing/start-form.tsx'

/** The draft of a policy, with what to do next; or, where none is open, the ways to begin one. */
export const draftScreen = screen({
  address: routes.draft,
  fields: { begin: choice(beginnings, 'Choose how you begin') },
  load: async (reader, { policy }) => {
    const desk = await deskToWriteAt(reader, policy)
    return desk && { desk, ...(await aboutPeople(reader, desk)) }
  },
  show: view => {
    const { desk } = view.thing
    const { policy, newest } = desk.shelf
    return {
      title: `The draft: ${policy.title}`,
      back: newest
        ? { href: policies.policy.to({ policy: policy.id }), text: policy.title }
        : { href: policies.policies.to(), text: 'Policies' },
      body:
        desk.current && isOpen(desk.current.state) ? (
          <DraftDesk draft={desk.current} people={view.thing} actor={view.actor} />
        ) : (
          <StartForm desk={desk} people={view.thing} actor={view.actor} form={view.form} />
        ),
    }
  },
  submit: async (writer, { desk }, { begin }) =>
    startDraft(writer, desk, await begunBy(writer, desk, begin), begin),
  done: ({ begin, policy }) => {
    if (begin === 'words') return routes.write.to({ policy })
    return begin === 'file' ? routes.upload.to({ policy }) : routes.draft.to({ policy })
  },
  refused: {
    'open-already': () =>
      'Somebody has begun a draft of this policy meanwhile, so no other was begun. It is below: go on with that one.',
  },
})
