package candor.local.wiring;

import java.util.Map;

/** How a state of a run failed, in the words of a line of progress. */
public final class FailureText {

    /** Failures of a run that say that its input is at fault, in a few words; none of them is tried again. */
    private static final Map<String, String> INPUT_AT_FAULT = Map.of(
            "candor.store.failure.InputRefused", "the input is rejected",
            "candor.store.failure.SourceMissing", "there are no bars",
            "candor.store.failure.RequestRefused", "the request is rejected",
            "candor.store.failure.NotEnoughHistory", "there are too few bars",
            "candor.store.failure.HaltedForManualCheck", "a person has to look at the bars");

    private FailureText() {}

    /** A failed attempt, for a line of progress: in full, unless the end of the run says the same. */
    public static String of(String error, String cause) {
        String brief = INPUT_AT_FAULT.get(error);
        return brief == null ? Payloads.reason(cause) : brief;
    }

    /** Whether the failure of that name says that the input of a run is at fault. */
    public static boolean blamesInput(String error) {
        return INPUT_AT_FAULT.containsKey(error);
    }
}
