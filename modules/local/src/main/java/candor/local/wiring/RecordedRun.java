// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.forecasting.market.Symbol;
import candor.statemachine.history.EventType;
import candor.statemachine.history.Execution;
import candor.statemachine.history.HistoryEvent;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.run.Host;
import candor.store.run.RunRecord;
import candor.store.run.RunRecord.StageDone;
import candor.store.run.RunRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an execution's history knows of a run's record: each stage's answer. On which machine it was is not known there. */
final class RecordedRun {

    private static final Host UNKNOWN = new Host("unknown", "unknown", "unknown");

    private RecordedRun() {}

    /** The record as the answers give it; empty where no stage has answered. */
    static Optional<RunRecord> of(Execution execution) {
        RunRecord record = null;
        Map<Long, HistoryEvent> byId = new HashMap<>();
        for (HistoryEvent event : execution.events()) {
            byId.put(event.id(), event);
            if (event.type() == EventType.TASK_SUCCEEDED) {
                JsonNode output = Payloads.parse(event.text("output").orElse(""));
                JsonNode answer = output.has("Payload") ? output.path("Payload") : output;
                if (answer.path("checkpoint").isObject() && answer.path("runId").isString()) {
                    RunRecord before = record == null ? empty(execution, answer) : record;
                    record = before.with(done(answer, started(byId, event), event.timestamp()));
                }
            }
        }
        return Optional.ofNullable(record);
    }

    /** What is wrong with the stored record of that run; null where it can be read. */
    static @Nullable String fault(RunRecords records, RunRecord run) {
        try {
            return records.find(run.runId()).isPresent() ? null : "it is missing";
        } catch (UnreadableCheckpoint e) {
            return String.valueOf(e.getMessage()).replaceFirst("; \\./candor verify.*$", "");
        }
    }

    private static RunRecord empty(Execution execution, JsonNode answer) {
        return new RunRecord(
                RunRecord.SCHEMA,
                answer.path("runId").stringValue(""),
                execution.name(),
                Symbol.of(answer.path("symbol").stringValue("")),
                LocalDate.parse(answer.path("asOf").stringValue("")),
                List.of());
    }

    private static StageDone done(JsonNode answer, Instant started, Instant ended) {
        return new StageDone(
                answer.path("stage").stringValue(""),
                new CheckpointRef(
                        answer.at("/checkpoint/key").stringValue(""),
                        answer.at("/checkpoint/sha256").stringValue("")),
                answer.path("reused").booleanValue(false),
                answer.path("summary").stringValue(""),
                started,
                ended,
                UNKNOWN);
    }

    private static Instant started(Map<Long, HistoryEvent> byId, HistoryEvent succeeded) {
        HistoryEvent event = succeeded;
        while (event != null && !event.type().entersState()) {
            event = byId.get(event.previousEventId());
        }
        return event == null ? succeeded.timestamp() : event.timestamp();
    }
}
