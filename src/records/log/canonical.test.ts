import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from './canonical.ts'
import { Malformed } from './malformed.ts'

// RFC 8785, appendix B: the bits of a double and its text.
const numbers = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const

// The examples published beside RFC 8785 in cyberphone/json-canonicalization, testdata/input and testdata/output.
const examples = [
  ['arrays', '[56,{"d":true,"10":null,"1":[ ]}]', '[56,{"1":[],"10":null,"d":true}]'],
  [
    'french (no locale in the order)',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
  ],
  [
    'structures',
    String.raw`{"1":{"f":{"f":"hi","F":5} ,"\n":56.0},"10":{ },"":"empty","a":{ },"111":[ {"e":"yes","E":"no" } ],"A":{ }}`,
    String.raw`{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}`,
  ],
  [
    'unicode (not normalised)',
    String.raw`{"Unnormalized Unicode":"A\u030a"}`,
    '{"Unnormalized Unicode":"A\u030a"}',
  ],
  [
    'values',
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  ],
  [
    'weird (the sorting example)',
    String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\u000a":"Newline","1":"One","\u0080":"Control\u007f","\ud83d\ude02":"Smiley","\u00f6":"Latin Small Letter O With Diaeresis","\ufb33":"Hebrew Letter Dalet With Dagesh","</script>":"Browser Challenge"}`,
    '{"\\n":"Newline","\\r":"Carriage Return","1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😂":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
] as const

function doubleOf(bits: string): number {
  return Buffer.from(bits, 'hex').readDoubleBE(0)
}

describe('canonical JSON', () => {
  it.each(numbers)('writes the double %s as %s', (bits, text) => {
    expect(canonical(doubleOf(bits))).toBe(text)
  })

  it.each(examples)('writes the published example %s', (_name, input, output) => {
    expect(canonical(JSON.parse(input))).toBe(output)
  })

  it('writes the bytes that RFC 8785, section 3.2.4 prints', () => {
    const bytes = Buffer.from(canonical(JSON.parse(examples[4][1]))).toString('hex')
    expect(bytes.startsWith('7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c')).toBe(true)
    expect(bytes.endsWith('2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d')).toBe(
      true,
    )
  })

  const cycle: Record<string, unknown> = {}
  cycle.self = [cycle]
  it.each([
    ['NaN', Number.NaN],
    ['the NaN of appendix B', doubleOf('7fffffffffffffff')],
    ['the Infinity of appendix B', doubleOf('7ff0000000000000')],
    ['minus Infinity inside', { a: [Number.NEGATIVE_INFINITY] }],
    ['undefined', undefined],
    ['undefined inside an object', { a: undefined }],
    ['undefined inside an array', [undefined]],
    ['a hole in an array', new Array(1)],
    ['a function', { a: () => 1 }],
    ['a symbol', [Symbol('s')]],
    ['a symbol as a name', { [Symbol('s')]: 1 }],
    ['a bigint', { a: 1n }],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a name', { '\udc00': 1 }],
    ['a date', { at: new Date(0) }],
    ['a map', new Map()],
    ['bytes', new Uint8Array(2)],
    ['a boxed number', Object(1)],
    ['an object with toJSON', { toJSON: () => 1 }],
    ['a cycle', cycle],
  ])('refuses %s', (_name, value) => {
    expect(() => canonical(value)).toThrow(Malformed)
  })

  it('gives one text for one value, whatever the order of names, and reads back to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonical(value)
        expect(canonical(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
          expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(text)
        }
      }),
    )
  })
})
