// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.content;

import candor.forecasting.risk.MarketRisk;
import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.report.Preface;
import candor.pipeline.report.ReportModel;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Bullets;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is new since the session before, how risky the stock is, what its prices are, and what people add. */
final class ContextSection {

    private static final int LOWER = BacktestRow.PROBABILITIES.indexOf(0.05);
    private static final int UPPER = BacktestRow.PROBABILITIES.indexOf(0.95);

    private ContextSection() {}

    static List<Block> of(ReportModel model) {
        List<String> items = new ArrayList<>();
        sinceTheSessionBefore(model).ifPresent(items::add);
        MarketRisk risk = model.metrics().marketRisk();
        if (risk != null) {
            items.add("On the European scale of market risk (PRIIPs), from 1 to 7, this stock is in class "
                    + risk.riskClass() + ", by its moves of up to five years.");
        }
        items.add("Prices are in US dollars, as traded."
                + PastPrices.of(model.source()).inShort()
                + " The program Candor computed every number from past daily prices alone, as the appendix says. It is no"
                + " advice to buy or to sell.");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Bullets(items));
        narrative(model.preface(), blocks);
        return blocks;
    }

    /** What one session has changed, by the back-test; empty where it has no interval for that session. */
    private static Optional<String> sinceTheSessionBefore(ReportModel model) {
        if (model.past().isEmpty() || model.forecast().horizons().isEmpty()) {
            return Optional.empty();
        }
        BacktestRow row = model.past().getLast();
        double lower = row.quantiles().get(LOWER);
        double upper = row.quantiles().get(UPPER);
        HorizonForecast next = model.forecast().horizons().getFirst();
        if (!row.target().equals(model.forecast().asOf())
                || next.sessions() != 1
                || !Double.isFinite(lower + upper + row.sigma())) {
            return Optional.empty();
        }
        boolean inside = row.realised() >= lower && row.realised() <= upper;
        double before = StrictMath.expm1(upper) - StrictMath.expm1(lower);
        double now = width(next);
        return Optional.of("Since the session before: "
                + Numerals.move(StrictMath.expm1(row.realised())) + ", " + (inside ? "inside" : "outside")
                + " its range. The next range is "
                + (now > before ? "wider" : now < before ? "narrower" : "as wide") + ": " + Numerals.percent(now)
                + " of the price, after " + Numerals.percent(before) + ".");
    }

    private static double width(HorizonForecast next) {
        Double lower = next.quantiles().get("p05");
        Double upper = next.quantiles().get("p95");
        return lower == null || upper == null ? Double.NaN : StrictMath.expm1(upper) - StrictMath.expm1(lower);
    }

    /** Paragraphs as they are, behind a title that says whose they are. */
    private static void narrative(Preface preface, List<Block> blocks) {
        if (preface.narrative().isBlank()) {
            return;
        }
        blocks.add(new Heading("The analyst\u2019s words"));
        for (String paragraph : preface.narrative().split("\n\\s*\n", -1)) {
            blocks.add(new Paragraph(paragraph.strip()));
        }
        blocks.add(new Note((preface.author().isBlank() ? "A person" : preface.author())
                + " has written this section. Candor has not checked it, and no number depends on it."));
    }
}
