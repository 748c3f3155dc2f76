package candor.reporting.content;

import candor.cleaning.log.CleaningEntry;
import candor.cleaning.log.RuleCount;
import candor.cleaning.log.RuleWords;
import candor.pipeline.report.MetricsDocument.BarCounts;
import candor.pipeline.report.ReportModel;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Bullets;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was done to the bars, and what the report was made from. */
final class DataSection {

    private static final int MOST_REPAIRS = 40;

    private DataSection() {}

    static List<Block> of(ReportModel model) {
        BarCounts bars = model.metrics().bars();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading("Data and repairs"));
        blocks.add(
                new Paragraph(Numerals.count(bars.count()) + " daily bars from " + Numerals.date(bars.from()) + " to "
                        + Numerals.date(bars.to())
                        + "; cells repaired: " + Numerals.count(bars.repaired()) + ", bars set aside: "
                        + Numerals.count(bars.quarantined()) + "."));
        PastPrices.of(model.source()).inFull().ifPresent(words -> blocks.add(new Paragraph(words)));
        if (!model.source().remarks().isEmpty()) {
            blocks.add(new Bullets(
                    model.source().remarks().stream().map(DataSection::sentence).toList()));
        }
        repairs(model.repairs(), blocks);
        blocks.add(new Heading("What this was made from"));
        blocks.add(new Table(
                "Sources",
                List.of(Names.words("What"), Names.words("Which")),
                model.sources().stream()
                        .map(s -> (Row) new Cells(List.of(s.label(), s.value()), false))
                        .toList()));
        return blocks;
    }

    private static void repairs(List<CleaningEntry> repairs, List<Block> blocks) {
        if (repairs.isEmpty()) {
            blocks.add(new Paragraph("Nothing was changed."));
            return;
        }
        blocks.add(new Table(
                "What cleaning found, by rule",
                List.of(
                        Names.words("Rule"),
                        Names.words("What it means"),
                        Names.number("Lines"),
                        Names.words("First session"),
                        Names.words("Last session")),
                byRule(repairs)));
        blocks.add(new Table(
                "Every finding and change, with its evidence",
                List.of(
                        Names.words("Session"),
                        Names.words("Column"),
                        Names.words("Before"),
                        Names.words("After"),
                        Names.words("Rule"),
                        Names.words("Evidence")),
                repairs.stream().limit(MOST_REPAIRS).map(DataSection::row).toList()));
        if (repairs.size() > MOST_REPAIRS) {
            blocks.add(new Note("And " + Numerals.count(repairs.size() - MOST_REPAIRS)
                    + " more changes, which cleaning.csv lists with the ones above."));
        }
    }

    private static List<Row> byRule(List<CleaningEntry> repairs) {
        return RuleCount.of(repairs).stream()
                .map(rule -> (Row) new Cells(
                        List.of(
                                rule.rule(),
                                orAbsent(RuleWords.of(rule.rule())),
                                Numerals.count(rule.count()),
                                rule.first().toString(),
                                rule.last().toString()),
                        false))
                .toList();
    }

    /** Words that begin in lower case and end without a full stop, as a sentence. */
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static Row row(CleaningEntry entry) {
        return new Cells(
                List.of(
                        entry.session().toString(),
                        entry.column(),
                        orAbsent(entry.before()),
                        orAbsent(entry.after()),
                        entry.rule(),
                        entry.evidence()),
                false);
    }

    private static String orAbsent(String text) {
        return text.isBlank() ? Numerals.ABSENT : text;
    }
}
