import type { FluentIcon } from '@fluentui/react-icons';
import { BookQuestionMarkFilled, BookQuestionMarkRegular } from '@fluentui/react-icons/svg/book-question-mark';
import { DataTrendingFilled, DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { MailInboxFilled, MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox';
import { TicketDiagonalFilled, TicketDiagonalRegular } from '@fluentui/react-icons/svg/ticket-diagonal';
import { PeopleFilled, PeopleRegular } from '@fluentui/react-icons/svg/people';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

import type { Localized } from '../../domain/language.ts';
import type { Role } from '../../domain/role.ts';
import type { SignedIn } from '../../service/accounts.ts';

/*
 * The table of contents: one line a page. Each is a chunk of its own, loaded when it is come to. The addresses that a browser may
 * ask the server for stand in web/desk-page.ts.
 */

export interface DeskPage {
  /** Below /desk; more than one when a page shows several things. */
  readonly paths: readonly string[];
  /** Whoever has one of these; everybody who is signed in when there is none named. */
  readonly roles?: readonly Role[];
  /** How it stands in the navigation; not at all without. */
  readonly entry?: {
    readonly label: Localized<string>;
    readonly icon: FluentIcon;
    readonly iconHere: FluentIcon;
    /** What is counted beside it. */
    readonly counts?: 'waiting' | 'tickets';
  };
  readonly Page: LazyExoticComponent<ComponentType>;
}

export const pages: readonly DeskPage[] = [
  {
    paths: ['/', '/c/:id'],
    roles: ['agent'],
    entry: {
      label: { it: 'Posta', en: 'Inbox' },
      icon: MailInboxRegular,
      iconHere: MailInboxFilled,
      counts: 'waiting',
    },
    Page: lazy(async () => ({ default: (await import('./pages/inbox/inbox-page.tsx')).InboxPage })),
  },
  {
    paths: ['/tickets', '/tickets/:number'],
    roles: ['agent'],
    entry: {
      label: { it: 'Ticket', en: 'Tickets' },
      icon: TicketDiagonalRegular,
      iconHere: TicketDiagonalFilled,
      counts: 'tickets',
    },
    Page: lazy(async () => ({ default: (await import('./pages/tickets/ticket-pages.tsx')).TicketPages })),
  },
  {
    paths: ['/overview'],
    roles: ['manager'],
    entry: {
      label: { it: 'Panoramica', en: 'Overview' },
      icon: DataTrendingRegular,
      iconHere: DataTrendingFilled,
    },
    Page: lazy(async () => ({ default: (await import('./pages/figures/overview-page.tsx')).OverviewPage })),
  },
  {
    paths: ['/content'],
    roles: ['editor', 'manager'],
    entry: {
      label: { it: 'Contenuti', en: 'Content' },
      icon: BookQuestionMarkRegular,
      iconHere: BookQuestionMarkFilled,
    },
    Page: lazy(async () => ({ default: (await import('./pages/figures/content-page.tsx')).ContentPage })),
  },
  {
    paths: ['/definitions'],
    roles: ['editor', 'manager'],
    Page: lazy(async () => ({ default: (await import('./pages/figures/definitions-page.tsx')).DefinitionsPage })),
  },
  {
    paths: ['/teach'],
    roles: ['editor'],
    Page: lazy(async () => ({ default: (await import('./pages/teach/teach-page.tsx')).TeachPage })),
  },
  {
    paths: ['/people', '/people/:part'],
    roles: ['admin'],
    entry: { label: { it: 'Persone', en: 'People' }, icon: PeopleRegular, iconHere: PeopleFilled },
    Page: lazy(async () => ({ default: (await import('./pages/people/people-page.tsx')).PeoplePage })),
  },
  {
    paths: ['/account'],
    Page: lazy(async () => ({ default: (await import('./pages/account/account-page.tsx')).AccountPage })),
  },
];

/** The pages that this account may open. */
export function pagesOf({ roles }: SignedIn): readonly DeskPage[] {
  return pages.filter((page) => page.roles === undefined || page.roles.some((role) => roles.includes(role)));
}
