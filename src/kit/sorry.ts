/** Something the person who started the program can put right: printed as one line, without a stack, and the exit is 1. */
export class Sorry extends Error {}
