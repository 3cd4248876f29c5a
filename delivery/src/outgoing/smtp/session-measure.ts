/** What was learnt of a server's sessions, from its answers now or before. */
export interface SessionKnowledge {
  /** How many messages it takes a session; null when nothing is known of a limit. */
  sessionLimit: number | null;
  /** Called when that changes. */
  onSessionLimit: (messages: number | null) => void;
}

/** Follows how many messages a server takes a session. */
interface SessionMeasure {
  /** For a session that is opened now: how many messages it may be given, asked anew for each. */
  open(): () => number;
  /** A session took all it was given, so many messages, and was ended by us. */
  filled(messages: number): void;
  /** A session refused the message after so many, and a fresh one took it. */
  refused(messages: number): void;
}

/** A session is replaced after this many messages: some servers limit them, and a new sign-in per thousand costs little. */
const messagesPerSession = 1_000;
/** After so many sessions that ended at the limit one goes on beyond it, since limits are lifted, and chance may have made one. */
const firstPatience = 50;

/**
 * A limit is known when two refusals in a row came after as many messages: one alone may have been chance. Every now and then a
 * session goes on to twice the limit; where the server still refuses, the next such look comes after twice as many sessions.
 * What a look costs is one refusal, and nobody's attempt.
 */
export function sessionMeasure({
  sessionLimit,
  onSessionLimit,
}: SessionKnowledge = unknownSessions): SessionMeasure {
  let limit = sessionLimit;
  let suspected: number | null = null;
  let filledInARow = 0;
  let patience = firstPatience;

  function set(messages: number | null): void {
    if (messages !== limit) onSessionLimit(messages);
    limit = messages;
  }

  return {
    open() {
      if (limit === null || filledInARow < patience) return () => limit ?? messagesPerSession;
      filledInARow = 0;
      const farther = Math.min(limit * 2, messagesPerSession);
      return () => farther;
    },
    filled(messages) {
      if (limit === null) return;
      if (messages <= limit) {
        filledInARow += 1;
        return;
      }
      set(messages >= messagesPerSession ? null : messages);
      // The next session looks farther still.
      filledInARow = patience;
    },
    refused(messages) {
      filledInARow = 0;
      if (messages === limit) patience *= 2;
      else if (messages === suspected || (limit !== null && messages > limit)) {
        patience = firstPatience;
        set(messages);
      }
      suspected = messages;
    },
  };
}

/** For a transport of a few messages. */
const unknownSessions: SessionKnowledge = { sessionLimit: null, onSessionLimit: () => undefined };
