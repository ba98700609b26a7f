// Packs the package as it would be published, lays it into a small app of somebody else and compiles
// and runs that app against it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const app = `${home}target/foreign-app`;
const installed = `${app}/node_modules/@atelier/react`;

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  try {
    execFileSync(command, args, { cwd, stdio: 'pipe', shell: process.platform === 'win32' });
  } catch (failed) {
    const { stdout, stderr } = /** @type {{ stdout: Buffer, stderr: Buffer }} */ (failed);
    console.error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
    process.exit(1);
  }
}

rmSync(app, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });
cpSync(`${home}foreign-app`, app, { recursive: true });
run('npm', ['pack', '--silent', '--pack-destination', app], home);
const tarball = readdirSync(app).find((file) => file.endsWith('.tgz'));
run('tar', ['-xzf', `${app}/${tarball}`, '-C', installed, '--strip-components=1'], app);

// Whatever else the package needs must be among its dependencies: here it would be found anyhow.
const manifest = JSON.parse(readFileSync(`${installed}/package.json`, 'utf8'));
const known = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
const code = readFileSync(`${installed}/lib/index.js`, 'utf8');
for (const [, name = ''] of code.matchAll(/(?:from|import)\s*\(?["']([^."'][^"']*)["']/g)) {
  if (!known.some((dependency) => name === dependency || name.startsWith(`${dependency}/`))) {
    console.error(`The package imports ${name}, which is not among its dependencies.`);
    process.exit(1);
  }
}

const options = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    jsx: 'react-jsx',
    target: 'ES2023',
    module: 'ESNext',
    moduleResolution: 'bundler',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: [],
  },
  files: ['App.tsx'],
};
writeFileSync(`${app}/tsconfig.json`, JSON.stringify(options));
writeFileSync(
  `${app}/vitest.config.mjs`,
  `export default { test: { environment: 'jsdom', include: ['*.test.tsx'] } };`,
);
run('npx', ['tsc', '-p', app], home);
run('npx', ['vitest', 'run', '--root', app], app);
