package candor.forecasting.evaluation;

import java.time.LocalDate;

/** The forecast origins of an evaluation: first and last, both included, and how many with a known outcome. */
public record OriginRange(LocalDate from, LocalDate to, int count) {}
