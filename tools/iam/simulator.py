"""Verdicts on calls, of npm's @cloud-copilot/iam-simulate. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import pathlib
import subprocess

import roles

SCRIPT = pathlib.Path(__file__).resolve().parent / "judge.mjs"
ALLOWED, UNMENTIONED, REFUSED = "Allowed", "ImplicitlyDenied", "ExplicitlyDenied"


class Simulator:
    """modules: the folder with the package.json beside node_modules."""

    def __init__(self, modules, stack):
        self.modules = modules
        self.role_of = {name: told["role"] for name, told in stack.functions().items()}
        self.policies = stack.policies()
        self.resource_policies = stack.resource_policies()

    def verdicts(self, calls):
        """One for each call; a call's function may also be the logical name of a role."""
        questions = [self.question(call) for call in calls]
        outcome = subprocess.run(
            ["node", SCRIPT, pathlib.Path(self.modules, "package.json")],
            input=json.dumps(questions),
            capture_output=True,
            encoding="utf-8",
        )
        if outcome.returncode != 0:
            raise RuntimeError(outcome.stderr[-2000:])
        return json.loads(outcome.stdout)

    def question(self, call):
        role = self.role_of.get(call.function, call.function)
        return {
            "role": role,
            "action": call.action,
            "resource": call.resource,
            "context": dict(call.context),
            "account": roles.ACCOUNT,
            "policies": self.policies[role],
            "resourcePolicy": self.policy_beside(call),
        }

    def policy_beside(self, call):
        """The resource's own, where it is a resource of the stack that has one."""
        if call.service == "s3" and not call.resource.startswith(f"arn:aws:s3:::{roles.NAMES['Store']}"):
            return None
        return self.resource_policies.get(call.service)
