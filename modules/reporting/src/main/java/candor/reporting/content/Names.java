package candor.reporting.content;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.reporting.document.Block.Column;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What things are called in front of a reader. */
final class Names {

    private Names() {}

    /** A candidate's name in words; its own where there are none. */
    static String candidate(String name) {
        return Candidates.find(name).map(Candidate::words).orElse(name);
    }

    /** A model such as {@code zero + harPOwn} in words, short enough for a cell. */
    static String model(String candidates) {
        return Arrays.stream(candidates.split(" \\+ ", -1))
                .map(name -> isRandomWalk(name) ? name : candidate(name))
                .collect(Collectors.joining(" + "));
    }

    /** What is said of a forecast without explanation; completes a sentence that ends in {@code is}. */
    static String unexplained(String name) {
        return Candidates.find(name).map(Candidate::unexplained).orElse("by " + name + ".");
    }

    /** Sentences on the names of a candidate's regressors, each after a blank; empty where they need none. */
    static String terms(String name) {
        return Candidates.find(name)
                .map(Candidate::terms)
                .filter(terms -> !terms.isEmpty())
                .map(terms -> " " + terms)
                .orElse("");
    }

    /** Whether a candidate is the one that all others for the mean are compared with. */
    static boolean isRandomWalk(String name) {
        return name.equals(Candidates.ZERO.key());
    }

    static String sessions(int horizon) {
        return horizon == 1 ? "1\u00a0session" : horizon + "\u00a0sessions";
    }

    static Column words(String header) {
        return new Column(header, false);
    }

    static Column number(String header) {
        return new Column(header, true);
    }
}
