import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseKnowledge } from '../../bot/content/parse.ts';
import type { Knowledge } from '../../bot/domain/knowledge.ts';
import type { Mind } from '../../bot/domain/mind.ts';
import { understandWith } from '../../bot/understanding/build.ts';
import { learned } from '../learned.ts';

const root = resolve(import.meta.dirname, '../..');

/** What the sample shop's bot thinks with: the knowledge of faq/ and intents/, and the understanding that learns it. */
export function sampleMind(): Mind {
  const knowledge = sampleKnowledge();
  const { wording, policy, hours, botName, shopName, revision } = knowledge;
  const entries = new Map(knowledge.entries.map((entry) => [entry.id, entry]));
  const understand = understandWith(knowledge, learned(knowledge));
  return { understand, entries, wording, policy, hours, staffed: true, botName, shopName, revision };
}

export function sampleKnowledge(): Knowledge {
  known ??= readKnowledge();
  return known;
}

let known: Knowledge | undefined;

function readKnowledge(): Knowledge {
  const files = ['faq', 'intents'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  );
  const parsed = parseKnowledge(files);
  if (!parsed.ok) throw new Error(`The sample knowledge has problems: ${JSON.stringify(parsed.problems, null, 2)}`);
  return parsed.value;
}
