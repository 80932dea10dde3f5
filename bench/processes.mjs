// What a process and those below it (the embedded PostgreSQL is one) use, from /proc of Linux.
import { readFileSync, readdirSync } from 'node:fs';

const millisecondsPerTick = 10;

const read = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it has ended
  }
};

// Behind the name of the program, which may hold blanks: state, parent, ..., times in ticks.
function statOf(pid) {
  const stat = read(pid, 'stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
  return { parent: fields[1], cpu: fields[11] + fields[12], cpuOfEnded: fields[13] + fields[14] };
}

export function family(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) parents.set(Number(name), statOf(name).parent);
  const members = [Number(pid)];
  for (const member of members)
    for (const [child, parent] of parents) if (parent === member) members.push(child);
  return members;
}

export const isPostgres = (pid) => /postgres/.test(read(pid, 'cmdline'));

// With the time of children that have ended, a difference of two readings holds when one ends.
export function cpuMilliseconds(pids, withEnded = false) {
  const ended = (stat) => (withEnded ? stat.cpuOfEnded || 0 : 0);
  const ticks = pids.map(statOf).reduce((sum, stat) => sum + (stat.cpu || 0) + ended(stat), 0);
  return ticks * millisecondsPerTick;
}

// Memory that several processes share counts once, divided among them.
export function megabytes(pids) {
  const kilobytes = (pid) => Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0);
  return pids.map(kilobytes).reduce((sum, size) => sum + size, 0) / 1024;
}
