import { expect, test } from 'vitest'

const program = new URL('../../bin/in-one-file.mjs', import.meta.url).href
const { inOneFile } = (await import(program)) as {
  readonly inOneFile: (entry: string, read: (file: string) => string) => string
}

const files: Readonly<Record<string, string>> = {
  'index.js':
    "import { twice } from './twice.js';\nexport { one, two } from './numbers.js';\nexport const four = twice(2);\n",
  'twice.js':
    "import { two } from './numbers.js';\nconst four = 'a name of its own';\nexport function twice(number) {\n    return number * two;\n}\n",
  'numbers.js':
    'const all = { one: await 1, two: 2 };\nexport const { one, two } = all;\n//# sourceMappingURL=numbers.js.map',
}
const put = (more: Readonly<Record<string, string>> = {}) =>
  inOneFile('index.js', file => ({ ...files, ...more })[file] ?? '')

test('programs in one file give what they gave apart, and each keeps the names that it does not give', async () => {
  const made = await import(`data:text/javascript,${encodeURIComponent(put())}`)
  expect({ ...made }).toEqual({ one: 1, two: 2, four: 4 })
})

test('a form of import or export that is not known stops the build and is named', () => {
  expect(() => put({ 'numbers.js': 'export default 1;' })).toThrow('numbers.js has “export default 1;”')
  expect(() => put({ 'twice.js': "import * as all from './numbers.js';" })).toThrow('twice.js has')
  expect(() => put({ 'numbers.js': "import { twice } from './twice.js';" })).toThrow('imports itself')
})
