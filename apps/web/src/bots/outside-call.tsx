import type { Bot, CallResult } from '@baton/contract'
import { useMutation } from '@tanstack/react-query'
import { baton, patientBaton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Notice } from '../ui/notice.tsx'

const words = texts.bots.outside

/** Of an outside bot that is called: the secret that calls are signed with, and a call to try it. */
export function OutsideCall({ bot }: { bot: Bot }) {
  const secret = useMutation({
    mutationFn: () => baton.createCallSecret({ params: { id: bot.id } }),
    onSuccess: () =>
      Promise.all(
        [keys.bots, keys.readiness(bot.id)].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  })
  const call = useMutation({ mutationFn: () => patientBaton.testCall({ params: { id: bot.id } }) })
  return (
    <section aria-labelledby="outside-call" className="grid gap-3 border-t border-line pt-4">
      <h3 id="outside-call" className="text-14 font-semibold">
        {words.title}
      </h3>
      <p className="text-13 text-ink-2">{bot.hasCallSecret ? words.hint : words.secretMissing}</p>
      {secret.data && <CopyField label={words.secret} text={secret.data.secret} />}
      <div className="flex flex-wrap gap-2">
        {!secret.data && (
          <Button
            variant={bot.hasCallSecret ? 'plain' : 'primary'}
            busy={secret.isPending}
            onClick={() => secret.mutate()}
          >
            {bot.hasCallSecret ? words.newSecret : words.makeSecret}
          </Button>
        )}
        {bot.hasCallSecret && (
          <Button busy={call.isPending} onClick={() => call.mutate()}>
            {words.test}
          </Button>
        )}
      </div>
      {[secret.error, call.error].map(
        (error) =>
          error && (
            <Notice key={sentenceOf(error)} tone="bad">
              {sentenceOf(error)}
            </Notice>
          ),
      )}
      <div role="status">{call.data && !call.isPending && <Outcome result={call.data} />}</div>
    </section>
  )
}

function Outcome({ result }: { result: CallResult }) {
  const { outcome, reason, text, handOver, milliseconds } = result
  return (
    <Notice tone={outcome === 'failed' ? 'bad' : 'neutral'} icon={outcome === 'failed' ? 'alert' : 'check'}>
      <p className="font-medium">{words.outcomes[outcome](milliseconds)}</p>
      {[reason, text, handOver?.scenario, handOver?.reason].map(
        (line) =>
          line && (
            <p key={line} dir="auto" className="mt-1 break-words text-ink-2">
              {line}
            </p>
          ),
      )}
    </Notice>
  )
}
