package candor.local.cli;

import candor.aws.StandIn;
import candor.local.cli.RunOutcome.Way;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.LocalPipeline;
import candor.local.wiring.Surroundings;
import candor.serving.batch.BatchInbox;
import candor.store.port.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a demo whose objects go to what stands in for AWS. */
final class StandInOptions {

    private static final String BUCKET = "candor-demo";

    /** What events/batch.json is about: one row that can be answered, one that cannot. */
    private static final String QUESTION = BatchInbox.PREFIX + "watchlist.csv";

    private static final String ROWS = "symbol,asOf\nSYNTH,2025-12-31\nSTX,\n";

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "of an emulator's S3, as http://127.0.0.1:4566, to put the objects into")
    private @Nullable String endpoint;

    @Option(
            names = "--bucket",
            paramLabel = "NAME",
            description = "the bucket there, made where it is absent; default: " + BUCKET)
    private @Nullable String bucket;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description =
                    "a DynamoDB table there for the ledger, made where it is absent; default: the ledger stays here")
    private @Nullable String table;

    /** Where such a demo runs: its pipeline, and how to go on from it. */
    record Place(LocalPipeline pipeline, Way way) {}

    /**
     * What was asked for; empty where the objects stay in the home.
     *
     * @param home that keeps the histories, each demo's in a folder of its own: the demo is always called so there, as the
     *     events want it, whatever was run before
     */
    Optional<Place> in(Surroundings surroundings, Home home) {
        if (endpoint == null) {
            if (bucket != null || table != null) {
                throw new CommandRejected((bucket != null ? "--bucket " + bucket : "--table " + table)
                        + " is about an emulator of AWS; give its address with --endpoint-url URL");
            }
            return Optional.empty();
        }
        String name = bucket == null ? BUCKET : bucket;
        StandIn there = StandIn.at(endpoint, surroundings.environment());
        ObjectStore store = there.bucket(name, () -> UUID.randomUUID().toString());
        store.putIfAbsent(QUESTION, ROWS.getBytes(StandardCharsets.UTF_8), "text/csv");
        Home own = new Home(home.root()
                .resolve("elsewhere")
                .resolve(FOLDER.format(surroundings.clock().instant())));
        return Optional.of(new Place(
                table == null
                        ? LocalPipeline.open(own, surroundings, store)
                        : LocalPipeline.open(own, surroundings, store, there.table(table)),
                way(name, own)));
    }

    private Way way(String name, Home own) {
        return new Way(
                "Its objects are in the bucket " + name + " at " + endpoint + ", for  sam local invoke IngestFunction"
                        + " --event events/ingest.json\nStates:  ./candor executions --home '" + own.root() + "' ",
                "start it again; what is done there is not done again. Its states:  ./candor executions --home '"
                        + own.root() + "' ");
    }
}
