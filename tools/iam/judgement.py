"""The checks of tools/check-iam by the simulator. SPDX-License-Identifier: GPL-3.0-or-later"""

import collections

import expected
from calls import OVER_TLS, TLS, Call
from simulator import ALLOWED, REFUSED, Simulator

# Ways to reach the bucket that its policy refuses, whatever a role grants.
INSECURE = {"plain HTTP": {"aws:SecureTransport": "false"}, "TLS 1.1": {**OVER_TLS, "s3:TlsVersion": "1.1"}}


def judge(checks, scene, modules):
    """By the simulator."""
    simulator = Simulator(modules, scene.with_all)
    calls = scene.calls()
    seen = {(call.function, call.action, call.folder) for call in calls}
    silent = sorted(scene.told.keys() - {call.function for call in calls})
    checks.note("every function was seen to call AWS", not silent, ", ".join(silent))
    note_verdicts(checks, simulator, calls, f"{len(calls)} calls that were recorded: allowed ({counted(calls)})")
    served = list(expected.served(scene.stack))
    note_verdicts(checks, simulator, served, f"{len(served)} that services make for the stack: allowed")
    check_bucket_policy(checks, simulator, calls)
    check_rest(checks, Simulator(modules, scene.stack), scene.stack, seen)


def counted(calls):
    counts = collections.Counter(call.service for call in calls)
    return ", ".join(f"{number} {service}" for service, number in sorted(counts.items()))


def note_verdicts(checks, simulator, calls, name, wanted=ALLOWED):
    wrong = [
        f"{verdict}: {call.told()}"
        for call, verdict in zip(calls, simulator.verdicts(calls))
        if (verdict == ALLOWED if wanted is None else verdict != wanted)
    ]
    checks.note(name, not wrong, "\n".join(wrong))


def check_bucket_policy(checks, simulator, calls):
    for way, context in INSECURE.items():
        of_s3 = [call for call in calls if call.service == "s3"]
        over = [
            Call(call.function, call.action, call.resource, tuple({**without_tls(call), **context}.items()))
            for call in of_s3
        ]
        note_verdicts(
            checks, simulator, over, f"the {len(over)} on the bucket over {way}: refused by its policy", REFUSED
        )


def without_tls(call):
    return {name: value for name, value in call.context if name not in TLS}


def check_rest(checks, simulator, stack, seen):
    """What was not seen is refused; what is granted all the same is listed with a reason, and no reason is idle."""
    conceivable = [
        call
        for function in stack.functions()
        for call in expected.conceivable(function, stack)
        if (call.function, call.action, call.folder) not in seen
    ]
    granted, excused = [], set()
    for call, verdict in zip(conceivable, simulator.verdicts(conceivable)):
        if verdict == ALLOWED:
            excuse = (call.function, call.action, call.folder)
            (excused.add(excuse) if excuse in expected.UNSEEN else granted.append(call.told()))
    name = f"{len(conceivable)} calls that no function was seen to make: refused but for {len(excused)} with a reason"
    checks.note(name, not granted, "\n".join(granted))
    idle = [f"{' '.join(excuse)}: is refused, or was seen" for excuse in sorted(expected.UNSEEN.keys() - excused)]
    checks.note("each right that stays unseen is one that there is", not idle, "\n".join(idle))
    refused = list(expected.never(stack))
    note_verdicts(checks, simulator, refused, f"{len(refused)} by state machines and schedule: refused", None)
