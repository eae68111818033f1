import type { FormState } from '../../kit/forms/index.ts'
import type { AnyHandler, AnyScreen, Content, View } from '../../screens/index.ts'
import { noPicture, shownAgain } from './no-pictures.ts'

type Show = (view: View<unknown, NonNullable<AnyScreen['fields']>>) => Content

/**
 * The same page, with no field in which a picture can be sent, however it was pasted; and what is shown again, or kept for somebody whose
 * sign-in ran out, is so without it. Every
 * screen on which something is written in a concern goes through this in one place, so that none can forget it. Pages that are
 * answered by hand say it for their own fields.
 */
export function takingNoPictures<Page extends AnyScreen | AnyHandler>(page: Page): Page {
  if (page.kind !== 'screen' || !page.fields) return page
  const fields = Object.fromEntries(
    Object.entries(page.fields).map(([name, field]) => [name, noPicture(field)]),
  )
  const show = page.show as Show
  const without = ({ typed, errors }: FormState): FormState => ({ typed: shownAgain(typed), errors })
  return {
    ...page,
    fields,
    keeps: shownAgain,
    show: (view: Parameters<Show>[0]) => show({ ...view, form: without(view.form) }),
  }
}
