/*
 * Web Chat tells times by the clock of twelve hours ("22 novembre 5:36 AM"): every one to a screen reader, and older ones to all. Nobody
 * in Italy reads a clock so, and none of its settings changes it; the pattern stands once in its file.
 */

/** Gives Web Chat's code with Italian times from 00:00 to 23:59. */
export function withItalianTimes(code: string): string {
  return code.replace('pattern:"d MMMM h:mm a",timeSeparator:":",months:{M:{4:{1:"gennaio"', (found) =>
    found.replace('h:mm a', 'HH:mm'),
  );
}
