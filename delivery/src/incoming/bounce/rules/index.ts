import { contentRules } from './content';
import { eastAsianRules } from './east-asian';
import { englishAddressRules } from './english-address';
import { englishFullRules, englishPassingRules } from './english-passing';
import { englishPolicyRules } from './english-policy';
import { europeanRules } from './european';
import { foreignDomainRules, foreignSenderRules } from './foreign-sender';
import { frenchAndArabicRules } from './french-and-arabic';
import { lookUpRules } from './look-up';
import { providerRules } from './providers';
import type { TextRule } from './bounce-rule';

export type { TextRule } from './bounce-rule';

const policyNamed = (...names: string[]): TextRule[] =>
  englishPolicyRules.filter(({ name }) => names.includes(name));
const policyLater = englishPolicyRules.filter(
  ({ name }) => !['sender-refused', 'sender-not-trusted-by-name', 'rate-limit'].includes(name),
);

/**
 * All text rules in the order in which they are tried; the first that matches decides.
 *
 * What a provider documents comes first. Rules about the sender come before rules about the reader, because their messages use the same words (“Sender address
 * rejected: user unknown”); pace before room (“daily quota”); room before size (“mailbox size exceeded”); a look-up that
 * failed before a host that is not there; a person who is
 * not there before the policy a server adds for good measure.
 */
export const textRules: readonly TextRule[] = [
  ...providerRules,
  ...policyNamed('sender-refused', 'sender-not-trusted-by-name', 'rate-limit'),
  ...englishFullRules,
  ...contentRules.filter(({ name }) => name !== 'content-refused'),
  ...lookUpRules,
  ...englishAddressRules,
  ...policyLater.filter(({ isHint, name }) => !isHint && name !== 'spam-refused'),
  ...contentRules.filter(({ name }) => name === 'content-refused'),
  ...policyLater.filter(({ name }) => name === 'spam-refused'),
  ...foreignSenderRules,
  ...foreignDomainRules,
  ...frenchAndArabicRules,
  ...eastAsianRules,
  ...europeanRules,
  ...englishPassingRules,
  ...policyLater.filter(({ isHint }) => isHint),
];
