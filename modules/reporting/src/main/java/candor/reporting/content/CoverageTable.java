// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.content;

import candor.forecasting.evaluation.scorecard.CoverageRecord;
import candor.forecasting.evaluation.scorecard.CoverageShare;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The coverage of the 90 % interval in parts of the period, a column for each horizon. */
final class CoverageTable {

    private static final String OFF = "\u00a0*";

    private final List<CoverageRecord> records = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private CoverageTable(List<HorizonScorecard> horizons) {
        columns.add(Names.words("Part of the outcomes"));
        for (HorizonScorecard horizon : horizons) {
            CoverageRecord record = horizon.coverage90();
            if (record != null) {
                records.add(record);
                columns.add(Names.number(Names.sessions(horizon.sessions()) + " ahead"));
            }
        }
    }

    /** Empty where no horizon has the parts. */
    static List<Block> of(List<HorizonScorecard> horizons) {
        CoverageTable table = new CoverageTable(horizons);
        return table.records.isEmpty() ? List.of() : table.blocks();
    }

    private List<Block> blocks() {
        row("all", CoverageRecord::whole);
        row("the last 250", CoverageRecord::last250);
        row("the last 60", CoverageRecord::last60);
        SortedSet<String> years = new TreeSet<>();
        records.forEach(record -> years.addAll(record.byYear().keySet()));
        if (!years.isEmpty()) {
            rows.add(new Group("By calendar year of the target"));
            years.forEach(year -> row(year, record -> record.byYear().get(year)));
        }
        if (records.stream().anyMatch(record -> record.byVolatilityTercile() != null)) {
            rows.add(new Group("By the volatility that EWMA forecast"));
            row("low", record -> tercile(record, CoverageRecord.ByTercile::low));
            row("middle", record -> tercile(record, CoverageRecord.ByTercile::middle));
            row("high", record -> tercile(record, CoverageRecord.ByTercile::high));
        }
        return List.of(
                new Table("Coverage of the 90\u00a0% interval in parts of the period", columns, rows),
                new Note(
                        "In brackets the 95\u00a0% interval of the share, and the number of outcomes. Over several sessions"
                                + " neighbouring outcomes share sessions, so that the interval counts only outcomes divided by"
                                + " sessions. A star: 90\u00a0% is outside that interval; of twenty shares chance alone gives one"
                                + " a star. Years with at least 100 outcomes."));
    }

    private static @Nullable CoverageShare tercile(
            CoverageRecord record, Function<CoverageRecord.ByTercile, CoverageShare> part) {
        return record.byVolatilityTercile() == null ? null : part.apply(record.byVolatilityTercile());
    }

    private void row(String name, Function<CoverageRecord, @Nullable CoverageShare> part) {
        List<String> texts = new ArrayList<>(List.of(name));
        records.forEach(record -> texts.add(text(part.apply(record), record.nominal())));
        rows.add(new Cells(texts, false));
    }

    private static String text(@Nullable CoverageShare share, double nominal) {
        return share == null
                ? Numerals.ABSENT
                : Numerals.percent(share.coverage().value()) + " ("
                        + Numerals.tenth(100 * share.coverage().lower()) + " to "
                        + Numerals.tenth(100 * share.coverage().upper()) + "; "
                        + Numerals.count(share.outcomes()) + ")" + (share.isOff(nominal) ? OFF : "");
    }
}
