import { readRequest } from '../src/human-requested.ts'
import { featuresOf } from '../src/model/features.ts'
import { loadModel, type StoredModel } from '../src/model/linear-model.ts'
import { replySignalNames, replySignals } from '../src/model/reply-judgement.ts'
import { requestSignals, signalNames } from '../src/model/request-signals.ts'
import { type Speech, strongest } from '../src/model/speech-models.ts'
import { symbolsOf } from '../src/model/symbols.ts'
import { unitsOf } from '../src/model/units.ts'
import { type Reading, read, type Sign } from '../src/reading.ts'
import { stemsOf } from '../src/similarity.ts'
import { fit, type Sample, scoreOf, store } from './fit.ts'
import { fitCombination, type Row } from './fit-combination.ts'
import { type Example, makeExamples } from './make-examples.ts'
import type { Grammar } from './read-grammar.ts'
import { readReplies } from './read-replies.ts'

/** What is written to `weights.json`. */
export type Trained = {
  models: Record<'request' | Speech, StoredModel>
  combination: number[]
  reply: number[]
}

type Studied = { example: Example; reading: Reading; signs: readonly Sign[]; sample: Sample }

const sectionsOf: Record<Speech, readonly string[]> = {
  offer: ['offer'],
  promise: ['promise'],
  ignorance: ['no answer'],
  failure: ['did not help', 'still broken'],
  acceptance: ['yes'],
  refusal: ['no'],
}
const botSections = ['offer', 'promise', 'no answer', 'answer']
const REQUEST_BITS = 18
const SPEECH_BITS = 15
const SPEECH_OTHERS = 3
/** 0: each text counts the same. 1: each language does. */
const BALANCE = 0.3
const EPOCHS = 3
/** Each phrase is left out once, so that the combination learns how far to trust the model on unseen ones. */
const FOLDS = 3
/** Among real messages, few ask for a person. */
const MODEL_WEIGHTS = { request: 1, thing: 1, other: 3 }
const COMBINATION_WEIGHTS = { request: 1, thing: 0.3, ordinary: 36, challenge: 2, other: 1.3 }
/** Said by contacts, and no request by themselves. */
const contactSections = ['no', 'did not help', 'still broken', 'sarcasm', 'frustrated', 'thanks', 'new topic']

/** Trains everything. `say` is told what happens. */
export function trainModels(grammars: readonly Grammar[], say: (line: string) => void): Trained {
  const studied = balance(makeExamples(grammars).filter(isOfContact).map(study))
  say(
    `${studied.length} texts, ${studied.filter(({ sample }) => sample.wanted === 1).length} of them requests`,
  )
  const rows = heldOutRows(studied)
  const combination = fitCombination(rows, signalNames.length)
  say(signalNames.map((name, at) => `${name} ${(combination[at] ?? 0).toFixed(2)}`).join(', '))
  const request = store(
    fit(
      studied.map(({ sample }) => sample),
      { bits: REQUEST_BITS, epochs: EPOCHS },
    ),
  )
  const all = makeExamples(grammars).filter(({ part }) => part !== 'Things')
  const speech = (name: Speech) => trainSpeech(name, all)
  const models = {
    request,
    offer: speech('offer'),
    promise: speech('promise'),
    ignorance: speech('ignorance'),
    failure: speech('failure'),
    acceptance: speech('acceptance'),
    refusal: speech('refusal'),
  }
  return { models, combination: combination.map(rounded), reply: trainReply(models) }
}

/** How far to trust each sign that an answer did not help. */
function trainReply({ failure, acceptance }: Record<Speech, StoredModel>): number[] {
  const [complaint, yes] = [loadModel(failure), loadModel(acceptance)]
  const heard = (text: string) => {
    const reading = read(text)
    return { reading, stems: stemsOf(reading) }
  }
  const rows = readReplies().map(({ asked, answer, reply, hasFailed }): Row => {
    const exchange = { earlier: [heard(asked)], answer: heard(answer), reply: heard(reply) }
    const { reading } = exchange.reply
    const said = { failure: strongest(complaint, reading).score, acceptance: strongest(yes, reading).score }
    return { signals: replySignals(exchange, said), wanted: hasFailed ? 1 : 0, weight: 1 }
  })
  return fitCombination(rows, replySignalNames.length).map(rounded)
}

function rounded(weight: number): number {
  return Number(weight.toFixed(4))
}

/** A model that tells what says this from everything else that the same speaker says. */
function trainSpeech(speech: Speech, examples: readonly Example[]): StoredModel {
  const sections = sectionsOf[speech]
  const ofSpeaker = examples.filter((example) => isOfBot(example) === isBotSpeech(speech))
  const samples = ofSpeaker.map((example): Sample => {
    const isWanted = example.part === 'Conversation' && sections.includes(example.section)
    return { ...study(example).sample, wanted: isWanted ? 1 : 0, weight: isWanted ? 1 : SPEECH_OTHERS }
  })
  return store(fit(samples, { bits: SPEECH_BITS, epochs: EPOCHS }))
}

function isOfBot({ part, section }: Example): boolean {
  return part === 'Conversation' && botSections.includes(section)
}

function isBotSpeech(speech: Speech): boolean {
  return sectionsOf[speech].every((section) => botSections.includes(section))
}

/** Long files do not drown the short ones: a language with four times as many texts counts twice as much. */
function balance(studied: readonly Studied[]): Studied[] {
  const byLanguage = Map.groupBy(studied, ({ example }) => example.language)
  const mean = studied.length / byLanguage.size
  return studied.map((one) => {
    const own = byLanguage.get(one.example.language)?.length ?? mean
    return { ...one, sample: { ...one.sample, weight: one.sample.weight * (mean / own) ** BALANCE } }
  })
}

function isOfContact({ part, section }: Example): boolean {
  return part !== 'Conversation' || contactSections.includes(section)
}

function study(example: Example): Studied {
  const reading = read(example.text)
  const symbols = symbolsOf(reading)
  const units = unitsOf(reading.tokens).map(({ from, to }) => {
    const { hashes, length } = featuresOf(reading.tokens, symbols, from, to)
    return hashes.slice(0, length)
  })
  const wanted = example.part === 'Requests' ? 1 : 0
  const weight =
    wanted === 1
      ? MODEL_WEIGHTS.request
      : example.part === 'Things'
        ? MODEL_WEIGHTS.thing
        : MODEL_WEIGHTS.other
  return { example, reading, signs: readRequest(reading), sample: { units, wanted, weight } }
}

function heldOutRows(studied: readonly Studied[]): Row[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isHeldOut = ({ example }: Studied) => foldOf(example) === fold
    const fitted = fit(
      studied.filter((one) => !isHeldOut(one)).map(({ sample }) => sample),
      { bits: REQUEST_BITS, epochs: EPOCHS },
    )
    return studied.filter(isHeldOut).map(
      ({ example, reading, signs, sample }): Row => ({
        signals: requestSignals(reading, signs, scoreOf(sample.units, fitted)),
        wanted: sample.wanted,
        weight: weightOf(example),
      }),
    )
  }).flat()
}

function weightOf({ part, section }: Example): number {
  if (part === 'Requests') return COMBINATION_WEIGHTS.request
  if (part === 'Things') return COMBINATION_WEIGHTS.thing
  if (section === 'ordinary') return COMBINATION_WEIGHTS.ordinary
  return section === 'are you human' ? COMBINATION_WEIGHTS.challenge : COMBINATION_WEIGHTS.other
}

function foldOf({ phrase, language }: Example): number {
  let hash = 7
  for (const character of `${language} ${phrase}`)
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0
  return (hash >>> 0) % FOLDS
}
