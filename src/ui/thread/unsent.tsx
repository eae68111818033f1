/**
 * Between what was said and where one writes: what has been sent from here and is not acknowledged yet, and how that stands.
 * Filled by a script (scripts/send.js); without it nothing is there, as nothing is kept in the browser.
 */
export const Unsent = () => (
  <div data-unsent hidden>
    <ol class="ly-thread ly-unsent" hidden />
    <p class="ly-line" role="status" data-sending />
    <p class="ly-unsent__keeps">
      What you write here is kept in this window until it is sent. It goes when you sign out or close the
      window.
    </p>
    <template>
      <li class="ly-message ly-message--mine ly-message--waits">
        <p class="ly-message__who">
          <strong>You</strong> <span class="ly-message__role" />
        </p>
        <p class="ly-message__text ly-lines" />
      </li>
    </template>
    <template>
      <button type="button" class="govuk-button govuk-button--secondary ly-unsent__try">
        Try now
      </button>
    </template>
  </div>
)
