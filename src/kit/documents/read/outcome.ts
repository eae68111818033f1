/** What came of reading a document: its text in our markup with what its reader should know, or why it was not read. */
export type Outcome =
  | { readonly text: string; readonly notes: readonly string[] }
  | { readonly refused: string }

const say = (refused: string) => ({ refused }) as const

/** Every way a document is turned away, each with what to do instead. */
export const refusals = {
  empty: say('There is nothing in this file. Choose it again, or copy its text and paste it here.'),
  tooLarge: say(
    'This file is larger than 20 megabytes. Take the pictures out of it, or copy its text and paste it here.',
  ),
  tooLong: say(
    'The text in this file is too long to be one document. Cut it into parts, and choose one part at a time.',
  ),
  slow: say(
    'This file took too long to read, so we stopped. Save it again as a new Word document, or copy its text and paste it here.',
  ),
  busy: say('Many files are being read just now. Wait a minute, then choose yours again.'),
  broken: say(
    'This file is damaged or not whole. Open it where it was made, save it again, and choose the new file; or copy its text and paste it here.',
  ),
  locked: say('This file is locked with a password. Save it without one, then choose it again.'),
  bomb: say(
    'This file would grow far beyond its size when it is opened, as no ordinary document does. Open it where it was made, save it as a new document, and choose that one.',
  ),
  oldWord: say(
    'This is a document of an older Word. Open it in Word, save it as .docx, and choose that file.',
  ),
  openDocument: say(
    'This is an OpenDocument file, which we do not read. Save it as a Word document (.docx), and choose that file.',
  ),
  richText: say(
    'This is a rich text file, which we do not read. Save it as a Word document (.docx), and choose that file.',
  ),
  workbook: say(
    'This is a spreadsheet. Copy the text from it and paste it here, or save it as a Word document.',
  ),
  slides: say('These are slides. Copy the text from them and paste it here, or save it as a Word document.'),
  archive: say('This is an archive of other files. Take the document out of it, and choose that.'),
  picture: say(
    'This is a picture, and we do not read text from pictures. Choose the document it was made from, or type its text here.',
  ),
  scanned: say(
    'The pages of this PDF are pictures, as a scanner makes them: there is no text in them to read. Choose the document it was made from, or type its text here.',
  ),
  wordless: say('There is no text in this file. Choose another, or type the text here.'),
  unknown: say('We cannot tell what this file is. Choose a Word document, a PDF, a web page or plain text.'),
} as const
