import type { z } from 'zod';

import type { Problem } from './problem.ts';

/** A mistake in words, wherever it stands. */
export type Fault = Pick<Problem, 'code' | 'message' | 'help'>;

/** What a check finds wrong in a value, before its place in the file is known. */
export interface Finding extends Fault {
  /** Where below the checked value; default: the value itself. */
  readonly path?: readonly PropertyKey[];
  /** The text within the value that is meant. */
  readonly part?: string;
}

/** Makes a zod check of a function that tells what is wrong with a value. */
export function finding<T>(look: (value: T) => readonly Finding[]) {
  return (value: T, context: z.RefinementCtx): void => {
    for (const found of look(value)) {
      context.addIssue({
        code: 'custom',
        message: found.message.en,
        path: [...(found.path ?? [])],
        params: { finding: found },
      });
    }
  };
}

/** The finding that a zod issue carries; undefined when zod itself found the fault. */
export function findingOf(issue: z.core.$ZodIssue): Finding | undefined {
  return issue.code === 'custom' ? (issue.params?.['finding'] as Finding | undefined) : undefined;
}
