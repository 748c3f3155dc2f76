package candor.marketdata.yahoo;

/** Answers of the chart endpoint, written by hand: sessions of the first days of 2024, at half past nine in New York. */
final class ChartText {

    static final long JAN_2 = 1_704_205_800L;
    static final long JAN_3 = 1_704_292_200L;
    static final long JAN_4 = 1_704_378_600L;
    static final long JAN_5 = 1_704_465_000L;

    private static final String META = "{\"currency\":\"USD\",\"symbol\":\"STX\",\"exchangeName\":\"NMS\","
            + "\"instrumentType\":\"EQUITY\",\"firstTradeDate\":1,\"exchangeTimezoneName\":\"America/New_York\","
            + "\"longName\":\"Seagate\",\"dataGranularity\":\"1d\"}";

    private ChartText() {}

    /** Two sessions, the second and third of January, with closes 10 and 11. */
    static String twoDays() {
        return of(JAN_2 + "," + JAN_3, "10,11", "");
    }

    /** @param events with their name in front, as in {@code "splits":{...}}; empty for none */
    static String of(String timestamps, String closes, String events) {
        String array = "[" + closes + "]";
        return withQuote(
                timestamps,
                "\"open\":" + array + ",\"high\":" + array + ",\"low\":" + array + ",\"close\":" + array
                        + ",\"volume\":" + array,
                "\"adjclose\":[{\"adjclose\":" + array + "}]",
                events);
    }

    static String withQuote(String timestamps, String quote, String adjusted, String events) {
        return withMeta(
                META,
                ",\"timestamp\":[" + timestamps + "],\"events\":{" + events + "},\"indicators\":{\"quote\":[{" + quote
                        + "}]" + (adjusted.isEmpty() ? "" : "," + adjusted) + "}");
    }

    static String withMeta(String meta, String rest) {
        return "{\"chart\":{\"result\":[{\"meta\":" + meta + rest + "}],\"error\":null}}";
    }

    static String dividend(long second, String amount) {
        return "\"" + second + "/" + amount + "\":{\"amount\":" + amount + ",\"date\":" + second + "}";
    }

    static String split(long second, String numerator, String denominator) {
        return "\"" + second + "/" + numerator + "\":{\"date\":" + second + ",\"numerator\":" + numerator
                + ",\"denominator\":" + denominator + "}";
    }
}
