import { createSmtpTransport, type SmtpSettings, type Transport } from '@nachra/delivery';
import { Refusal } from './refusal';

/**
 * Connects to the servers in turn until one accepts the connection. The caller closes the transport.
 *
 * @throws {Refusal} `SMTP_MISSING`; `SMTP_TROUBLE` naming the first, when none does
 */
export async function usableServer(servers: readonly SmtpSettings[]): Promise<Transport> {
  let refusal: Refusal = smtpMissing();
  for (const [index, smtp] of servers.entries()) {
    const transport = createSmtpTransport(smtp);
    const state = await transport.verify();
    if (state.ok) return transport;
    await transport.close();
    if (index === 0)
      refusal = new Refusal('SMTP_TROUBLE', {
        host: smtp.host,
        trouble: state.trouble,
        reply: state.reply,
      });
  }
  throw refusal;
}

/** The refusal of anything that needs a mail server, when none is set. */
export function smtpMissing(): Refusal {
  return new Refusal('SMTP_MISSING', {});
}
