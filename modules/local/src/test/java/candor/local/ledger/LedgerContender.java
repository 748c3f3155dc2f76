package candor.local.ledger;

import candor.forecasting.market.Symbol;
import candor.local.store.SecondProcess;
import candor.store.port.ForecastEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeMap;

/** A process that opens a ledger and notes forecasts which another one notes too; prints those that it was first with. */
final class LedgerContender {

    static final int FORECASTS = 50;
    static final Symbol SYMBOL = Symbol.of("STX");
    static final LocalDate FIRST_ORIGIN = LocalDate.of(2026, 1, 2);

    private LedgerContender() {}

    /** @param arguments the ledger's file */
    public static void main(String[] arguments) throws IOException {
        SecondProcess.awaitStart();
        try (SqliteLedger ledger = new SqliteLedger(Path.of(arguments[0]))) {
            for (int i = 0; i < FORECASTS; i++) {
                LocalDate origin = FIRST_ORIGIN.plusDays(i);
                if (ledger.recordForecast(new ForecastEntry(
                        SYMBOL, origin, 1, origin.plusDays(1), "work/a", 0.0, 0.02, 0.02, new TreeMap<>()))) {
                    System.out.println(origin);
                }
            }
        }
    }
}
