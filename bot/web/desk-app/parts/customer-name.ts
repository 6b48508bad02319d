import { conversationTexts } from '../texts/conversation.ts';
import { useTexts } from '../texts/language.tsx';

interface Known {
  /** Of the conversation. */
  readonly id: string;
  readonly customer?: string;
}

/** Gives how agents call a customer: by name, or where the channel tells none by a short number that is the conversation's own. */
export function useCustomerName(): (known: Known) => string {
  const t = useTexts(conversationTexts);
  return ({ id, customer }) => customer ?? `${t.customer} ${shortNumber(id)}`;
}

/** It is read aloud, so no 0 and 1; without vowels it spells nothing. */
const signs = '23456789BCDFGHJKLMNPQRSTVWXZ';

/** Four signs, the same for the same id; from an FNV-1a hash, so that ids that begin alike still differ. */
function shortNumber(id: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  return [0, 1, 2, 3].map((place) => signs[Math.floor((hash >>> 0) / signs.length ** place) % signs.length]).join('');
}
