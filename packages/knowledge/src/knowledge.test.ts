import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createKnowledge, likenessTo } from './index.ts'

const articles = [
  {
    id: 'returns',
    title: 'Returning something',
    questions: ['How do I send an item back?', 'I want to return my shoes', 'Can I get my money back?'],
    body: 'You can return everything within 30 days. The label is in the parcel.',
  },
  {
    id: 'delivery',
    title: 'Delivery times',
    questions: ['Where is my parcel?', 'When will my order arrive?', 'How long does shipping take?'],
    body: 'A parcel takes two to four days. Islands take a week.',
  },
  {
    id: 'password',
    title: 'A new password',
    questions: ['I forgot my password', 'I cannot log in'],
    body: 'Choose “Forgot password” on the sign-in page.',
  },
]
const knowledge = createKnowledge({ articles })

describe('the article that answers a question', () => {
  test.each([
    ['can i return these shoes please', 'returns'],
    ['when does my order arrive', 'delivery'],
    ['forgot the pasword', 'password'],
    ['how many days until parcels reach islands', 'delivery'],
  ])('%s', (question, articleId) => {
    expect(knowledge.find(question)).toMatchObject({ answered: true, articleId })
  })

  test('a question about something else has none', () => {
    expect(knowledge.find('do you sell gift cards for dogs')).toMatchObject({
      answered: false,
      articleId: null,
    })
    expect(knowledge.find('')).toEqual({ answered: false, articleId: null, score: 0 })
  })

  test('the articles near a question are ranked, also where none of them answers it', () => {
    expect(knowledge.rank('when does my order arrive', 2)[0]).toMatchObject({ articleId: 'delivery' })
    expect(knowledge.rank('do you sell gift cards', 3).every(({ score }) => score < 0.3)).toBe(true)
    expect(knowledge.rank('', 3)).toEqual([])
  })

  test('the likest of some texts is the one that says it', () => {
    const [label = 0, islands = 0] = likenessTo('do islands take longer', [
      'The label is in the parcel.',
      'Islands take a week.',
    ])
    expect(islands).toBeGreaterThan(label)
  })

  test('everyday words that no article has do not hide those that one has', () => {
    const plain = createKnowledge({
      articles: [
        { id: 'bulbs', title: 'Bulbs', body: 'All our lamps take E27 bulbs.' },
        { id: 'invoices', title: 'Invoices', body: 'The invoice is attached to the e-mail of your order.' },
        { id: 'returns', title: 'Returns', body: 'You can send anything back within 30 days.' },
      ],
    })
    expect(plain.find('what do i need an invoice for')).toMatchObject({ articleId: 'invoices' })
    expect(plain.find('what do i need a ladder for').answered).toBe(false)
  })

  test('without articles nothing is answered', () => {
    expect(createKnowledge({ articles: [] }).find('anything').answered).toBe(false)
  })

  test('any text is taken, and the same gives the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = knowledge.find(text)
        expect(found.score).toBeGreaterThanOrEqual(0)
        expect(found.score).toBeLessThanOrEqual(1)
        expect(knowledge.find(text)).toEqual(found)
      }),
    )
  })
})
