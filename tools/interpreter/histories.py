"""Histories of executions as the Step Functions API tells them, laid out so that two interpreters' can be compared.

Left out is what no two runs share: times, ids, stack traces, the SDK's metadata, the wording of causes that the
interpreter itself makes up (those of States.* errors), and the location of a failed evaluation, which LocalStack
leaves out. Branches of a Parallel state and iterations of a Map state are
strands of their own, as the language does not order them. Where one of them fails, that one alone is
compared: how far the others come is left open, and LocalStack has those that it stops enter half of what they hand on.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import json

STARTED = ("ParallelStateStarted", "MapStateStarted")
ENTERED = ("ParallelStateEntered", "MapStateEntered")
CLOSING = tuple(f"{kind}State{how}" for kind in ("Parallel", "Map") for how in ("Succeeded", "Failed", "Aborted"))
FAILURES = ("TaskFailed", "TaskTimedOut", "ParallelStateFailed", "MapStateFailed", "EvaluationFailed")
ATTEMPTS = ("TaskScheduled", "ParallelStateStarted", "MapStateStarted")
ENDS = {"ExecutionSucceeded": "SUCCEEDED", "ExecutionFailed": "FAILED", "ExecutionTimedOut": "TIMED_OUT"}
# Seconds that an interpreter on a busy machine may need beside the pause that a Retry demands.
SLACK = 10
TEXTS = ("input", "output", "parameters")
KEPT = ("name", "index", "length", "error", "state", "resource", "resourceType", "timeoutInSeconds")


class Strand:
    """What happened one after another: the machine, a branch, an iteration."""

    def __init__(self, parent=None):
        self.parent = parent
        self.events = []

    @property
    def key(self):
        return self.events[0].label


class Event:
    def __init__(self, told):
        self.id = told["id"]
        self.type = told["type"]
        self.time = told["timestamp"]
        self.details = normal_details(told)
        self.cause = next((value.get("cause") for key, value in told.items() if key.endswith("EventDetails")), None)
        self.strands = []
        self.failed_by = None

    @property
    def label(self):
        name = self.details.get("name") or self.details.get("state") or ""
        index = f"[{self.details['index']}]" if "index" in self.details else ""
        return f"{self.type} {name}{index}".strip()

    def text(self):
        rest = {key: value for key, value in self.details.items() if key not in ("name", "state", "index")}
        return f"{self.label} {canonical(rest)}" if rest else self.label


def canonical(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def normal(value):
    """Without what an interpreter words by itself, and with whole numbers written as such."""
    if isinstance(value, dict):
        made_up = str(value.get("Error", "")).startswith("States.")
        left_out = ("SdkHttpMetadata", "SdkResponseMetadata", "stackTrace") + (("Cause",) if made_up else ())
        return {key: normal(inner) for key, inner in value.items() if key not in left_out}
    if isinstance(value, list):
        return [normal(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.startswith("{") and '"errorType"' in value:
        try:
            return normal(json.loads(value))
        except ValueError:
            return value
    return value


def parsed(text):
    try:
        return normal(json.loads(text))
    except ValueError:
        return f"not JSON: {text}"  # LocalStack does not escape what a variable holds


def normal_details(told):
    details = next((value for key, value in told.items() if key.endswith("EventDetails")), {})
    kept = {key: details[key] for key in KEPT if details.get(key) is not None}
    for key in TEXTS:
        if details.get(key) is not None:
            kept[key] = parsed(details[key])
    if told["type"] in STARTED:
        kept.pop("name", None)  # a detail of ours, for redrives
    if details.get("assignedVariables"):
        kept["assigned"] = {name: parsed(text) for name, text in details["assignedVariables"].items()}
    if details.get("cause") and not str(details.get("error", "")).startswith("States."):
        kept["cause"] = normal(details["cause"])
    return kept


def strand_of_events(told, ours):
    """The machine's strand, with those of branches and iterations at the events that started them."""
    root = Strand()
    places = {}
    events = {}
    for one in sorted(told, key=lambda event: event["id"]):
        event = Event(one)
        before = events.get(one["previousEventId"])
        strand = place(event, before, places, root, ours)
        strand.events.append(event)
        places[event.id] = strand
        events[event.id] = event
    return root


