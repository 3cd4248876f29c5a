const remedies: Record<string, string> = {
  unreachable: 'Check the host and port of SMTP_URL, and that the server runs.',
  'sign-in-refused': 'Correct the name and password in SMTP_URL.',
  insecure:
    'The server offers no TLS that can be trusted: use one that does, or set SMTP_ALLOW_INSECURE=true knowingly.',
  'sender-refused':
    'The server does not let us send as this sender: correct the sender in the brand, or the account in SMTP_URL.',
  closing: 'The server is closing or wants fewer connections: SMTP_CONNECTIONS may be lower.',
  'breaking-off':
    'Connections to it break in the middle of messages: a limit of size, a virus scanner or a firewall on the way may do that.',
  stopped: 'The connection was closed by our own stop.',
};

/** What the log says of a mail server that takes nothing, with what to do about it. */
export function troubleSentence(server: string, trouble: string, reply: string): string {
  return `The mail server ${server} takes no messages (${reply}). ${remedies[trouble] ?? ''} Nobody’s message is lost: they wait in the queue.`;
}
