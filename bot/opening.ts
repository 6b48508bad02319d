import type { Config } from './config.ts';
import { openKnowledge, type OpenedKnowledge } from './service/knowledge.ts';
import type { Learner, Log } from './service/ports.ts';
import { knowledgeFolder } from './store/knowledge-folder.ts';
import { threadLearner } from './store/learner.ts';
import { cacheFolderOf } from './store/model-cache.ts';

/** Knowledge that is being opened. */
export interface Opening {
  readonly opened: Promise<OpenedKnowledge>;
  readonly learner: Learner;
}

/** Begins to learn the knowledge in a thread of its own, so that the libraries of the server can be loaded meanwhile. */
export function beginOpening(config: Config, log: Log): Opening {
  const learner = threadLearner(log, cacheFolderOf(config.DATABASE_URL));
  const opened = openKnowledge({ source: knowledgeFolder(config.KNOWLEDGE_DIR), log, learner });
  // Whoever awaits it is told of a failure; until then it must not end the process.
  opened.catch(() => {});
  return { opened, learner };
}
