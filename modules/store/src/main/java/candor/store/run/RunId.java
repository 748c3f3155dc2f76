package candor.store.run;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;

/** Names of runs: {@code SYMBOL_ASOF_EXECUTION}, so that a repeated start with the same name is the same run. */
public final class RunId {

    private RunId() {}

    public static String of(Symbol symbol, LocalDate asOf, String execution) {
        return symbol + "_" + asOf + "_" + execution;
    }

    /** For a run that ended before its asOf was known. */
    public static String unresolved(Symbol symbol, String execution) {
        return symbol + "_unresolved_" + execution;
    }
}
