import { renderPage } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { afterDe } from '../../renderer/src/view/emails/after-de';
import { fill } from '../../renderer/src/view/emails/words';

describe('a French “de” before a name', () => {
  it.each([
    ['AMANEWS', 'd’AMANEWS'],
    ['Échos du secteur', 'd’Échos du secteur'],
    ['œuvres', 'd’œuvres'],
    ['La Lettre', 'de La Lettre'],
    ['Horizons', 'de Horizons'],
    ['Yennayer', 'de Yennayer'],
    ['Onze mois', 'de Onze mois'],
    ['الرسالة', 'de الرسالة'],
    ['', 'de '],
  ])('%s', (name, said) => {
    expect(afterDe(name)).toBe(said);
  });

  it('stands in a sentence of the words where it asks for it, and an unknown name stays visible', () => {
    const values = { title: 'AMANEWS' };
    expect(fill('Se désabonner {de title}.', values)).toBe('Se désabonner d’AMANEWS.');
    expect(fill('Unsubscribe from {title}.', values)).toBe('Unsubscribe from AMANEWS.');
    expect(fill('Se désabonner {de titel}.', values)).toBe('Se désabonner {de titel}.');
  });

  it('is elided on the page that unsubscribes', () => {
    const page = (title: string) =>
      renderPage('unsubscribe', { brand: { name: title, title }, action: '/unsubscribe/abc' }, 'fr');
    expect(page('AMANEWS')).toContain('Se désabonner d’AMANEWS');
    expect(page('La Lettre')).toContain('Se désabonner de La Lettre');
  });
});
