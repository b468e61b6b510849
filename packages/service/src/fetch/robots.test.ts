import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALLOWS_ALL, isAllowedBy, robotsOf } from './robots.ts';

const allows = (text: string, path: string, robot = 'tranche'): boolean =>
  isAllowedBy(robotsOf(text, robot), path);

describe('a robots.txt', () => {
  it('allows what it does not speak of, and everything when there is none', () => {
    expect(isAllowedBy(ALLOWS_ALL, '/any')).toBe(true);
    expect(allows('User-agent: *\nDisallow:\n', '/any')).toBe(true);
    expect(allows('Disallow: /\n', '/any')).toBe(true);
    expect(allows('<html>not found</html>', '/any')).toBe(true);
  });

  it('speaks to a robot by its name, whatever its case and version, and else to all', () => {
    const text =
      'User-agent: *\nDisallow: /\n\nUser-Agent: Other\nUser-agent: TRANCHE/2.0\nDisallow: /private # a note\n';
    expect(allows(text, '/page')).toBe(true);
    expect(allows(text, '/private/page')).toBe(false);
    expect(allows(text, '/page', 'nobody')).toBe(false);
    expect(allows('User-agent: tranchers\nDisallow: /\n', '/page')).toBe(true);
  });

  it('has all groups of one name together, and passes over lines it does not know', () => {
    const text =
      'User-agent: tranche\nDisallow: /a\nSitemap: http://a.example/s\nCrawl-delay: 5\nUser-agent: x\nDisallow: /c\nUser-agent: tranche\nDisallow: /b';
    expect(['/a', '/b', '/c'].map((path) => allows(text, path))).toEqual([false, false, true]);
  });

  it.each([
    // The longest pattern decides; of two as long, the one that allows.
    ['Disallow: /\nAllow: /p', '/page', true],
    ['Allow: /folder\nDisallow: /folder', '/folder/page', true],
    ['Allow: /page\nDisallow: /*.htm', '/page.htm', false],
    ['Allow: /$\nDisallow: /', '/', true],
    ['Allow: /$\nDisallow: /', '/page.htm', false],
    // Stars and ends.
    ['Disallow: /fish', '/fish.html', false],
    ['Disallow: /fish', '/Fish.asp', true],
    ['Disallow: /fish*', '/catfish', true],
    ['Disallow: /fish/', '/fish', true],
    ['Disallow: /*.php', '/folder/x.php?a', false],
    ['Disallow: /*.php$', '/x.php?a', true],
    ['Disallow: /*.php$', '/x.php', false],
    ['Disallow: /fish*.php', '/fishheads/catfish.php?a', false],
    ['Disallow: /a*b*c$', '/a-b-b-c', false],
    ['Disallow: /a*b$', '/ab-ab', false],
    ['Disallow: /ab*b$', '/ab', true],
    ['Disallow: *', '/x', false],
    // One spelling of each path.
    ['Disallow: /caf\u00e9', '/caf%C3%A9', false],
    ['Disallow: /caf%c3%a9', '/caf\u00e9', false],
    ['Disallow: /%7euser', '/~user', false],
    ['Disallow: /a%2Fb', '/a/b', true],
    ['Disallow: /?q=', '/?q=x', false],
  ])('with "%s" lets %s be read: %s', (rules, path, expected) => {
    expect(allows(`User-agent: *\n${rules}\n`, path)).toBe(expected);
  });

  it('of hostile patterns is decided in time that does not explode', () => {
    const stars = `User-agent: *\n${`Disallow: /${'*a'.repeat(2000)}b$\n`.repeat(20)}`;
    expect(allows(stars, `/${'a'.repeat(5000)}`)).toBe(true);
  });

  it('of any text at all is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, path) => {
        expect(allows(`User-agent: *\nDisallow: ${text}`, `/${path}`)).toBeTypeOf('boolean');
      }),
    );
  });
});
