// Imports the wholesaler's file into a new company of a new database; prints, asserts nothing.
//   ./handel --help && node bench/import.mjs FILE      (the first builds the program)
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpuMilliseconds, family, isPostgres, megabytes } from './processes.mjs';

const handel = new URL('../artifacts/handel/handel', import.meta.url).pathname;
const sampleMilliseconds = 200;
const data = mkdtempSync('/var/tmp/handel-bench-');
chmodSync(data, 0o755); // as root, the database runs under an account of its own

// The database is made before: it is not what is measured.
const run = (...words) =>
  spawn(handel, [...words, '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] });
const ended = (child) => new Promise((resolve) => child.once('exit', resolve));
await ended(run('company', 'create', 'Made before'));

const begun = performance.now();
const child = run('import', 'online-retail', process.argv[2]);
const peak = { handel: 0, postgres: 0, both: 0 };
const cpu = { handel: 0, postgres: 0 };
const timer = setInterval(() => {
  const all = family(child.pid);
  const [postgres, own] = [all.filter(isPostgres), all.filter((pid) => !isPostgres(pid))];
  const [mine, theirs] = [megabytes(own), megabytes(postgres)];
  peak.handel = Math.max(peak.handel, mine);
  peak.postgres = Math.max(peak.postgres, theirs);
  peak.both = Math.max(peak.both, mine + theirs);
  cpu.handel = Math.max(cpu.handel, cpuMilliseconds(own));
  cpu.postgres = Math.max(cpu.postgres, cpuMilliseconds(postgres));
}, sampleMilliseconds);
const code = await ended(child);
clearInterval(timer);
const seconds = (performance.now() - begun) / 1000;
rmSync(data, { recursive: true, force: true });

const each = (figures, unit) =>
  Object.entries(figures).map(([name, figure]) => `${name} ${figure.toFixed(0)} ${unit}`);
console.log(`import: ${seconds.toFixed(1)} s, exit code ${code}`);
console.log(`peak memory: ${each(peak, 'MB').join(', ')}`);
console.log(`processor: ${each(cpu, 'ms').join(', ')}`);
