import { controlOf, Field, type FieldParts, type FieldProps } from '../field/field.tsx'
import { type Messages, messageAttributes, type Part, tokens } from '../part/part.ts'

export interface FileUploadProps extends Omit<FieldProps, 'value'> {
  /** Kinds of file, as `accept` takes them. The server checks for itself. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  /** A place to drop files on (govuk-frontend's own script; without it, the browser's own control). */
  readonly dropZone?: boolean | undefined
  readonly messages?:
    | Messages<
        | 'choose-files-button'
        | 'no-file-chosen'
        | 'multiple-files-chosen'
        | 'drop-instruction'
        | 'entered-drop-zone'
        | 'left-drop-zone'
      >
    | undefined
  readonly parts?: (FieldParts & { readonly wrapper?: Part | undefined }) | undefined
}

/** A file to send. A page cannot put one back that was chosen before. */
export function FileUpload(props: FileUploadProps) {
  const wrapper = props.parts?.wrapper
  const control = (
    <input
      class={tokens('govuk-file-upload', props.class, props.error && 'govuk-file-upload--error')}
      {...controlOf(props)}
      type="file"
      accept={props.accept}
      multiple={props.multiple}
      {...props.attributes}
    />
  )
  return (
    <Field field={props}>
      {props.dropZone ? (
        <div
          class={tokens('govuk-file-upload-wrapper', wrapper?.class)}
          data-module="govuk-file-upload"
          {...messageAttributes(props.messages)}
          {...wrapper?.attributes}
        >
          {control}
        </div>
      ) : (
        control
      )}
    </Field>
  )
}
