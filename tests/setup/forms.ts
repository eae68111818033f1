/** One thing that a form sends: what somebody types, a secret, one of some choices, what the page itself put there, or a file. */
export interface Control {
  readonly name: string
  readonly kind: 'text' | 'secret' | 'choice' | 'hidden' | 'file'
  /** What the page has there; of choices, all that there are. */
  readonly values: readonly string[]
}

/** A form as it stands on a page. */
export interface PageForm {
  /** Where it is sent. */
  readonly to: string
  readonly method: 'get' | 'post'
  readonly controls: readonly Control[]
}

/** A text as it stands between marks of HTML, as it reads. */
export const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#(?:39|x27);|&apos;/g, "'")
    .replaceAll('&amp;', '&')

/** The attributes of a tag. */
function attributes(tag: string): ReadonlyMap<string, string> {
  const found = tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)
  return new Map([...found].map(([, name = '', value = '']) => [name, unescaped(value)]))
}

/** Every form of a page of ours, with what each of its controls holds. `path` is where the page stands. */
export const formsOn = (html: string, path: string): readonly PageForm[] =>
  [...html.matchAll(new RegExp(String.raw`<form${inTag}>([\s\S]*?)</form>`, 'g'))].map(
    ([, head = '', inside = '']) => {
      const form = attributes(head)
      return {
        to: form.get('action') ?? path,
        method: form.get('method') === 'post' ? 'post' : 'get',
        controls: controlsIn(inside),
      }
    },
  )

/** What stands in a tag. In what is quoted there may be anything but a quote. */
const inTag = String.raw`\b((?:[^>"]|"[^"]*")*)`
const controls = new RegExp(
  String.raw`<input${inTag}>|<textarea${inTag}>([\s\S]*?)</textarea>|<select${inTag}>([\s\S]*?)</select>|<button${inTag}>`,
  'g',
)
const kinds: Readonly<Record<string, Control['kind']>> = {
  ...{ hidden: 'hidden', password: 'secret', radio: 'choice', checkbox: 'choice', file: 'file' },
}

function controlsIn(html: string): readonly Control[] {
  const all = new Map<string, { kind: Control['kind']; values: string[] }>()
  const meets = (name: string | undefined, kind: Control['kind'], values: readonly string[]) => {
    if (!name) return
    const before = all.get(name) ?? { kind, values: [] }
    all.set(name, { kind, values: [...before.values, ...values] })
  }
  for (const [, input, area, words = '', select, options = '', button] of html.matchAll(controls)) {
    const its = attributes(input ?? area ?? select ?? button ?? '')
    const [name, value] = [its.get('name'), its.get('value') ?? '']
    if (input !== undefined) meets(name, kinds[its.get('type') ?? 'text'] ?? 'text', [value])
    else if (area !== undefined) meets(name, 'text', [unescaped(words).replace(/^\n/, '')])
    else if (button !== undefined) meets(name, 'choice', [value])
    else
      meets(
        name,
        'choice',
        [...options.matchAll(new RegExp(`<option${inTag}>`, 'g'))].map(
          ([, one = '']) => attributes(one).get('value') ?? '',
        ),
      )
  }
  return [...all].map(([name, control]) => ({ name, ...control }))
}
