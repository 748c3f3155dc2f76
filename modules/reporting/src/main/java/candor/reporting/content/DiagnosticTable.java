package candor.reporting.content;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.test.OneSidedTest;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Table;
import candor.reporting.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests beside the one that decides. */
final class DiagnosticTable {

    private DiagnosticTable() {}

    static List<Block> of(List<HorizonScorecard> horizons) {
        List<Row> rows = new ArrayList<>();
        for (HorizonScorecard horizon : horizons) {
            rows.add(new Group(Names.sessions(horizon.sessions()) + " ahead"));
            horizon.point().candidates().forEach((name, score) -> {
                if (!Names.isRandomWalk(name)) {
                    rows.add(row(name, score));
                }
            });
        }
        return List.of(
                new Table(
                        "Diagnostics: p not adjusted, and no claim rests on them",
                        List.of(
                                Names.words("Candidate"),
                                Names.number("Clark\u2013West vs zero"),
                                Names.number("p"),
                                Names.number("vs mean"),
                                Names.number("p"),
                                Names.number("Pesaran\u2013Timmermann"),
                                Names.number("p")),
                        rows),
                new Note(
                        "Clark\u2013West asks whether a model holds any information that its benchmark lacks, which it may"
                                + " while its forecasts err more; Pesaran\u2013Timmermann whether it foresees the direction beyond"
                                + " how often the stock rises. Both are one-sided. One claim has one test: skill is what"
                                + " Diebold\u2013Mariano finds after the adjustment, nothing else."));
    }

    private static Row row(String name, PointScore score) {
        List<String> texts = new ArrayList<>(List.of(Names.candidate(name)));
        texts.addAll(test(score.clarkWestVsZero()));
        texts.addAll(test(score.clarkWestVsMean()));
        texts.addAll(test(score.pesaranTimmermann()));
        return new Cells(texts, false);
    }

    private static List<String> test(@Nullable OneSidedTest test) {
        return test == null
                ? List.of(Numerals.ABSENT, Numerals.ABSENT)
                : List.of(Numerals.statistic(test.statistic()), Numerals.pValue(test.p()));
    }
}
