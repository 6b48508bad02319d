/* The bell of the counter, made by the browser: no file to fetch. It stays silent until the page was touched once, as browsers want it. */

let audio: AudioContext | undefined;

/** Two soft strokes of a bell, half a second in all. */
export function playArrival(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
  const start = audio.currentTime + 0.02;
  stroke(audio, 880, start);
  stroke(audio, 1318.5, start + 0.14);
}

function stroke(context: AudioContext, hertz: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.18, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.4);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.42);
}
