export { type Article, createKnowledge, type Found, type Knowledge } from './knowledge.ts'
