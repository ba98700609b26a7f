import { expiredToken } from '../stage/expired.ts';
import { expect, test } from '../stage/test.ts';

test('a token that has expired is replaced, and nobody notices', async ({ page, studio, service, user }) => {
  const answers: number[] = [];
  let issued = 0;
  await page.route('**/dev/token', async (route) => {
    issued += 1;
    if (issued > 1) {
      return route.continue();
    }
    return route.fulfill({ json: { success: true, token: expiredToken(service, user), expires_in: 86_400 } });
  });
  page.on('response', (response) => answers.push(response.status()));

  await studio.open();
  await studio.ask('A login flow');

  await studio.isFinished();
  expect(answers).toContain(401);
  expect(issued).toBeGreaterThan(1);
  await expect(page.getByRole('alert')).toBeHidden();
});
