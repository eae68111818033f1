/** A patch of a colour, drawn, as no page has styles of its own. The words beside it say which. */
export const Swatch = ({ colour }: { readonly colour: string }) => (
  <svg class="ly-swatch" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
    <rect x="1" y="1" width="26" height="26" rx="4" fill={colour} stroke="#0b0c0c" />
  </svg>
)
