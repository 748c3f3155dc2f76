// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.environment;

import java.util.Map;

/**
 * Every environment variable that Candor reads, each named {@code CANDOR_} and its constant. The table in docs/settings.md
 * has the same rows.
 */
public enum Variable {
    HOME("`./candor`", "~/.candor", "the folder of local state, where no `--home` is given"),
    SOURCES(
            "`./candor`, ingest",
            "inbox,yahoo,tiingo",
            "where bars are looked for, in the order of preference; `inbox` stands first or not at all"),
    USER_AGENT(
            "`./candor`, ingest",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "what the client calls itself before a provider; Yahoo answers 429 to names unlike a browser's"),
    YAHOO_URL("`./candor`, ingest", "", "the address of a mirror or a test server in place of Yahoo's own addresses"),
    TIINGO_URL("`./candor`, ingest", "https://api.tiingo.com/", "the address of Tiingo, a mirror or a test server"),
    TIINGO_TOKEN("`./candor`, ingest", "", "your token for Tiingo; without one Tiingo is not asked"),
    TIINGO_TOKEN_SECRET("ingest", "", "the secret of Secrets Manager that holds the token, in place of the token"),
    TIINGO_TOKEN_PARAMETER(
            "ingest", "", "the parameter of Systems Manager that holds the token, in place of the token"),
    SERVE_TOKEN(
            "`./candor`",
            "",
            "the token that requests from other machines must send; needed where `--host` is not a loopback address"),
    BUCKET("every function", "", "the S3 bucket of Candor's objects; required"),
    TABLE("every function", "", "the DynamoDB table of Candor's ledger; required where the function keeps a ledger"),
    STACK(
            "promote, record-failure",
            "",
            "the stack that messages to people and the commands in them name; without one no command is given"),
    TOPIC(
            "promote, record-failure",
            "",
            "the ARN of the SNS topic that reaches people; without one a message is only logged"),
    API_NAME("monitor", "", "the API whose health Monitor measures, by its name in API Gateway; without one none"),
    API_STAGE("monitor", "", "the stage of that API");

    private final String readers;
    private final String standard;
    private final String meaning;

    Variable(String readers, String standard, String meaning) {
        this.readers = readers;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** Who reads it: {@code ./candor}, functions by name, or every function. */
    public String readers() {
        return readers;
    }

    /** What holds where it is unset or blank; empty for nothing. */
    public String standard() {
        return standard;
    }

    /** One line of Markdown. */
    public String meaning() {
        return meaning;
    }

    /** The value, without blanks around it, or else the standard. */
    public String in(Map<String, String> environment) {
        String value = environment.getOrDefault(toString(), "").strip();
        return value.isEmpty() ? standard : value;
    }

    /** The name, as in {@code CANDOR_HOME}. */
    @Override
    public String toString() {
        return "CANDOR_" + name();
    }
}
