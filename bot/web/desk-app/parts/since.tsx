import { useServerSecond } from '../live/ticking.ts';
import { useLanguage } from '../texts/language.tsx';
import { duration } from '../texts/time-words.ts';

/** How long ago an instant of the server is, ticking. */
export function Since({ at, className }: { readonly at: number; readonly className?: string }) {
  const now = useServerSecond();
  const { language } = useLanguage();
  return <time className={className}>{duration(now - at, language)}</time>;
}
