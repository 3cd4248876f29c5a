import { startSmtpSink, type SmtpSink, type SmtpSinkOptions } from '../../support/smtp-sink';
import { openNewsroom, type Newsroom } from './newsroom';

/** A newsroom with a worker beside it that sends to a mail server of the test's own. */
export interface SendingNewsroom {
  sink: SmtpSink;
  /** Closes the mail server too. */
  room: Newsroom;
}

/** @param environment variables over those of the harness. @param options how the mail server behaves */
export async function openSendingNewsroom(
  environment: Record<string, string> = {},
  options: SmtpSinkOptions = {},
): Promise<SendingNewsroom> {
  const sink = await startSmtpSink(options);
  try {
    const room = await openNewsroom({ SMTP_URL: sink.url, NACHRA_WORKER: 'embedded', ...environment });
    const close = async () => {
      await room.close();
      await sink.close();
    };
    return { sink, room: { ...room, close } };
  } catch (error) {
    await sink.close();
    throw error;
  }
}

/** Sends an issue to some lists, to its end. @returns the campaign's id, and who got it, each as often as she did */
export async function mailed(
  { room, sink }: SendingNewsroom,
  issue: string,
  lists: string[],
): Promise<{ id: string; to: string[] }> {
  const before = sink.received.length;
  const { id } = await room.sent(issue, lists);
  await room.reaches(issue, 'sent');
  const to = sink.received.slice(before).map((message) => message.to);
  return { id, to: to.sort() };
}
