import type { Core } from '@strapi/strapi';
import type { Issue } from '@nachra/renderer';
import { uids } from '@nachra/strapi-plugin-newsletter';
import { articleDocument } from './article-document';
import { brandDocument } from './brand-document';
import { joinedDashboards } from './joined-dashboards';
import { readSamples } from './read-samples';
import { sectionDocument } from './section-document';
import { demoSubscribers } from './subscribers';

/** What a seed made; all zero when everything was there already. */
export interface SeedReport {
  brand: number;
  articles: number;
  dashboards: number;
  issues: number;
  lists: number;
  subscribers: number;
}

/**
 * Fills the CMS with N° 242 in every language there is a sample of, its brand, a list and 25 demonstration subscribers.
 *
 * Idempotent: an issue by number and language, a subscriber by address, the list by name, the brand by being there.
 * What exists is left as it is, so a second run never overwrites an editor's work.
 */
export async function seedDemo(strapi: Core.Strapi): Promise<SeedReport> {
  const report: SeedReport = { brand: 0, articles: 0, dashboards: 0, issues: 0, lists: 0, subscribers: 0 };
  const samples = await readSamples();
  await seedBrand(strapi, samples, report);
  await seedIssues(strapi, samples, report);
  await seedAudience(strapi, report);
  return report;
}

async function create(strapi: Core.Strapi, uid: string, data: object, published = false): Promise<string> {
  const documents = strapi.documents(uid as typeof uids.article);
  const made = await documents.create({ data, ...(published ? { status: 'published' } : {}) });
  return made.documentId;
}

async function seedBrand(strapi: Core.Strapi, samples: readonly Issue[], report: SeedReport): Promise<void> {
  if ((await strapi.db.query(uids.brand).count()) > 0) return;
  await create(strapi, uids.brand, brandDocument(samples));
  report.brand = 1;
}

async function seedIssues(strapi: Core.Strapi, samples: readonly Issue[], report: SeedReport): Promise<void> {
  const missing: Issue[] = [];
  for (const issue of samples) {
    const { number, language } = issue.masthead;
    const known = await strapi.db.query(uids.issue).count({ where: { number, language } });
    if (known === 0) missing.push(issue);
  }
  const dashboards = await seedDashboards(strapi, missing, report);
  const originals = new Map<string, string>();
  for (const issue of missing) await seedIssue(strapi, issue, dashboards, originals, report);
}

/**
 * One dashboard for all languages where they differ by their texts alone, one each otherwise.
 *
 * @returns the documentId for each section of a sample
 */
async function seedDashboards(
  strapi: Core.Strapi,
  samples: readonly Issue[],
  report: SeedReport,
): Promise<Map<object, string>> {
  const made = new Map<object, string>();
  for (const joined of joinedDashboards(samples)) {
    const { title, asOf, figures } = joined;
    const documentId = await create(strapi, uids.dashboard, { title, asOf, figures });
    report.dashboards += 1;
    for (const dashboard of joined.from) made.set(dashboard, documentId);
  }
  return made;
}

async function seedIssue(
  strapi: Core.Strapi,
  issue: Issue,
  dashboards: ReadonlyMap<object, string>,
  /** Articles of the languages before, which those of this one translate, by their id in the samples. */
  originals: Map<string, string>,
  report: SeedReport,
): Promise<void> {
  const { masthead } = issue;
  const { number, language } = masthead;
  const sections: object[] = [];
  for (const section of issue.sections) {
    const document = await sectionDocument(section, {
      article: async (article) => {
        report.articles += 1;
        const original = originals.get(article.id ?? '');
        const documentId = await create(strapi, uids.article, articleDocument(article, language), true);
        if (original !== undefined)
          // As the desk links it: no write of a document carries its link.
          await strapi.db.query(uids.article).updateMany({
            where: { documentId },
            data: { translationOf: original, translatedRevision: 1 },
          });
        if (article.id !== undefined && original === undefined) originals.set(article.id, documentId);
        return documentId;
      },
      dashboard: (dashboard) => dashboards.get(dashboard) ?? '',
    });
    if (document) sections.push(document);
  }
  await create(strapi, uids.issue, {
    number,
    language,
    subject: masthead.subject,
    preheader: masthead.preheader,
    periodLabel: masthead.period.label,
    periodFrom: masthead.period.from,
    periodTo: masthead.period.to,
    publicationDate: masthead.publicationDate,
    greeting: masthead.greeting,
    sections,
  });
  report.issues += 1;
}

async function seedAudience(strapi: Core.Strapi, report: SeedReport): Promise<void> {
  const name = 'Liste de démonstration';
  const lists = strapi.documents(uids.list);
  let list = (await lists.findFirst({ filters: { name } }))?.documentId;
  if (list === undefined) {
    list = await create(strapi, uids.list, { name, description: 'Vingt-cinq abonnés imaginaires.' });
    report.lists += 1;
  }
  for (const subscriber of demoSubscribers) {
    const { address } = subscriber;
    if ((await strapi.db.query(uids.subscriber).count({ where: { address } })) > 0) continue;
    await create(strapi, uids.subscriber, { ...subscriber, confirmed: true, lists: [list] });
    report.subscribers += 1;
  }
}
