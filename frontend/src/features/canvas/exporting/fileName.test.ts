import { describe, expect, it } from 'vitest';
import { fileName } from './fileName';

describe('the name of an exported file', () => {
  it.each([
    ['Login flow with password reset', 'png', 'login-flow-with-password-reset.png'],
    ['ER: Customer → Order / "Item"', 'svg', 'er-customer-order-item.svg'],
    ['Größe & Maß', 'mmd', 'größe-maß.mmd'],
    ['注文の流れ', 'excalidraw', '注文の流れ.excalidraw'],
    ['../../etc/passwd', 'png', 'etc-passwd.png'],
    ['!!!', 'png', 'canvas.png'],
  ])('of %s is sensible', (title, extension, name) => {
    expect(fileName(title, extension)).toBe(name);
  });

  it('is not too long for any disk', () => {
    expect(fileName('word '.repeat(100), 'png').length).toBeLessThanOrEqual(84);
  });
});
