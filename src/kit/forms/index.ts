export * from './field.ts'
export * from './form.ts'
