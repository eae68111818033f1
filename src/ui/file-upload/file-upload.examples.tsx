import type { Examples } from '../part/part.ts'
import { FileUpload } from './file-upload.tsx'

export const examples: Examples = {
  default: <FileUpload name="file-upload-1" label="Upload a file" />,
  attributes: <FileUpload name="file-upload-attributes" label="Upload a file" accept=".jpg, .jpeg, .png" />,
  'enhanced, multiple files': <FileUpload name="file-upload-3" label="Upload files" dropZone multiple />,
}
