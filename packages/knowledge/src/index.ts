export { groupAlike } from './group-alike.ts'
export { type Article, createKnowledge, type Found, type Knowledge, type Ranked } from './knowledge.ts'
export { answerSmallTalk } from './small-talk.ts'
export { likenessTo } from './vectors.ts'
