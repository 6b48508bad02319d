import type { Localized } from '../domain/language.ts';
import type { Message } from '../domain/message.ts';
import type { Wording } from '../domain/wording.ts';
import { escapeMarkdown, tagsAsText } from './text.ts';

/** What a channel shows of a message. */
export interface Rendered {
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown';
}

/**
 * The text of a message as its customer sees it: an agent's words with the agent's name, and never read as markup; of an editor's
 * Markdown the tags are shown, not run.
 */
export function render(message: Message, wording: Localized<Wording>): Rendered {
  switch (message.author) {
    case 'customer':
      return { text: message.text, textFormat: 'plain' };
    case 'bot':
    case 'system':
      return { text: tagsAsText(message.text), textFormat: 'markdown' };
    case 'agent': {
      const agent = escapeMarkdown(message.agentName ?? '');
      const values: Record<string, string> = { agent, text: escapeMarkdown(message.text) };
      const { says } = wording[message.language].agent;
      return {
        text: says.replaceAll(/\{(agent|text)\}/g, (whole, name: string) => values[name] ?? whole),
        textFormat: 'markdown',
      };
    }
  }
}
