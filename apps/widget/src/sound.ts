import type { Storage } from './storage.ts'

/** A short tone for what is new. Off until the visitor turns it on. */
export function createSound(storage: Storage) {
  const on = () => storage.get('sound') === 'on'
  const play = () => {
    if (on()) ring()
  }
  return {
    on,
    play,
    toggle(): void {
      storage.set('sound', on() ? null : 'on')
      play()
    },
  }
}

function ring(): void {
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  volume.gain.setValueAtTime(0.08, audio.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.3)
  tone.frequency.value = 740
  tone.connect(volume).connect(audio.destination)
  tone.start()
  tone.stop(audio.currentTime + 0.3)
  tone.onended = () => audio.close()
}
