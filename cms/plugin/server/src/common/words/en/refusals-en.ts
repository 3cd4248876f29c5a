import type { PictureFault } from '../../../../../shared/lists';
import { uids } from '../../../../../shared/uids';
import { fieldLabel, fieldsIn } from '../contract-fields';
import type { Words } from '../desk-words';
import { addressInvalid, campaignUnknown, expectations, undecided } from './delivery-en';
import { inputs } from './inputs-en';
import { reviewRefusals } from './review-refusals-en';
import { languages, stages, steps, suppressionReasons } from './terms-en';

const documents = {
  article: 'this article',
  issue: 'this issue',
  dashboard: 'this dashboard',
  brand: 'the institution',
} as const;

const troubles = {
  unreachable: 'cannot be reached; have its address (SMTP_URL) and the network checked',
  'sign-in-refused': 'refuses the user name or the password; have them corrected (SMTP_URL)',
  insecure: 'offers no encrypted connection; use smtps:// or a server with STARTTLS',
  'sender-refused': 'refuses the sender’s address; correct it in the institution’s settings',
  closing: 'takes nothing for now; try again in a few minutes',
  stopped: 'could not be asked, the application is stopping',
  'breaking-off': 'breaks connections off in the middle of messages; ask who runs it',
  'ascii-only': 'does not take addresses with accented or non-Latin letters before the @',
} as const;

/** What keeps somebody from approving an issue. */
const deeds = {
  submitted: 'you submitted it for review',
  changed: 'you changed its content',
  published: 'you published some of its content',
  deleted: 'you deleted some of its content',
  'lifted-rule': 'it was you who lifted this rule, and it still holds for you',
} as const;

const listed = new Intl.ListFormat('en', { type: 'conjunction' });
const fields = fieldsIn('en');

/** Why a picture was not copied. */
const pictureTroubles: Record<PictureFault, string> = {
  unreachable: 'cannot be reached',
  private: 'an address in a private network',
  'too-large': 'too large',
  'too-many-pixels': 'too many pixels',
  'too-slow': 'took too long',
  'no-picture': 'not a PNG, JPEG or GIF',
};

