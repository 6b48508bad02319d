import { errorReply, type Call, type Reply } from '../../service/http.ts';
import type { Time } from '../../domain/time.ts';
import type { Claims, Tokens, TokenUse } from './token.ts';

/**
 * Whom a call's token names; or the refusal, when there is none, it is for no use among `uses`, or not for the conversation in the
 * path.
 */
export function authorize(call: Call, tokens: Tokens, at: Time, uses: readonly TokenUse[] = ['talk']): Claims | Reply {
  const token = /^Bearer\s+(\S+)$/i.exec(call.headers.authorization ?? '')?.[1];
  if (token === undefined) {
    return errorReply(401, 'Unauthorized', 'A token is missing. Ask POST /v3/directline/tokens/generate for one.');
  }
  const readings = uses.map((use) => tokens.read(token, use, at));
  const claims = readings.find((reading) => reading !== 'invalid') ?? 'invalid';
  if (claims === 'expired') return errorReply(403, 'TokenExpired', 'The token has expired. Ask for a new one.');
  if (claims === 'invalid') return errorReply(403, 'Forbidden', 'The token is not valid here. Ask for a new one.');
  const { id } = call.params;
  if (id !== undefined && id !== claims.conversationId) {
    return errorReply(403, 'Forbidden', 'The token is for another conversation. Use the one that came with this one.');
  }
  return claims;
}
