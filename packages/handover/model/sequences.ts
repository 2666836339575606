import * as fc from 'fast-check'
import { largest } from './draw.ts'

/**
 * Sequences of numbers of exactly one length. Unlike those of `fc.array`, a failing one shrinks to fewer
 * numbers all the same.
 */
export function sequences(length: number): fc.Arbitrary<number[]> {
  return new Sequences(length)
}

class Sequences extends fc.Arbitrary<number[]> {
  readonly #length: number
  readonly #shorter = fc.array(fc.nat(largest), { size: 'max' })

  constructor(length: number) {
    super()
    this.#length = length
  }

  override generate(random: fc.Random): fc.Value<number[]> {
    const numbers = Array.from({ length: this.#length }, () => random.nextInt(0, largest))
    return new fc.Value(numbers, undefined)
  }

  override canShrinkWithoutContext(value: unknown): value is number[] {
    return this.#shorter.canShrinkWithoutContext(value)
  }

  override shrink(value: number[], context: unknown): fc.Stream<fc.Value<number[]>> {
    return this.#shorter.shrink(value, context)
  }
}
