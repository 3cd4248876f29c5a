import type { Language } from '@nachra/renderer';
import { quote } from '../quote';
import { explainStatus } from '../status-words';
import type { SuppressionCause, SuppressionReport } from './suppression-record';

interface Words {
  repeatedBounces: (cause: { count: number; among: number; issues: string; report: string }) => string;
  /** How one of several issues is named, and what stands between them. */
  issue: (number: number) => string;
  between: string;
  /** For a report that holds neither words nor a status. */
  withoutWords: Record<SuppressionReport['kind'], string>;
}

const wordsOf: Record<Language, Words> = {
  en: {
    repeatedBounces: ({ count, among, issues, report }) =>
      `${count} of the last ${among} issues came back (${issues}): ${report}`,
    issue: (number) => `No. ${number}`,
    between: ', ',
    withoutWords: {
      bounce: 'The server gave no reason.',
      complaint: 'Reported as spam.',
      unsubscribe: 'Unsubscribed.',
    },
  },
  fr: {
    repeatedBounces: ({ count, among, issues, report }) =>
      `${count} des ${among} derniers numéros sont revenus (${issues}) : ${report}`,
    issue: (number) => `n° ${number}`,
    between: ', ',
    withoutWords: {
      bounce: 'Le serveur n’a pas donné de raison.',
      complaint: 'Signalé comme indésirable.',
      unsubscribe: 'Désabonnement.',
    },
  },
  ar: {
    repeatedBounces: ({ count, among, issues, report }) =>
      `ارتدّت ${count} من آخر ${among} أعداد (${issues}): ${report}`,
    issue: (number) => `العدد ${number}`,
    between: '، ',
    withoutWords: {
      bounce: 'لم يذكر الخادم سببًا.',
      complaint: 'تبليغ كبريد مزعج.',
      unsubscribe: 'إلغاء الاشتراك.',
    },
  },
};

/**
 * Says in one sentence of a language what decided a suppression. What a mail server or a reader said is quoted as it was
 * said, in whatever language; where a report holds no words, its status is explained. Pure.
 *
 * @example explainSuppression(cause, 'en') // '3 of the last 5 issues came back (No. 1, No. 3, No. 5): 452 4.2.2 Mailbox full'
 */
export function explainSuppression(cause: SuppressionCause, language: Language): string {
  const { repeatedBounces, issue, between } = wordsOf[language];
  const report = explainReport(cause, language);
  if (cause.code === 'one-report') return report;
  const { issues, among } = cause;
  return repeatedBounces({
    count: issues.length,
    among,
    issues: issues.map(issue).join(between),
    report,
  });
}

function explainReport({ sentence, status, kind }: SuppressionReport, language: Language): string {
  if (sentence !== '') return quote(sentence, language);
  const words = status === null ? '' : explainStatus(status, language);
  // The code stands behind the words: it is what a mail administrator asks for.
  return words === '' ? wordsOf[language].withoutWords[kind] : `${words} (${status})`;
}
