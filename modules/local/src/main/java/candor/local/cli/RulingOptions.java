// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.cleaning.Ratio;
import candor.cleaning.Ruling;
import candor.cleaning.Ruling.Kind;
import candor.cleaning.Rulings;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Person;
import candor.local.wiring.Surroundings;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person says about prices where the rows do not prove it. */
final class RulingOptions {

    @Option(
            names = "--split",
            paramLabel = "DATE=RATIO",
            description =
                    "shares were split on that day, as in 2024-06-10=10:1, or joined, 1:10; 1:1 for one that is listed"
                            + " and was none")
    private List<String> splits = List.of();

    @Option(names = "--real", paramLabel = "DATE", description = "the move of that day is one of the market")
    private List<String> real = List.of();

    @Option(
            names = "--begin",
            paramLabel = "DATE",
            description = "leave the rows before out: of another company, or in another unit")
    private @Nullable String begin;

    @Option(names = "--by", paramLabel = "NAME", description = "who says so; default: the name of this login")
    private @Nullable String by;

    /** What was said, as of now; empty where nothing was. */
    List<Ruling> said(Surroundings surroundings) {
        List<Ruling> said = new ArrayList<>();
        splits.forEach(text -> said.add(split(text, surroundings)));
        real.forEach(text -> said.add(ruling(Kind.REAL, date(text), 1, surroundings)));
        if (begin != null) {
            said.add(ruling(Kind.BEGIN, date(begin), 1, surroundings));
        }
        return said;
    }

    /** The option that rules on prices, as messages name it; null where none was given. */
    @Nullable
    String given() {
        return !splits.isEmpty() ? "--split" : !real.isEmpty() ? "--real" : begin != null ? "--begin" : null;
    }

    private Ruling split(String text, Surroundings surroundings) {
        int sign = text.indexOf('=');
        if (sign < 0) {
            throw new CommandRejected("bad split: '" + text + "'; write it as 2024-06-10=10:1");
        }
        try {
            double ratio = Ratio.of(text.substring(sign + 1));
            return ruling(Kind.SPLIT, date(text.substring(0, sign)), ratio, surroundings);
        } catch (IllegalArgumentException e) {
            throw new CommandRejected("bad split: '" + text + "': " + e.getMessage(), e);
        }
    }

    private Ruling ruling(Kind kind, LocalDate session, double ratio, Surroundings surroundings) {
        return new Ruling(
                kind,
                session,
                ratio,
                Person.named(by, surroundings),
                surroundings.clock().instant());
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandRejected("bad date: '" + text + "'; write it as 2026-04-24", e);
        }
    }

    /** One line for each ruling, for a person. */
    static List<String> lines(Rulings rulings) {
        return rulings.all().stream()
                .map(ruling -> "ruled        " + ruling.words() + "  (" + ruling.by() + ", " + ruling.at() + ")")
                .toList();
    }
}
