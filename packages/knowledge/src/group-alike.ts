import { createVectors, likeness, type Vector } from './vectors.ts'

/** From here on two questions count as one. */
const ALIKE = 0.35

/**
 * Puts texts together that ask for the same in other words. Gives the places of each group in the list; a text joins the
 * group whose first it is most like, so what comes first names the group.
 */
export function groupAlike(texts: readonly string[]): number[][] {
  const { vectorOf } = createVectors(texts)
  const groups: { first: Vector; members: number[] }[] = []
  for (const [at, text] of texts.entries()) {
    const vector = vectorOf(text)
    let nearest: (typeof groups)[number] | undefined
    let most = ALIKE
    for (const group of groups) {
      const like = likeness(vector, group.first)
      if (like < most) continue
      nearest = group
      most = like
    }
    if (nearest) nearest.members.push(at)
    else groups.push({ first: vector, members: [at] })
  }
  return groups.map(({ members }) => members)
}
