// Judges calls by @cloud-copilot/iam-simulate: questions as JSON on standard input, one verdict for each on the output.
// A question: {role, action, resource, context, account, policies: [{name, policy}], resourcePolicy or null}.
// A verdict: Allowed, ImplicitlyDenied, ExplicitlyDenied; an error, or a condition key that the action does not have, ends it.
// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { runSimulation } = createRequire(process.argv[2])('@cloud-copilot/iam-simulate')

const asked = ({ role, action, resource, context, account, policies, resourcePolicy }) => ({
  request: {
    principal: `arn:aws:iam::${account}:role/${role}`,
    action,
    resource: { resource, accountId: account },
    contextVariables: context
  },
  identityPolicies: policies,
  serviceControlPolicies: [],
  resourceControlPolicies: [],
  resourcePolicy: resourcePolicy ?? undefined
})

const verdicts = []
for (const question of JSON.parse(readFileSync(0, 'utf8'))) {
  const outcome = await runSimulation(asked(question), {})
  if (outcome.resultType === 'error') {
    throw new Error(`${question.role} ${question.action} ${question.resource}: ${JSON.stringify(outcome.errors)}`)
  }
  const ignored = (outcome.result ? [outcome.result] : outcome.results).flatMap(one => one.ignoredContextKeys ?? [])
  if (ignored.length > 0) {
    throw new Error(`${question.action} has no condition key ${ignored.join(', ')}`)
  }
  verdicts.push(outcome.overallResult)
}
console.log(JSON.stringify(verdicts))
