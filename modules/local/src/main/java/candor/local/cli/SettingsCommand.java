package candor.local.cli;

import candor.cleaning.Rulings;
import candor.forecasting.market.Symbol;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.NamedFile;
import candor.local.wiring.Surroundings;
import candor.pipeline.report.Preface;
import candor.pipeline.settings.DataRulings;
import candor.pipeline.settings.SettingsInForce;
import candor.pipeline.settings.SettingsJson;
import candor.store.port.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor settings}. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Prints the hyper-parameters in force as a file that can be edited; puts such a file in force.",
        footer = {
            "",
            "A file may name some fields only: the others are as built in.",
            "",
            "Examples:",
            "  candor settings STX",
            "  candor settings STX > mine.json",
            "  candor settings STX --set mine.json",
            "  candor settings --set everywhere.json",
            "  candor settings STX --reset",
            "  candor settings STX --take-back 2024-06-10",
            "  candor settings --author 'Ada Byron' --firm 'Byron & Daughters'",
            "  candor settings STX --set mine.json --stack candor"
        })
final class SettingsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "SYMBOL",
            arity = "0..1",
            description = "the ticker, as in STX; default: what counts for all symbols without a file of their own")
    private @Nullable String symbol;

    @Option(
            names = "--set",
            paramLabel = "FILE",
            description = "check the file and put it in force from the next run on")
    private @Nullable Path file;

    @Option(names = "--reset", description = "take the file out of force")
    private boolean reset;

    @Option(
            names = "--take-back",
            paramLabel = "DATE",
            description = "forget what was ruled about that session's prices (./candor run --split, --real, --begin)")
    private @Nullable String takeBack;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "who hands reports out, on the first page of each from now on; '' for nobody")
    private @Nullable String author;

    @Option(names = "--firm", paramLabel = "NAME", description = "the firm beside the author; '' for none")
    private @Nullable String firm;

    @Option(names = "--json", description = "machine-readable output: where they come from, digest, values")
    private boolean json;

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    SettingsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Symbol parsed = symbol == null ? null : Symbol.of(symbol);
        if (file != null && reset) {
            throw new CommandRejected(
                    "--set " + file + " puts settings in force, --reset takes them out; give one of them");
        }
        boolean changes = file != null || reset;
        boolean signed = author != null || firm != null;
        ObjectStore store = HomeOrStack.of(stack, home, surroundings, changes || takeBack != null || signed)
                .store();
        if (signed) {
            return sign(store);
        }
        if (parsed != null) {
            tellRulings(store, parsed);
        } else if (takeBack != null) {
            throw new CommandRejected("--take-back " + takeBack
                    + " is about one symbol; name it, as in ./candor settings STX" + " --take-back " + takeBack);
        }
        SettingsInForce settings = file != null
                ? SettingsInForce.set(store, parsed, file.toString(), read(file))
                : reset ? SettingsInForce.reset(store, parsed) : SettingsInForce.find(store, parsed);
        surroundings
                .err()
                .println((changes ? "In force from the next run on: " : "In force: ") + settings.from() + ", sha256 "
                        + settings.sha256());
        if (json) {
            surroundings.out().print(new String(SettingsJson.FORM.write(settings), StandardCharsets.UTF_8));
        } else if (!changes) {
            surroundings.out().print(new String(settings.toJson(), StandardCharsets.UTF_8));
        }
        return 0;
    }

    /** Names that are not given stay. */
    private int sign(ObjectStore store) {
        if (symbol != null || file != null || reset || takeBack != null) {
            throw new CommandRejected("--author and --firm count for the reports of all symbols; give them without a"
                    + " symbol, --set, --reset and --take-back");
        }
        try {
            Preface before = Preface.imprint(store);
            Preface after = new Preface(
                    author == null ? before.author() : author.strip(), firm == null ? before.firm() : firm.strip(), "");
            Preface.setImprint(store, after.author(), after.firm());
            surroundings
                    .err()
                    .println("In reports from the next run on: author '" + after.author() + "', firm '" + after.firm()
                            + "'");
            return 0;
        } catch (IllegalArgumentException e) {
            throw new CommandRejected(String.valueOf(e.getMessage()), e);
        }
    }

    private void tellRulings(ObjectStore store, Symbol parsed) {
        Rulings rulings = DataRulings.find(store, parsed);
        if (takeBack != null) {
            LocalDate session = RulingOptions.date(takeBack);
            if (rulings.without(session).equals(rulings)) {
                throw new CommandRejected("nothing was ruled about " + session + " of " + parsed
                        + "; ./candor settings " + parsed + stack.words() + " shows what was");
            }
            rulings = DataRulings.takeBack(store, parsed, session);
        }
        RulingOptions.lines(rulings).forEach(surroundings.err()::println);
    }

    private byte[] read(Path wanted) {
        try {
            return NamedFile.read(surroundings, wanted, SettingsInForce.LONGEST_FILE);
        } catch (IOException e) {
            throw new CommandRejected(
                    "cannot read the file " + wanted + " (" + e.getClass().getSimpleName()
                            + "); ./candor settings > FILE writes one to begin with",
                    e);
        }
    }
}
