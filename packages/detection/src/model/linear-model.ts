import type { Features } from './features.ts'

/** A trained linear model: one weight for each bucket that features are hashed into. */
export type LinearModel = { weights: Int8Array; scale: number; bias: number }

/** As it is stored: two weights of four bits in each byte, from −7 to 7 and counted from 8; the bytes in base 64. */
export type StoredModel = { scale: number; bias: number; weights: string }

export const LARGEST_WEIGHT = 7
export const ZERO_WEIGHT = 8

/** Brings texts of different lengths to one scale. */
export function featureValue(featureCount: number): number {
  return 4 / Math.sqrt(featureCount)
}

export function loadModel({ scale, bias, weights: stored }: StoredModel): LinearModel {
  const text = atob(stored)
  const weights = new Int8Array(text.length * 2)
  for (let at = 0; at < text.length; at++) {
    const byte = text.charCodeAt(at)
    weights[2 * at] = (byte >> 4) - ZERO_WEIGHT
    weights[2 * at + 1] = (byte & 15) - ZERO_WEIGHT
  }
  return { weights, scale, bias }
}

/** The log-odds that the model gives. */
export function logOdds({ weights, scale, bias }: LinearModel, { hashes, length }: Features): number {
  const mask = weights.length - 1
  let sum = 0
  for (let at = 0; at < length; at++) sum += weights[(hashes[at] ?? 0) & mask] ?? 0
  return bias + sum * scale * featureValue(length)
}

export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
