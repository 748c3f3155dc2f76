package candor.marketdata.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Turns a file's bytes into text, or says why they are none. Unpacks gzip; reads UTF-8, and UTF-16 with its mark. */
final class CsvText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final int maxBytes;
    private final CsvProblems problems;

    private CsvText(int maxBytes, CsvProblems problems) {
        this.maxBytes = maxBytes;
        this.problems = problems;
    }

    /** @param maxBytes limit of the file, and of what it unpacks to */
    static String decode(byte[] bytes, int maxBytes, CsvProblems problems) {
        return new CsvText(maxBytes, problems).decode(bytes);
    }

    private String decode(byte[] bytes) {
        if (bytes.length > maxBytes) {
            throw tooLong("the file has " + bytes.length + " bytes, at most " + maxBytes + " are read");
        }
        byte[] plain = startsWith(bytes, "\u001F\u008B") ? unpacked(bytes) : bytes;
        ForeignFormat.refuseBinary(plain, problems);
        String text = text(plain);
        if (text.isBlank()) {
            throw problems.refusal(
                    "the file is empty (" + bytes.length + " bytes)",
                    "give it a header line with Date,Open,High,Low,Close,Volume and a line for each session");
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            problems.add(lineOf(text, zero), "a zero byte: this is not a text file", "save the sheet as CSV, in UTF-8");
            throw problems.refusal();
        }
        ForeignFormat.refuseText(text, problems);
        return text;
    }

    /** Whether the file begins with these bytes, given as characters up to U+00FF. */
    static boolean startsWith(byte[] bytes, String first) {
        byte[] wanted = first.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    private byte[] unpacked(byte[] bytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw tooLong("the file unpacks to more than " + maxBytes + " bytes");
            }
            return plain;
        } catch (IOException damaged) {
            throw problems.refusal(
                    "a gzip file that is cut off or damaged", "pack it again, or give the CSV file itself");
        }
    }

    private RuntimeException tooLong(String finding) {
        return problems.refusal(finding, "give the daily bars of one symbol only");
    }

    private String text(byte[] bytes) {
        String text;
        if (startsWith(bytes, "\u00FF\u00FE")) {
            text = strict(bytes, StandardCharsets.UTF_16LE);
        } else if (startsWith(bytes, "\u00FE\u00FF")) {
            text = strict(bytes, StandardCharsets.UTF_16BE);
        } else {
            text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') >= 0) { // what stands in for bytes that are not UTF-8, or was there itself
                text = strict(bytes, StandardCharsets.UTF_8);
            }
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private String strict(byte[] bytes, Charset charset) {
        var decoder = charset.newDecoder()
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
                    "byte " + offset + " is 0x" + hex(bytes[offset]) + ", which is not " + charset.name() + " text",
                    "save the file as CSV in UTF-8");
            throw problems.refusal();
        }
        return out.toString();
    }

    private static String hex(byte value) {
        return String.valueOf(Character.forDigit((value >> 4) & 0xF, 16)) + Character.forDigit(value & 0xF, 16);
    }

    private static long lineOf(String text, int end) {
        return 1 + text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
