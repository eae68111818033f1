/** What bytes are, whatever their name or their sender says. */
export type Kind = 'image' | 'video' | 'audio' | 'archive' | 'document' | 'program' | 'text' | 'unknown'

interface Signature {
  readonly kind: Kind
  readonly name: string
  /** Each a place, and what stands there: text, or bytes in hexadecimal. All of them have to. */
  readonly has: readonly (readonly [at: number, text: string])[]
  /** What else has to be so, where those few bytes would be too weak alone. */
  readonly and?: (bytes: Buffer) => boolean
}

/** Whether there is a picture. `preview`: one alone, that the program which saved it made of its first page. */
export type Pictures = 'yes' | 'preview' | 'no' | 'cannot-tell'

const hex = (text: string) => Buffer.from(text, 'hex').toString('latin1')

/** Brands of the ISO base media format that are pictures or sound; every other is a film (ISO/IEC 14496-12, 23008-12). */
const brands: Readonly<Record<string, Kind>> = {
  ...{ avif: 'image', avis: 'image', heic: 'image', heix: 'image', heim: 'image', heis: 'image' },
  ...{ hevc: 'image', hevx: 'image', mif1: 'image', mif2: 'image', msf1: 'image', miaf: 'image' },
  ...{ 'crx ': 'image', 'jpm ': 'image', 'jp2 ': 'image', 'M4A ': 'audio', 'M4B ': 'audio' },
}

/** What a box that begins a file of the ISO base media format says it is: `ftyp` at its fifth byte, then a brand. */
export function kindOfBrand(bytes: Buffer, at = 0): Kind | undefined {
  if (bytes.toString('latin1', at + 4, at + 8) !== 'ftyp' || bytes[at] !== 0) return undefined
  return brands[bytes.toString('latin1', at + 8, at + 12)] ?? 'video'
}
const isBrand = (kind: Kind) => (bytes: Buffer) => kindOfBrand(bytes) === kind

const isBitmap = (bytes: Buffer) =>
  bytes.length >= 26 &&
  bytes.readUInt32LE(6) === 0 &&
  [12, 40, 52, 56, 64, 108, 124].includes(bytes.readUInt32LE(14))
const isIcon = (bytes: Buffer) =>
  bytes.length >= 22 && bytes.readUInt16LE(4) > 0 && bytes.readUInt16LE(4) < 256 && bytes[9] === 0
