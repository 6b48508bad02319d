import { z } from 'zod';

import { botFile } from './bot-schema.ts';
import { faqEntry, intent } from './entry-schema.ts';
import { hoursFile } from './hours-schema.ts';
import { repliesFile } from './replies-schema.ts';
import { synonymsFile } from './synonyms-schema.ts';

/** The forms of the knowledge files as JSON Schemas, by which an editor's program completes and checks while one types. */
export function jsonSchemas(): Readonly<Record<'faq' | 'intents' | 'bot' | 'hours' | 'replies' | 'synonyms', object>> {
  return {
    faq: schemaOf('faq/*.yaml', z.array(faqEntry['every-language'])),
    intents: schemaOf('intents/*.yaml', z.array(intent['every-language'])),
    bot: schemaOf('intents/bot.yaml', botFile),
    hours: schemaOf('intents/hours.yaml', hoursFile),
    replies: schemaOf('intents/replies.yaml', repliesFile),
    synonyms: schemaOf('intents/synonyms.yaml', synonymsFile),
  };
}

/** Draft 7 is the one that the YAML support of editors understands best. */
function schemaOf(title: string, schema: z.ZodType): object {
  return { title: `Sportello: ${title}`, ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) };
}
