// Times starts of the server up to its first answer; prints, asserts nothing.
//   ./handel --help && node bench/start.mjs DATA      (DATA: folder of a company that nobody serves)
import { spawn } from 'node:child_process';

const handel = new URL('../artifacts/handel/handel', import.meta.url).pathname;
const starts = 5;
const pauseMilliseconds = 5;
const port = 5299;

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));

async function answered() {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok;
  } catch {
    return false; // nobody listens yet
  }
}

const took = [];
for (let i = 0; i < starts; i++) {
  const begun = performance.now();
  const server = spawn(handel, ['serve', '--port', port, '--data', process.argv[2]], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  while (!(await answered()) && server.exitCode === null) await pause();
  took.push(performance.now() - begun);
  server.kill('SIGTERM');
  await ended;
}
took.sort((a, b) => a - b);
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(2);
console.log(
  `start to first answer: ${seconds(took[starts >> 1])} s at the median of ${starts}, ` +
    `${seconds(took[0])} to ${seconds(took[starts - 1])}`,
);
