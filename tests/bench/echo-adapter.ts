import { BotAdapter, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder';
import restify from 'restify';

/* The peer of the web chat: an echo bot on the smallest adapter there is, in memory, on restify. Prints its URL. */

class EchoAdapter extends BotAdapter {
  async receive(activity: Partial<Activity>): Promise<Partial<Activity>[]> {
    const replies: Partial<Activity>[] = [];
    const context = new TurnContext(this, activity);
    context.turnState.set('replies', replies);
    await this.runMiddleware(context, async (turn) => {
      await turn.sendActivity(`Echo: ${turn.activity.text}`);
    });
    return replies;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const replies = context.turnState.get<Partial<Activity>[]>('replies') ?? [];
    replies.push(...activities);
    return activities.map((_, index) => ({ id: String(index) }));
  }

  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(_: Partial<ConversationReference>): Promise<void> {}
}

const adapter = new EchoAdapter();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.receive(request.body);
  response.send(200, { id: '1' });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
