/**
 * The head and foot of every page of a paper that Typst sets, and its colours: what runs along the top from the second page on,
 * and below it `data.foot` with the number of the page. `left` and `right` are Typst; margins are in millimetres.
 */
export const paperFrame = (about: {
  readonly margin: { readonly top: number; readonly bottom: number; readonly x: number }
  readonly left: string
  readonly right: string
}): string => `
#let ink = rgb("#16202a")
#let quiet = rgb("#46535f")
#let hair = 0.6pt + rgb("#b8c2cb")
#let side(dir) = if dir == "rtl" { rtl } else { ltr }
#let said(piece) = text(dir: side(piece.dir), piece.text)

#set page(
  paper: "a4",
  margin: (top: ${about.margin.top}mm, bottom: ${about.margin.bottom}mm, x: ${about.margin.x}mm),
  header-ascent: 9mm,
  footer-descent: 9mm,
  header: context if counter(page).get().first() > 1 {
    set text(9pt, fill: quiet)
    grid(columns: (1fr, auto), column-gutter: 1em, ${about.left}, align(right, ${about.right}))
    v(-5pt)
    line(length: 100%, stroke: hair)
  },
  footer: context {
    set text(9pt, fill: quiet)
    line(length: 100%, stroke: hair)
    v(-5pt)
    grid(columns: (1fr, auto), column-gutter: 1em, data.foot,
      [Page #counter(page).display() of #counter(page).final().first()])
  },
)
`
