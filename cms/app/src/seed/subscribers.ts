import type { Language } from '@nachra/renderer';

/** [first name, last name, language]: people who do not exist, under a domain that never will (RFC 2606). */
const people: readonly [string, string, Language][] = [
  ['Salma', 'Bennani', 'fr'],
  ['Youssef', 'El Amrani', 'fr'],
  ['Khadija', 'Alaoui', 'ar'],
  ['Omar', 'Tazi', 'fr'],
  ['Fatima Zahra', 'Idrissi', 'fr'],
  ['Mehdi', 'Chraibi', 'fr'],
  ['Nadia', 'Berrada', 'fr'],
  ['Hassan', 'Ouazzani', 'ar'],
  ['Imane', 'Lahlou', 'fr'],
  ['Karim', 'Benjelloun', 'fr'],
  ['Leïla', 'Sefrioui', 'fr'],
  ['Rachid', 'Mansouri', 'ar'],
  ['Samira', 'Kettani', 'fr'],
  ['Anas', 'Fassi', 'fr'],
  ['Zineb', 'Bouzidi', 'fr'],
  ['Adil', 'Naciri', 'ar'],
  ['Meryem', 'Skalli', 'fr'],
  ['Hamza', 'Belkadi', 'fr'],
  ['Ghita', 'Mernissi', 'fr'],
  ['Abdellah', 'Zniber', 'ar'],
  ['Amal', 'Filali', 'fr'],
  ['Emily', 'Carter', 'en'],
  ['Driss', 'Lamrani', 'fr'],
  ['Houda', 'Saidi', 'ar'],
  ['James', 'O’Brien', 'en'],
];

interface DemoSubscriber {
  address: string;
  firstName: string;
  lastName: string;
  language: Language;
}

/** The 25 demonstration subscribers, in a fixed order. */
export const demoSubscribers: readonly DemoSubscriber[] = people.map(([firstName, lastName, language]) => ({
  address: `${plain(firstName)}.${plain(lastName)}@example.test`,
  firstName,
  lastName,
  language,
}));

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
