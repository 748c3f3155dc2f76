// What npm's jsonata, the language's reference implementation, makes of expressions.
//
//     node evaluate.mjs MODULES FILE     MODULES is the node_modules with jsonata; FILE what candor bench parity wrote
//
// Step Functions' own functions are written here by its guide. Prints a JSON array: {"value"}, {"undefined": true} or {"code"}.
// SPDX-License-Identifier: GPL-3.0-or-later
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [modules, file] = process.argv.slice(2);
const jsonata = createRequire(resolve(modules) + '/')('jsonata');
const HASHES = { MD5: 'md5', 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };

function refuse(message) {
  throw Object.assign(new Error(message), { code: '' });
}

const own = {
  partition: (array, size) => {
    const chunks = [];
    for (let from = 0; from < array.length; from += size) chunks.push(array.slice(from, from + size));
    return chunks;
  },
  range: (first, last, step) => {
    if (step === 0) refuse('no step');
    const values = [];
    for (let value = first; step > 0 ? value <= last : value >= last; value += step) values.push(value);
    return values;
  },
  hash: (text, name) => (HASHES[name] ? createHash(HASHES[name]).update(text, 'utf8').digest('hex') : refuse(name)),
  parse: (text) => JSON.parse(text),
  uuid: () => randomUUID(),
  random: (seed) => (seed === undefined ? Math.random() : 1 / (seed + 2)),
};

function holdsFunction(value) {
  if (typeof value === 'function' || (value && (value._jsonata_function || value._jsonata_lambda))) return true;
  return value !== null && typeof value === 'object' && Object.values(value).some(holdsFunction);
}

async function answer({ expression, input }) {
  try {
    const value = await jsonata(expression).evaluate(undefined, { states: { input }, ...own });
    if (value === undefined) return { undefined: true };
    return holdsFunction(value) ? { code: '' } : { value };
  } catch (error) {
    return { code: error.code ?? '', message: error.message };
  }
}

const answers = [];
for (const question of JSON.parse(readFileSync(file, 'utf8'))) answers.push(await answer(question));
process.stdout.write(JSON.stringify(answers) + '\n');
