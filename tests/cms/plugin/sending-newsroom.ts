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
