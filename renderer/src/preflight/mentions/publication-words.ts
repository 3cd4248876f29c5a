/** Words for the newsletter itself, folded: “bulletin de juillet”, “Lettre n° 241”, نشرة رقم 241. */
export const publication =
  'newsletters?|infolettre|bulletin|lettre|gazette|revue|magazine|journal|numeros?|edition|issues?|' +
  '(?:[وفبل]?ال)?(?:نشرة|نشرتنا|نشرتكم|مجلة|جريدة)|[وفبل]?نشرة|[وفبل]?مجلة|' +
  '[وفبك]?العدد(?:ان|ين)?|للعدد|الاعداد';

/** What may follow such a word and still mean the newsletter: “lettre d'information”, “bulletin trimestriel”. */
export const publicationKind =
  "(?: (?:d'informations?|d'infos?|interne|internal|mensuel(?:le)?|monthly|bimestriel(?:le)?|trimestriel(?:le)?|quarterly|" +
  'semestriel(?:le)?|annuel(?:le)?|speciale?|electronique|ال(?:شهرية|فصلية|داخلية|اخبارية|الكترونية)|خاص))*';

/** A folded text as a regular expression; one without a visible character matches nothing. */
export function literal(text: string): string {
  return text.trim() === '' ? '(?!)' : text.trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
