package candor.pipeline.port;

import java.time.LocalDate;

/**
 * A bar as a source gave it, before any judgement: NaN stands for an empty or absent cell, and nothing is promised about
 * order, sign or consistency.
 *
 * @param line where it stood in the source, counted from 1; for messages
 * @param adjustedClose NaN where the source has no such column
 * @param dividend cash per share going ex on this session; 0 where none is known
 * @param split shares after for one before, 0 where none is known (as Yahoo writes it)
 */
public record RawBar(
        int line,
        LocalDate session,
        double open,
        double high,
        double low,
        double close,
        double adjustedClose,
        double volume,
        double dividend,
        double split) {}
