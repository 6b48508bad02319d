/** Reads a watermark: the seq of the last message that the client has; 0 when it has none, undefined when it is no number. */
export function readWatermark(text: string | null): number | undefined {
  if (text === null || text === '' || text === 'null' || text === 'undefined') return 0;
  const seq = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(seq) ? seq : undefined;
}
