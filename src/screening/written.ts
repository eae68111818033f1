/** What the build makes of the rules, as `packed` has it. It stands here in what is built, and nowhere else. */
export const written: string | undefined = undefined
