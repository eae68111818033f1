import type { Content } from './screen.ts'
import type { Instead } from './too-many.ts'

const callNow = (
  <p class="govuk-body">
    If a child is in danger now, do not wait for this page:{' '}
    <a class="govuk-link" href="tel:999">
      call 999
    </a>
    .
  </p>
)

/** For what is missing and for what is not theirs to see: the same words, so that neither can be told from the other. */
export const missingPage: Content = {
  title: 'Page not found',
  body: (
    <>
      <h1 class="govuk-heading-l">Page not found</h1>
      <p class="govuk-body">
        If you typed the address, check it is right. If you pasted it, check you copied all of it.
      </p>
      <p class="govuk-body">
        If it should be there for you, ask your manager or your administrator.{' '}
        <a class="govuk-link" href="/">
          Go to your home page
        </a>
        .
      </p>
    </>
  ),
}

export const troublePage = (reference: string): Content =>
  wentWrong(reference, 'What you sent was not saved. Go back and try again in a minute.')

/** Where nobody knows whether it was saved: sent again, it may be there twice; not sent again, it may be missing. */
export const mayBeSavedPage = (reference: string): Content =>
  wentWrong(
    reference,
    'We cannot tell whether what you sent was saved. Before you send it again, look whether it is there: in a minute, open the page where it would be shown. If it is not there, send it again.',
  )

const wentWrong = (reference: string, what: string): Content => ({
  title: 'Sorry, something went wrong',
  body: (
    <>
      <h1 class="govuk-heading-l">Sorry, something went wrong</h1>
      <p class="govuk-body">{what}</p>
      <p class="govuk-body">
        If it happens again, tell your administrator this reference: <strong>{reference}</strong>.
      </p>
      {callNow}
    </>
  ),
})

export const tooManyPage = (minutes: number, instead: Instead | undefined): Content => ({
  title: 'Too many tries',
  body: (
    <>
      <h1 class="govuk-heading-l">Too many tries</h1>
      <p class="govuk-body">
        To keep everybody safe, this is paused for you alone. Try again in{' '}
        {minutes === 1 ? '1 minute' : `${minutes} minutes`}.
      </p>
      {instead && (
        <p class="govuk-body">
          {instead.words}{' '}
          {instead.link && (
            <a class="govuk-link" href={instead.link.href}>
              {instead.link.text}
            </a>
          )}
        </p>
      )}
      {callNow}
    </>
  ),
})

export const busyPage: Content = {
  title: 'Still busy with what was asked for before',
  body: (
    <>
      <h1 class="govuk-heading-l">Still busy with what was asked for before</h1>
      <p class="govuk-body">
        Files and documents are taken a few at a time, so that nobody waits long. Nothing was done with this
        one. Go back when the one before has been answered, and try again.
      </p>
      {callNow}
    </>
  ),
}

export const fromElsewherePage: Content = {
  title: 'Nothing was changed',
  body: (
    <>
      <h1 class="govuk-heading-l">Nothing was changed</h1>
      <p class="govuk-body">
        This form was not sent from a Lanyard page. Open the page again and send it from there.
      </p>
    </>
  ),
}

export const notAFormPage: Content = {
  title: 'That did not arrive whole',
  body: (
    <>
      <h1 class="govuk-heading-l">That did not arrive whole</h1>
      <p class="govuk-body">
        Nothing was saved. Go back, check what you wrote is still there, and send it again.
      </p>
    </>
  ),
}
export const tooLargePage = (takes: number): Content => ({
  title: 'That is too large',
  body: (
    <>
      <h1 class="govuk-heading-l">That is too large</h1>
      <p class="govuk-body">
        What you sent was not saved. This page takes up to {Math.floor(takes / 1024 / 1024)} megabytes. Go
        back, and send it in smaller parts.
      </p>
    </>
  ),
})
