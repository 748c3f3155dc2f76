package candor.marketdata;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns a file's bytes into text, or says why they are none. */
final class CsvText {

    /** About a century and a half of daily bars with long decimals: more is not one symbol's history. */
    static final int MAX_BYTES = 16 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    static String decode(byte[] bytes, CsvProblems problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(
                    "",
                    "the file has " + bytes.length + " bytes, at most " + MAX_BYTES + " are read",
                    "give the daily bars of one symbol only");
            throw problems.refusal();
        }
        String text = strictUtf8(bytes, problems);
        if (text.isBlank()) {
            problems.add(
                    "",
                    "the file is empty (" + bytes.length + " bytes)",
                    "give it a header line with Date,Open,High,Low,Close,Volume and a line for each session");
            throw problems.refusal();
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            problems.add(lineOf(text, zero), "a zero byte: this is not a text file", "save the sheet as CSV, in UTF-8");
            throw problems.refusal();
        }
        return text;
    }

    private static String strictUtf8(byte[] bytes, CsvProblems problems) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int offset = in.position();
            problems.add(
                    lineOf(out.toString(), out.length()),
                    "byte " + offset + " is 0x" + hex(bytes[offset]) + ", which is not UTF-8 text",
                    "save the file as CSV in UTF-8");
            throw problems.refusal();
        }
        String text = out.toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String hex(byte value) {
        return String.valueOf(Character.forDigit((value >> 4) & 0xF, 16)) + Character.forDigit(value & 0xF, 16);
    }

    private static long lineOf(String text, int end) {
        return 1 + text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