def place(event, before, places, root, ours):
    """The strand of an event. LocalStack has some of a Parallel or Map state's own events follow those inside: hence the walk."""
    if before is None or event.type.startswith("Execution"):
        return root
    strand = places[before.id]
    if event.type in ("ParallelStateExited", "MapStateExited", "EvaluationFailed"):
        name = event.details.get("name") or event.details.get("state")
        return outward(strand, lambda last, outer: any(e.label.endswith(f"StateEntered {name}") for e in outer.events))
    if event.type in CLOSING:
        outer = outward(strand, lambda last, _: last.type in STARTED)
        outer.events[-1].failed_by = strand if event.type.endswith("Failed") and strand is not outer else None
        return outer
    if event.type in STARTED and before.type not in ENTERED:
        # We close an attempt that failed before there is another; LocalStack does not, what it closes is inside.
        kind = event.type.removesuffix("Started")
        outer = outward(strand, lambda last, _: last.type == (f"{kind}Failed" if ours else event.type))
        if ours:
            outer.events.pop()
        else:
            outer.events[-1].failed_by = strand
        return outer
    if before.type in STARTED or event.type == "MapIterationStarted":
        outer = outward(strand, lambda last, _: last.type in STARTED)
        inner = Strand(outer)
        outer.events[-1].strands.append(inner)
        return inner
    return strand


def outward(strand, fits):
    """The innermost strand around that fits, this one included; this one where none does."""
    outer = strand
    while outer is not None:
        if fits(outer.events[-1], outer):
            return outer
        outer = outer.parent
    return strand


def breakdown(told):
    """LocalStack's words where its own invocation of a function broke, else None: no answer of a function, no timeout."""
    for event in told:
        details = event.get("taskFailedEventDetails")
        if details and details.get("error") == "States.Runtime" and "resource" not in details:
            return details.get("cause") or "no cause"
    return None


def status(told):
    last = max(told, key=lambda event: event["id"])
    return ENDS.get(last["type"], last["type"])


def differences(ours, theirs, definition):
    """What two histories of a definition differ in, as lines; none where they are the same."""
    return list(compare(strand_of_events(ours, True), strand_of_events(theirs, False), jittered(definition)))


def jittered(node):
    """Names of the states whose pauses are drawn."""
    names = set()
    for name, state in node.get("States", {}).items():
        if any(rule.get("JitterStrategy") == "FULL" for rule in state.get("Retry", [])):
            names.add(name)
        for flow in [*state.get("Branches", []), *([state["ItemProcessor"]] if "ItemProcessor" in state else [])]:
            names |= jittered(flow)
    return names


def compare(ours, theirs, drawn):
    state = None
    mine, other = ours.events, theirs.events
    for i in range(max(len(mine), len(other))):
        here = mine[i].text() if i < len(mine) else "nothing"
        there = other[i].text() if i < len(other) else "nothing"
        if here != there:
            yield f"here:  {here}"
            yield f"there: {there}"
            return
        if mine[i].type.endswith("StateEntered"):
            state = mine[i].details["name"]
        if i > 0 and mine[i - 1].type in FAILURES and mine[i].type in ATTEMPTS and state not in drawn:
            yield from compare_pauses(mine[i - 1 : i + 1], other[i - 1 : i + 1])
        if mine[i].type in STARTED:
            yield from compare_strands(mine[i], other[i], drawn)


def compare_pauses(mine, other):
    ours, theirs = (pair[1].time - pair[0].time for pair in (mine, other))
    if not ours - 0.1 <= theirs <= ours + SLACK:
        yield f"here:  {ours:.1f} s of pause before the retry of {mine[1].label}"
        yield f"there: {theirs:.1f} s"


def compare_strands(mine, other, drawn):
    """Which branch fails is taken from ours: LocalStack has the failure follow whatever happened last in any of them."""
    ours = {strand.key: strand for strand in mine.strands}
    theirs = {strand.key: strand for strand in other.strands}
    if mine.failed_by is not None:
        failing = mine.failed_by.key
        if failing in theirs:
            yield from compare(mine.failed_by, theirs[failing], drawn)
        else:
            yield f"here:  the branch that fails is {failing}"
            yield f"there: branches {sorted(theirs)}"
    elif sorted(ours) != sorted(theirs):
        yield f"here:  branches {sorted(ours)}"
        yield f"there: branches {sorted(theirs)}"
    else:
        for key in sorted(ours):
            yield from compare(ours[key], theirs[key], drawn)


def lines(told, ours):
    """A history to read, with the causes that are not compared."""
    return list(strand_lines(strand_of_events(told, ours), ""))


def strand_lines(strand, indent):
    for event in strand.events:
        yield indent + event.text()
        if event.cause and "cause" not in event.details:
            yield f"{indent}  because: {event.cause}"
        for inner in event.strands:
            yield from strand_lines(inner, indent + "    ")
