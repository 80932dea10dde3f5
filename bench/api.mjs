// Times orders over HTTP, as a program that speaks the API makes and posts them; prints, asserts nothing.
//   ./handel serve --requests-per-user 0        (else a user may ask 6,000 times in five minutes)
//   ./handel user add bench --role administrator --access-key     (prints KEY)
//   node bench/api.mjs http://127.0.0.1:5280 bench KEY [PID]      (against a server with the demo company)
// With the server's process id it also says what processor time the server and its PostgreSQL took:
// a figure that holds on a machine that others use too.
import { cpuMilliseconds, family } from './processes.mjs';

const [, , server, user, key, pid] = process.argv;
const headers = {
  authorization: 'Basic ' + Buffer.from(`${user}:${key}`).toString('base64'),
  'content-type': 'application/json',
};
const warmUps = 1000;
const repeats = 200;
const clients = 64;
const concurrentOrders = 1920;
const linesPerOrder = 10;

const root = `${server}/api/v2.0`;
const read = async (path) => (await fetch(root + path, { headers })).json();
const company = `/companies(${(await read('/companies')).value[0].id})`;
const goods = "$filter=type eq 'Inventory' and inventory gt 20&$top=10";
const items = (await read(`${company}/items?${goods}`)).value;
const customer = (await read(`${company}/customers?$top=1`)).value[0];

async function send(path, body, expected) {
  const begun = performance.now();
  const answer = await fetch(root + company + path, { method: 'POST', headers, body });
  const text = await answer.text();
  if (answer.status !== expected) throw new Error(`${answer.status} ${text}`);
  return [text, performance.now() - begun];
}

async function makeOrder() {
  const salesOrderLines = Array.from({ length: linesPerOrder }, (_, i) => ({
    lineType: 'Item',
    lineObjectNumber: items[i % items.length].number,
    quantity: 0.01,
  }));
  const order = { customerNumber: customer.number, salesOrderLines };
  const [text, took] = await send('/salesOrders', JSON.stringify(order), 201);
  return [JSON.parse(text).id, took];
}

const post = async (id) =>
  (await send(`/salesOrders(${id})/Microsoft.NAV.shipAndInvoice`, undefined, 204))[1];

function say(what, took) {
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.floor((took.length - 1) * share)].toFixed(1);
  console.log(`${what}: ${at(0.5)} ms at the median, ${at(0.95)} at the 95th percentile`);
}

const spent = () => (pid ? cpuMilliseconds(family(pid), true) : 0);
function sayProcessor(what, before, count) {
  if (pid) console.log(`${what}: ${((spent() - before) / count).toFixed(1)} ms of processor each`);
}

const [made, posted, balances] = [[], [], []];
for (let i = 0; i < warmUps; i++) await post((await makeOrder())[0]);

const single = [];
let before = spent();
for (let i = 0; i < repeats; i++) {
  const [id, took] = await makeOrder();
  single.push(id);
  made.push(took);
}
say('make an order of ten lines', made);
sayProcessor('make an order of ten lines', before, repeats);

before = spent();
for (const id of single) posted.push(await post(id));
say('ship and invoice it', posted);
sayProcessor('ship and invoice it', before, repeats);

const ids = [];
for (let i = 0; i < concurrentOrders; i++) ids.push((await makeOrder())[0]);
before = spent();
const begun = performance.now();
const work = async () => {
  for (let id = ids.pop(); id; id = ids.pop()) await post(id);
};
await Promise.all(Array.from({ length: clients }, work));
const seconds = (performance.now() - begun) / 1000;
console.log(`${clients} clients: ${(concurrentOrders / seconds).toFixed(0)} orders a second`);
sayProcessor(`${clients} clients`, before, concurrentOrders);

for (let i = 0; i < warmUps + repeats; i++) {
  const start = performance.now();
  await read(`${company}/trialBalances`);
  if (i >= warmUps) balances.push(performance.now() - start);
}
say('trial balance', balances);
