const key = 'baton-sound'

/** Whether a notification may be heard. Off until somebody wants it. */
export function soundIsOn(): boolean {
  return localStorage.getItem(key) === 'on'
}

export function setSound(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off')
  if (on) playSound()
}

/** Two short tones. A browser that lets no page sound by itself stays silent. */
export function playSound(): void {
  const context = new AudioContext()
  const volume = context.createGain()
  volume.gain.value = 0.05
  volume.connect(context.destination)
  for (const [at, hertz] of [
    [0, 660],
    [0.12, 880],
  ] as const) {
    const tone = context.createOscillator()
    tone.frequency.value = hertz
    tone.connect(volume)
    tone.start(context.currentTime + at)
    tone.stop(context.currentTime + at + 0.1)
    if (at > 0) tone.onended = () => void context.close()
  }
}
