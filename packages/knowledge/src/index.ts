export { groupAlike } from './group-alike.ts'
export { type Article, createKnowledge, type Found, type Knowledge, type Ranked } from './knowledge.ts'
export { likenessTo } from './vectors.ts'
