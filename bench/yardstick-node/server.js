// The yardstick: the ranking page, the same durable POST and the same stream as a good Node developer would build them, with Fastify,
// eta and better-sqlite3. Page and state are as large as ours; group commit is one transaction for whatever came in one turn of the
// event loop, with synchronous=FULL. One process per role; `WORKERS` > 1 starts so many for the page, as cluster does.
//   node server.js PORT DATABASE MODEL.json WORKERS
import cluster from 'node:cluster';
import crypto from 'node:crypto';
import {readFileSync} from 'node:fs';
import Database from 'better-sqlite3';
import formbody from '@fastify/formbody';
import {Eta} from 'eta';
import Fastify from 'fastify';

const [port, file, model_file, workers = '1'] = process.argv.slice(2);

if (cluster.isPrimary && Number(workers) > 1) {
  for (let i = 0; i < Number(workers); ++i) cluster.fork();
} else {
  serve();
}

async function serve() {
  const model = JSON.parse(readFileSync(model_file, 'utf8'));
  const eta = new Eta({views: new URL('./views', import.meta.url).pathname, cache: true, autoEscape: true});
  eta.render('rank', model);  // compiled before the first request
  const store = open_store();
  const app = Fastify({logger: false, keepAliveTimeout: 60_000});
  await app.register(formbody);

  const seats = new Map(model.phones.map(({token, group}) => [token, group]));
  const groups = new Map(model.phones.map(({group}) => [group, [...model.chosen]]));
  const seat_of = request => seats.get(/plass=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1]);

  app.addHook('onSend', async (request, reply) => {
    reply.header('Content-Security-Policy', "default-src 'none'; script-src 'self'; style-src 'self'").header('Referrer-Policy', 'no-referrer')
      .header('X-Content-Type-Options', 'nosniff').header('Cache-Control', 'no-store');
  });

  app.get('/rom', (request, reply) => {
    const group = seat_of(request);
    if (!group) return reply.code(403).send('');
    const token = crypto.randomBytes(12).toString('base64url');
    return reply.type('text/html; charset=utf-8').send(eta.render('rank', {...model, group, chosen: groups.get(group), token}));
  });

  app.post('/rom/ranger', async (request, reply) => {
    const group = seat_of(request);
    if (!group) return reply.code(403).send('');
    const {op, kommando} = request.body;
    const choices = groups.get(group);
    if (op !== 'lever') {
      const key = Number(op.slice(op.indexOf(':') + 1)), at = choices.indexOf(key);
      if (at > 0) [choices[at - 1], choices[at]] = [choices[at], choices[at - 1]];
    }
    await store.append(op === 'lever' ? 'RankingHandedIn' : 'RankingChanged', `phone:${group}`, kommando, {group, round: 1, choices});
    return reply.code(303).header('Location', '/rom').send('');
  });

  const listeners = new Set();
  app.get('/strom', (request, reply) => {
    reply.hijack();
    reply.raw.useChunkedEncodingByDefault = false;  // a stream ends with its connection, as ours does
    reply.raw.writeHead(200, {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store'});
    reply.raw.write(': here\n\n');
    listeners.add(reply.raw);
    request.raw.on('close', () => listeners.delete(reply.raw));
  });
  app.post('/send', async (request, reply) => {
    await store.append('StageOpened', 'account:1', request.body.kommando ?? '', {stage: request.body.op});
    const event = Buffer.from(`id: ${store.head()}\ndata: ${model.event}\n\n`);
    for (const each of listeners) each.write(event);
    return reply.code(303).header('Location', '/').send('');
  });

  await app.listen({port: Number(port), host: '127.0.0.1'});
}

/** An append-only log with a salted commitment for each record, in one durable transaction for all that queued. */
function open_store() {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE TABLE IF NOT EXISTS event (pos INTEGER PRIMARY KEY, seq INTEGER UNIQUE, kind TEXT, time INTEGER, actor TEXT, cause TEXT, commitment BLOB);
           CREATE TABLE IF NOT EXISTS event_body (pos INTEGER PRIMARY KEY, salt BLOB, body TEXT)`);
  const add_event = db.prepare('INSERT INTO event (seq, kind, time, actor, cause, commitment) VALUES (?, ?, ?, ?, ?, ?)');
  const add_body = db.prepare('INSERT INTO event_body VALUES (?, ?, ?)');
  let seq = db.prepare('SELECT coalesce(max(seq), 0) FROM event').pluck().get();
  const seen = new Set();
  let waiting = [];
  const commit = db.transaction(batch => {
    for (const {kind, actor, cause, body} of batch) {
      const salt = crypto.randomBytes(16), text = JSON.stringify(body);
      const commitment = crypto.createHash('sha256').update(salt).update(text).digest();
      const {lastInsertRowid} = add_event.run(++seq, kind, Date.now(), actor, cause, commitment);
      add_body.run(lastInsertRowid, salt, text);
    }
  });
  const flush = () => {
    const batch = waiting;
    waiting = [];
    commit(batch);
    for (const {done} of batch) done();
  };
  return {
    head: () => seq,
    append: (kind, actor, cause, body) => new Promise(done => {
      if (cause && seen.has(cause)) return done();
      seen.add(cause);
      if (waiting.push({kind, actor, cause, body, done}) === 1) setImmediate(flush);
    }),
  };
}