/** A sound frame of MPEG, of its second or third layer, whose bit rate and sampling rate are some that there are. */
const isFrame = (bytes: Buffer) => {
  const [second = 0, third = 0] = bytes.subarray(1, 3)
  return (
    second >= 0xe2 &&
    [0x02, 0x04].includes(second & 0x06) &&
    (third & 0xf0) !== 0xf0 &&
    (third & 0x0c) !== 0x0c
  )
}
const isPlainBitmap = (bytes: Buffer) =>
  /^P[1-6]\s+(?:#[^\n]{0,200}\n\s*){0,5}\d{1,6}\s+\d{1,6}\s/.test(bytes.toString('latin1', 0, 1200))

/** A box of QuickTime: its length comes before its name. */
const isBox = (bytes: Buffer) => bytes[0] === 0

type Has = Signature['has']

/** Rows of one kind, by name: what they begin with, or each place and what stands there. */
const of = (kind: Kind, rows: Readonly<Record<string, string | Has>>, and?: Signature['and']) =>
  Object.entries(rows).map(
    ([name, has]): Signature => ({
      kind,
      name,
      has: typeof has === 'string' ? [[0, has]] : has,
      ...(and ? { and } : {}),
    }),
  )

/** What files begin with, the surest first. */
export const signatures: readonly Signature[] = [
  ...of('image', {
    JPEG: hex('ffd8ff'),
    PNG: hex('89504e470d0a1a0a'),
    GIF: 'GIF87a',
    'GIF (1989)': 'GIF89a',
    WebP: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
    TIFF: hex('49492a00'),
    'TIFF (big-endian)': hex('4d4d002a'),
    BigTIFF: hex('49492b00'),
    'BigTIFF (big-endian)': hex('4d4d002b'),
    'a camera’s own picture': 'FUJIFILMCCD-RAW',
    'a camera’s own picture (Olympus)': 'IIRO',
    'a camera’s own picture (Panasonic)': hex('49495500'),
    'JPEG 2000': hex('0000000c6a5020200d0a870a'),
    'JPEG 2000 (bare)': hex('ff4fff51'),
    'JPEG XL': hex('0000000c4a584c200d0a870a'),
    'JPEG XL (bare)': hex('ff0a'),
    'JPEG XR': hex('4949bc'),
    Photoshop: '8BPS',
    GIMP: 'gimp xcf',
    MNG: hex('8a4d4e470d0a1a0a'),
    JNG: hex('8b4a4e470d0a1a0a'),
    QOI: 'qoif',
    FLIF: 'FLIF',
    BPG: hex('425047fb'),
    OpenEXR: hex('762f3101'),
    Radiance: '#?RADIANCE',
    DirectDraw: 'DDS ',
    DjVu: 'AT&TFORM',
    DICOM: [[128, 'DICM']],
    'Windows metafile': hex('d7cdc69a'),
    'Enhanced metafile': [
      [0, hex('01000000')],
      [40, ' EMF'],
    ],
  }),
  ...of('image', { HEIF: [[4, 'ftyp']] }, isBrand('image')),
  ...of('image', { BMP: 'BM' }, isBitmap),
  ...of('image', { ICO: hex('00000100'), CUR: hex('00000200') }, isIcon),
  ...of('image', { PNM: 'P' }, isPlainBitmap),
  ...of('audio', { 'MPEG-4 sound': [[4, 'ftyp']] }, isBrand('audio')),
  ...of(
    'video',
    {
      'MPEG-4': [[4, 'ftyp']],
      QuickTime: [[4, 'moov']],
      'QuickTime (data first)': [[4, 'mdat']],
      'QuickTime (wide)': [[4, 'wide']],
      'QuickTime (free)': [[4, 'free']],
    },
    isBox,
  ),
  ...of('video', {
    Matroska: hex('1a45dfa3'),
    AVI: [
      [0, 'RIFF'],
      [8, 'AVI '],
    ],
    ASF: hex('3026b2758e66cf11'),
    Flash: 'FLV',
    'Flash animation': 'FWS',
    'Flash animation (packed)': 'CWS',
    MPEG: hex('000001ba'),
    'MPEG (bare)': hex('000001b3'),
    'MPEG transport': [
      [0, 'G'],
      [188, 'G'],
      [376, 'G'],
    ],
    RealMedia: '.RMF',
  }),
  ...of('audio', {
    'Ogg Opus': [
      [0, 'OggS'],
      [28, 'OpusHead'],
    ],
    'Ogg Vorbis': [
      [0, 'OggS'],
      [28, `${hex('01')}vorbis`],
    ],
    WAVE: [
      [0, 'RIFF'],
      [8, 'WAVE'],
    ],
    AAC: hex('fff1'),
    'AAC (MPEG-2)': hex('fff9'),
    FLAC: 'fLaC',
    'MPEG sound': 'ID3',
    MIDI: 'MThd',
    AMR: '#!AMR',
    AIFF: [
      [0, 'FORM'],
      [8, 'AIFF'],
    ],
  }),
  ...of('video', { Ogg: 'OggS' }),
  ...of('archive', {
    ZIP: hex('504b0304'),
    'ZIP (empty)': hex('504b0506'),
    'ZIP (in parts)': hex('504b0708'),
    RAR: hex('526172211a07'),
    '7-Zip': hex('377abcaf271c'),
    gzip: hex('1f8b'),
    compress: hex('1f9d'),
    bzip2: [
      [0, 'BZh'],
      [4, hex('314159265359')],
    ],
    xz: hex('fd377a585a00'),
    Zstandard: hex('28b52ffd'),
    LZ4: hex('04224d18'),
    lzip: 'LZIP',
    tar: [[257, 'ustar']],
    cabinet: 'MSCF',
    LHA: [[2, '-lh']],
    ARJ: hex('60ea'),
    ar: '!<arch>\n',
    cpio: '07070',
    'disc image': [[32769, 'CD001']],
    'Outlook folder': '!BDN',
  }),
  ...of('document', {
    'Office (old)': hex('d0cf11e0a1b11ae1'),
    PostScript: '%!PS',
    'PostScript (with preview)': hex('c5d0d3c6'),
  }),
  ...of('program', {
    ELF: hex('7f454c46'),
    WebAssembly: hex('0061736d'),
    'Mach-O': hex('cffaedfe'),
    'Mach-O (32 bits)': hex('cefaedfe'),
    'Java class': hex('cafebabe'),
    script: '#!/',
    shortcut: hex('4c0000000114020000000000'),
  }),
  ...of('program', { Windows: 'MZ' }),
  ...of('audio', { 'MPEG sound (bare)': hex('ff') }, isFrame),
]

/** Formats that are written in letters and nothing else. */
const inLetters = ['PNM', 'Radiance', 'PostScript', 'script', 'ar']
const isPrinted = (text: string) => /^[\x20-\x7e]*$/.test(text)

/** Whether there is anything in these bytes that no text has: what begins like a format may be a word about it. */
const isNoText = (bytes: Buffer) => bytes.subarray(0, 2048).some(byte => byte < 9 || (byte > 13 && byte < 27))

/** Which signature bytes begin with. Undefined: none that is known, as of all text. */
export function signatureOf(bytes: Buffer): Signature | undefined {
  const mayBeLetters = !isNoText(bytes)
  return signatures.find(
    ({ name, has, and }) =>
      has.every(([at, text]) => bytes.toString('latin1', at, at + text.length) === text) &&
      (and?.(bytes) ?? true) &&
      !(mayBeLetters && !inLetters.includes(name) && has.every(([, text]) => isPrinted(text))),
  )
}
