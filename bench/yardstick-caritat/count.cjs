// count.cjs FILE.soi: Schulze over the ballots of a PrefLib file; prints the winner and the microseconds of processor time that
// counting took (reading apart).
'use strict';
const {readFileSync} = require('node:fs');
const {Election, condorcet} = require('caritat');

const names = [], ballots = [];
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const named = /^# ALTERNATIVE NAME \d+: (.*)$/.exec(line);
  if (named) names.push(named[1]);
  const ballot = /^(\d+): (.*)$/.exec(line);
  if (ballot) ballots.push([ballot[2].split(',').map((number) => names[Number(number) - 1]), Number(ballot[1])]);
}
const election = new Election({candidates: names});
for (const [choices, count] of ballots) election.addBallot(choices, count);
const began = process.cpuUsage();
const [winner] = condorcet.schulze(election);
const {user, system} = process.cpuUsage(began);
console.log(JSON.stringify({winner, us: user + system}));
