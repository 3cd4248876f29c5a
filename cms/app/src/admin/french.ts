/**
 * Words of Strapi's admin, in ours: those that greet people by Strapi's name, those that it left in English, and the
 * values of our enumerations, which it looks up by themselves.
 */
export const french: Record<string, string> = {
  'Auth.form.welcome.title': 'Bienvenue dans Nachra',
  'Auth.form.welcome.subtitle': 'Connectez-vous pour préparer la lettre',
  'app.components.LeftMenu.navbrand.title': 'Nachra',
  'app.components.LeftMenu.navbrand.workplace': 'Lettre d’information',
  'global.content-manager': 'Contenus',

  editorial: 'Éditorial',
  'governance-meeting': 'Réunion d’une instance de gouvernance',
  'company-news': 'Actualité de l’institution',
  event: 'Événement',
  'sector-news': 'Écho du secteur',
  feature: 'Dossier',
  lead: 'À la une, en entier',
  list: 'À la suite',
  cards: 'En vignettes',
  fr: 'français',
  ar: 'arabe',
  en: 'anglais',
  linked: 'Liées : chargées du web à la lecture',
  embedded: 'Incorporées dans chaque message',
  drafting: 'En rédaction',
  'in-review': 'En relecture',
  approved: 'Approuvé',
  scheduled: 'Programmé',
  sending: 'En cours d’envoi',
  sent: 'Envoyé',

  'HomePage.addWidget.button': 'Ajouter un bloc',
};
