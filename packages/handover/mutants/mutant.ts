/** One rule, broken on purpose. `find` stands exactly once in the file. */
export type Mutant = { name: string; breaks: string; file: string; find: string; replace: string }
