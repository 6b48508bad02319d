import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import type { Language } from '../../../domain/language.ts';
import { useMe } from '../api/session.ts';

const useStyles = makeStyles({ link: { fontSize: tokens.fontSizeBase200, alignSelf: 'flex-end' } });

/** What is known already of what is to be taught. */
export interface Lesson {
  /** The customer's wording. */
  readonly text?: string;
  readonly language?: Language;
  /** The entry that was nearest; the confidence is 0..1. */
  readonly nearest?: { readonly entry: string; readonly confidence: number };
  /** What an agent answered. */
  readonly answer?: string;
}

/** Leads an editor to teaching; others see nothing. The lesson goes with the address as its state: no customer's words stand in it. */
export function TeachLink({ lesson, children }: { readonly lesson: Lesson; readonly children: ReactNode }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  if (!useMe().roles.includes('editor')) return null;
  return (
    <Link as="button" className={styles.link} onClick={() => navigate('/teach', { state: lesson })}>
      {children}
    </Link>
  );
}

/** The lesson with which a page was opened; the browser keeps it over a reload. */
export function lessonGiven(): Lesson {
  return (history.state as Lesson | null) ?? {};
}