/** What the desk says when it refuses, in English. */
export const refusals: Pick<Words, 'obstacles' | 'refusals'> = {
  obstacles: {
    'edition-changed': () =>
      'The issue has changed since you saw it: reload the preview, read it again, then try again.',
    'picture-foreign': ({ where, address }) =>
      `${where}: the picture ${address} lies on another server, where it may change or disappear. Put the issue up for review to have it copied, or upload it to the media library.`,
    'picture-missing': ({ where, address }) =>
      `${where}: the picture ${address} is missing, too large, or not a PNG, JPEG or GIF. Upload it again.`,
    'article-unpublished': (title) =>
      `The article “${title}” is not published: publish it, or take it out of the issue.`,
    'article-modified': (title) =>
      `The article “${title}” has unpublished changes: publish them, or discard them.`,
  },
  refusals: {
    INPUT_INVALID: ({ problems }) =>
      problems
        .map(
          (problem) => `The field “${problem.field}” is not valid: ${inputs[problem.code](problem.values)}.`,
        )
        .join(' '),
    BODY_TOO_LARGE: ({ limit }) =>
      `This is too large${limit === null ? '' : `: at most ${sizeOf(limit)} are taken at once`}. Shorten it or send it in parts; nothing was saved.`,
    BODY_TOO_DEEP: ({ limit }) =>
      `This is nested more than ${limit} levels deep, which no text needs: flatten its lists. Nothing was saved.`,
    BODY_UNREADABLE: () =>
      'What was sent cannot be read: it is neither JSON nor a form. Reload the page and try again; nothing was saved.',
    REQUEST_INCOMPLETE: () =>
      'This request lacks what its address needs, or is about something that does not exist. Reload the page and try again.',
    QUERY_TOO_LONG: ({ limit }) =>
      `A parameter of this address has more than ${limit} characters: ask for less at once.`,
    QUERY_UNREADABLE: () =>
      'The filters of this address mean nothing to the database. Remove them and try again; nothing was changed.',
    ISSUE_UNKNOWN: () => 'This issue does not exist, or was deleted.',
    ISSUE_INVALID: ({ obstacles }) => obstacles.map(({ message }) => message).join(' '),
    ISSUE_LOCKED: ({ number, stage }) =>
      `Issue ${number} is ${stages[stage]}: the readers have it, so it can be neither changed nor deleted. To correct something, start a correction at the desk.`,
    ISSUE_SCHEDULED: ({ number }) =>
      `Issue ${number} is scheduled: cancel its send at the desk first, then delete it.`,
    NUMBER_UNKNOWN: ({ number }) =>
      `There is no issue ${number} to start from: choose another one, or a blank issue.`,
    NUMBER_UNTRANSLATED: ({ number, languages: lacking }) =>
      `There is no issue ${number} ${listed.format(lacking.map((one) => languages[one]))}, or no longer: reload the page, or choose other languages.`,
    NUMBER_TAKEN: ({ number, languages: taken }) =>
      `Issue ${number} is there already ${listed.format(taken.map((one) => languages[one]))}: open it, or choose another number or other languages.`,
    NUMBER_UNFIT: ({ number, sentence }) =>
      `Issue ${number} cannot be a model as it is. ${sentence} Correct it first, or begin from another one; nothing was made.`,
    NUMBER_FORBIDDEN: () => 'You may not create an issue and its dashboards: ask an editor.',
    COPY_CLOSED: () =>
      'An issue is not duplicated like this: the copy would keep the subject, articles and figures of the other one. Prepare it at the desk (“Prepare an issue”).',
    ARTICLE_UNKNOWN: () => 'This article does not exist, or has been deleted.',
    WORDS_HOMELESS: ({ language }) =>
      `The institution has no texts ${languages[language]} yet: write them first (Institution, “Texts by language”), then add the word.`,
    WORDS_FULL: ({ limit }) =>
      `The words of the house have reached ${limit} characters, as many as there may be: take some out in the institution’s form, then try again.`,
    TRANSLATION_TAKEN: ({ language, title }) =>
      `This article is there already ${languages[language]}${title === '' ? '' : `: “${title}”`}. Open it, or part it from this one first.`,
    ...reviewRefusals,
    CORRECTION_BOUND: ({ number }) =>
      `Issue ${number} is being corrected and the readers have it: it keeps its number and its language, and cannot be deleted. To give it up, take the correction back at the desk.`,
    STAGE_GUARDED: () =>
      'The stage and the approval of an issue are changed at the desk only. Reload this page, then save again.',
    REVISION_MISSING: () =>
      'This save does not say which version it began from, and might undo somebody’s work. Reload the page and try again; a program sends the field “revision” of the document it read.',
    REVISION_STALE: ({ type, title, by, fields: changed }) => {
      const what = title === null ? documents[type] : `“${title}”`;
      const labels = changed.map((field) => fieldLabel(uids[type], field, 'en'));
      const where = labels.length === 0 ? '' : ` (${labels.join(', ')})`;
      return `${by ?? 'A program'} has changed ${what} since you opened it${where}. Nothing was changed: try again to see both versions and choose.`;
    },
    CHOICE_MISSING: () => 'Some fields were changed on both sides: choose which version of each to keep.',
    DOCUMENT_DELETED: ({ type, by }) =>
      `${by ?? 'Somebody'} has deleted ${documents[type]} since you opened it. Nothing was saved; what you wrote is still on the screen, so copy it before you leave the page.`,
    DOCUMENT_FORBIDDEN: () => 'You may not edit this document.',
    STAGE_REFUSED: ({ number, stage, event }) => `Issue ${number} is ${stages[stage]}: it ${steps[event]}.`,
    APPROVAL_REFUSED: ({ obstacles }) => obstacles.map(({ message }) => message).join(' '),
    APPROVAL_PROTECTED: ({ number, stage, language }) =>
      `Issue ${number} (${languages[language]}) is ${stages[stage]} and contains this: only people who may ${stage === 'scheduled' ? 'send' : 'approve'} the issue can still change it. Ask one of them; nothing was saved.`,
    APPROVAL_ENDS: ({ issues }) =>
      `This change ends the approval of ${issues.map(({ number, language }) => `issue ${number} (${languages[language]})`).join(', ')}${issues.some(({ startAt }) => startAt !== null) ? ' and cancels the send that is planned' : ''}. Nothing was saved.`,
    DELETION_HELD: ({ issues }) =>
      `${issues.map(({ number, language }) => `Issue ${number} (${languages[language]})`).join(', ')} ${issues.length === 1 ? 'contains' : 'contain'} this. Nothing was deleted.`,
    ACKNOWLEDGEMENT_MISSING: ({ findings }) =>
      `Before approving, acknowledge each finding about figures, dates or the number. Still missing: ${findings.map(({ place, message }) => `${place}: ${message}`).join(' ')}`,
    FOUR_EYES: ({ number, deeds: done, names, approvers }) => {
      const why = listed.format(done.map((deed) => deeds[deed]));
      const others =
        names.length > 1
          ? ` These people may not approve it, because no approval has followed their work: ${names.join(', ')}.`
          : '';
      const who =
        approvers.length === 0
          ? 'Nobody else has the right to: have it given to another person (Settings, Roles).'
          : `May approve it: ${approvers.join(', ')}.`;
      return `Somebody else has to approve issue ${number}, because ${why}.${others} ${who}`;
    },
    CORRECTION_UNKNOWN: ({ number }) => `No correction of issue ${number} has been started.`,
    CORRECTION_EDITED: ({ number, fields: changed }) =>
      `Issue ${number} is no longer as the readers received it${changed.length === 0 ? '' : ` (${changed.map((field) => fieldLabel(uids.issue, field, 'en')).join(', ')})`}. Put it back first, or see the correction through.`,
    PICTURE_LOST: ({ number, language, picture }) =>
      `The picture ${picture} of the approved issue ${number} (${languages[language]}) is missing on the server: restore the folder of pictures from a backup, or approve the issue again.`,
    PICTURE_NOT_COPIED: ({ pictures }) =>
      `Pictures on other servers could not be copied: ${pictures.map(({ address, fault }) => `${address} (${pictureTroubles[fault]})`).join(', ')}. Upload them to the media library, or take them out.`,
    PICTURE_TOO_LARGE: ({ name, megapixels, limit }) =>
      `The picture “${name}” has ${megapixels} million pixels, and at most ${limit} million are taken. Reduce it, then upload it again; nothing was stored.`,
    PICTURE_UNREADABLE: ({ name }) =>
      `The file “${name}” is not a picture that can be shown in a mail: upload a PNG, JPEG or GIF that is not damaged. Nothing was stored.`,
    UPLOAD_PROTECTED: ({ name }) =>
      `The file “${name}” was uploaded by somebody else: only that person, or those who may approve an issue, can replace or delete it.`,
    UPLOAD_ATTACHED: () =>
      'A file is uploaded to the media library alone (without ref, refId and field): add it to the article, issue or institution that shows it, and save that.',
    NOT_APPROVED: ({ number, stage }) =>
      `Issue ${number} is ${stages[stage]}: only an approved issue can be sent.`,
    EDITION_CHANGED: (changed) =>
      changed.since === 'seen'
        ? 'The issue has changed since you saw it: reload the preview, read it again, then try again.'
        : `Issue ${changed.number} (${languages[changed.language]}) is not what was approved any more: read it again and approve it again.`,
    EDITION_CORRECTED: ({ number, languages: of }) =>
      `What this send carried of issue ${number} (${of.map((each) => languages[each]).join(', ')}) is being corrected, or is no longer approved: none of it is sent again. Send the correction, or take it back first.`,
    AUDIENCE_EMPTY: () => 'Choose at least one list or segment.',
    LIST_UNKNOWN: () => 'One of the chosen lists does not exist any more: reload the page and choose again.',
    SEGMENT_UNKNOWN: () =>
      'One of the chosen segments does not exist any more: reload the page and choose again.',
    SEGMENT_INVALID: ({ name }) =>
      `The rule of the segment “${name}” cannot be read: correct it in the content manager.`,
    SENDER_INCOMPLETE: ({ problems }) =>
      `The sender is not complete. Correct in the institution’s settings: ${problems
        .map(({ field, expected }) => `“${fields[field] ?? field}” (${expectations[expected]})`)
        .join(', ')}.`,
    CAMPAIGN_UNKNOWN: campaignUnknown,
    START_IN_PAST: () => 'The start time has passed: choose a time to come, or send now.',
    NO_RECIPIENTS: ({ candidates }) => {
      if (candidates === 0) return 'The chosen lists are empty: nobody would receive this issue.';
      const everybody =
        candidates === 1
          ? 'The only person chosen is left out'
          : `All ${candidates} people chosen are left out`;
      return `${everybody} (unsubscribed, not confirmed, or without a valid address): nobody would receive this issue.`;
    },
    SENDING_HELD: () =>
      'Nothing can be sent now: sending is held until somebody has decided on the page “Held sends” of the desk.',
    HOLD_UNDECIDED: ({ count }) => undecided(count),
    SMTP_MISSING: () =>
      'No mail server is set: ask your administrator to add its address (SMTP_URL) to the .env file, such as smtp://user:password@server:587, and to restart.',
    SMTP_TROUBLE: ({ host, trouble, reply }) =>
      `The mail server ${host} ${troubles[trouble]}.${reply === '' ? '' : ` Its answer: ${reply}`}`,
    ADDRESS_INVALID: addressInvalid,
    SUPPRESSION_UNKNOWN: () => 'This address is not suppressed any more: reload the page.',
    TEST_ADDRESS_STRANGE: ({ addresses, domains, mayConfirm }) => {
      const isOne = addresses.length === 1;
      const what = isOne
        ? `The address ${addresses.join()} belongs neither to the team nor to an allowed domain`
        : `These addresses belong neither to the team nor to an allowed domain: ${addresses.join(', ')}`;
      const allowed = domains.length === 0 ? 'no domain is allowed' : `allowed: ${domains.join(', ')}`;
      const next = mayConfirm
        ? `Confirm ${isOne ? 'it' : 'them'} to send the test.`
        : 'Ask somebody who approves issues to send the test there.';
      return `${what} (${allowed}). ${next}`;
    },
    TEST_LIMIT: ({ limit, sent, again }) =>
      `Your tests go to at most ${limit} addresses an hour, and you have sent to ${sent}. Try again from ${timeOf(again)}, or choose fewer addresses.`,
    TEST_ADDRESS_SUPPRESSED: ({ addresses }) =>
      `These people must not be mailed any more, not even a test: ${addresses.map(({ address, reason }) => `${address} (${suppressionReasons[reason]})`).join(', ')}. Take them out of the test.`,
    ERASURE_LEAVING: ({ count }) =>
      `This person cannot be erased right now: ${count} message(s) to them are just leaving. Try again in a minute; nothing was erased.`,
    PERSON_UNKNOWN: ({ address }) =>
      `Nothing here is about ${address}: check the address, or it is erased already.`,
    JOURNAL_APPEND_ONLY: () =>
      'The journal and the memory of readers keep what was written: nothing in them is changed or removed.',
    UNFORESEEN: () =>
      'Something unexpected happened. Look whether it was done, and if not, try again; if it comes back, tell your administrator the time.',
  },
};

/** `64 MB` or `56 KB`, as the parsers count: by 1,024. */
function sizeOf(bytes: number): string {
  return bytes >= 2 ** 20 ? `${Math.floor(bytes / 2 ** 20)} MB` : `${Math.floor(bytes / 2 ** 10)} KB`;
}

/** A moment of the day, in UTC as in the file of deliveries: the server does not know the person's time zone. */
function timeOf(instant: string): string {
  return `${new Date(instant).toISOString().slice(11, 16)} UTC`;
}
