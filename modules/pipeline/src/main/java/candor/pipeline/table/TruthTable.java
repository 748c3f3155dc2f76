// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.table;

import candor.store.checkpoint.ArtefactKey;
import candor.store.csv.Csv;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** truth.csv: the true daily standard deviation of each session's log return, for the synthetic stock alone. */
public final class TruthTable {

    public static final ArtefactKey<Map<LocalDate, Double>> KEY = new ArtefactKey<>("truth.csv", TruthTable::read);

    private TruthTable() {}

    /** @param truth one for each bar */
    public static byte[] write(List<RawBar> bars, List<Double> truth) {
        Csv csv = new Csv(List.of("date", "sigma"));
        for (int i = 0; i < bars.size(); i++) {
            csv.row(List.of(bars.get(i).session().toString(), Csv.cell(truth.get(i))));
        }
        return csv.toBytes();
    }

    private static Map<LocalDate, Double> read(byte[] bytes) {
        Map<LocalDate, Double> truth = new HashMap<>();
        Csv.read(bytes)
                .forEach(row -> truth.put(LocalDate.parse(row.getField("date")), Csv.number(row.getField("sigma"))));
        return truth;
    }
}
