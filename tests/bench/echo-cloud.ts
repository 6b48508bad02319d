import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

/* The peer of /api/messages: an echo bot on the stock CloudAdapter, without authentication, on restify. Prints its URL. */

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response, async (turn) => {
    if (turn.activity.type === 'message') await turn.sendActivity(`Echo: ${turn.activity.text}`);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
